#include "searcher/match/span_expression.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <span>

namespace dateline {
namespace {

void sort_unique(std::vector<WordSpan>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

bool has(const std::vector<WordSpan>& sorted, WordSpan span) {
    return std::binary_search(sorted.begin(), sorted.end(), span);
}

bool overlap(WordSpan a, WordSpan b) { return a.begin < b.end && b.begin < a.end; }

WordSpan cover(WordSpan a, WordSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// The sets that count in articles of one language, one for each item; nothing where an item has none.
std::vector<const IdSet*> sets_for(const std::vector<LanguageIds>& items, LanguageMask language) {
    std::vector<const IdSet*> sets;
    for (const LanguageIds& item : items) {
        const auto found = std::find_if(item.begin(), item.end(),
                                        [&](const auto& of_language) { return of_language.first & language; });
        if (found == item.end() || found->second.empty()) return {};
        sets.push_back(&found->second);
    }
    return sets;
}

/// Whether any of a block of numbers is in the set; without a branch, so that the compiler does many at once.
constexpr std::size_t block_size = 16;
bool any_member(const std::uint32_t* ids, const IdSet& set) {
    unsigned any = 0;
    for (const IdRange& range : set.ranges()) {
        const std::uint32_t length = range.end - range.begin;
        for (std::size_t i = 0; i < block_size; ++i) any |= ids[i] - range.begin < length ? 1U : 0U;
    }
    return any != 0;
}

/// Calls `visit` with each place whose number is in the set, in order.
template <typename Visit>
void for_each_member(std::span<const std::uint32_t> ids, const IdSet& set, Visit visit) {
    constexpr std::size_t few_ranges = 8;
    const bool in_blocks = set.ranges().size() <= few_ranges;
    std::size_t at = 0;
    while (at < ids.size()) {
        const std::size_t end = std::min(at + block_size, ids.size());
        if (in_blocks && end - at == block_size && !any_member(&ids[at], set)) {
            at = end;
            continue;
        }
        for (; at < end; ++at) {
            if (set.contains(ids[at])) visit(static_cast<std::uint32_t>(at));
        }
    }
}

/// Calls `visit` with every pair that is near enough.
template <typename Visit>
void for_each_pair(const ArticleWords& words, const std::vector<WordSpan>& left, const std::vector<WordSpan>& right,
                   const Proximity& proximity, Visit visit) {
    for (const WordSpan& a : left) {
        for (const WordSpan& b : right) {
            // Sorted by beginning: what begins too far behind has only such behind it.
            if (proximity.reach == query::Reach::words && b.begin >= a.end + proximity.distance) break;
            if (!overlap(a, b) && proximity.holds(words, a, b)) visit(a, b);
        }
    }
}

}  // namespace

bool Proximity::holds(const ArticleWords& words, WordSpan left, WordSpan right) const {
    const bool in_order = left.end <= right.begin;
    if (ordered && !in_order) return false;
    const WordSpan both = cover(left, right);
    switch (reach) {
    case query::Reach::sentence: return words.in_one_sentence(both);
    case query::Reach::paragraph: return words.in_one_paragraph(both);
    case query::Reach::words: break;
    }
    const std::uint32_t apart = in_order ? right.begin - left.end : left.begin - right.end;
    return apart < distance && words.in_one_text(both);
}

std::vector<WordSpan> RowExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> found;
    const auto sets = sets_for(items_, language);
    const auto ids = words.ids();
    if (sets.empty() || sets.size() > ids.size()) return found;
    const auto length = static_cast<std::uint32_t>(sets.size());
    for_each_member(ids, *sets[0], [&](std::uint32_t at) {
        if (at + length > ids.size()) return;
        std::uint32_t item = 1;
        while (item < length && sets[item]->contains(ids[at + item])) ++item;
        const WordSpan span{at, at + length};
        if (item == length && words.in_one_paragraph(span) && words.in_fields(span, fields_)) found.push_back(span);
    });
    return found;
}

void RowExpression::mark(const ArticleWords&, LanguageMask, const std::vector<WordSpan>& wanted,
                         std::vector<PartSpan>& marks) const {
    for (const WordSpan& span : wanted) marks.push_back({part_, span, items_.size() > 1});
}

std::vector<WordSpan> SequenceExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> rows = items_.front()->find(words, language);
    for (std::size_t i = 1; i < items_.size() && !rows.empty(); ++i) {
        const std::vector<WordSpan> next = items_[i]->find(words, language);
        std::vector<WordSpan> longer;
        for (const WordSpan& row : rows) {
            auto at = std::lower_bound(next.begin(), next.end(), WordSpan{row.end, 0});
            for (; at != next.end() && at->begin == row.end; ++at) {
                if (words.in_one_paragraph({row.begin, at->end})) longer.push_back({row.begin, at->end});
            }
        }
        sort_unique(longer);
        rows = std::move(longer);
    }
    return rows;
}

void SequenceExpression::mark(const ArticleWords&, LanguageMask, const std::vector<WordSpan>& wanted,
                              std::vector<PartSpan>& marks) const {
    for (const WordSpan& span : wanted) marks.push_back({part_, span, span.end - span.begin > 1});
}

namespace {

/// Places of all items, by beginning.
struct Placed {
    WordSpan span;
    std::size_t item = 0;

    auto operator<=>(const Placed&) const = default;
};

/// A place for each item; null where it is still to be chosen.
using Choice = std::vector<const Placed*>;

bool is_free(const Choice& choice, const Placed& place) {
    return std::none_of(choice.begin(), choice.end(),
                        [&](const Placed* other) { return other != nullptr && overlap(other->span, place.span); });
}

/// Completes a choice from item `item` on with places of [first, last], none overlapping; tries all if need be.
bool complete(std::span<const Placed> places, Choice& choice, std::size_t item) {
    while (item < choice.size() && choice[item] != nullptr) ++item;
    if (item == choice.size()) return true;
    for (const Placed& place : places) {
        if (place.item != item || !is_free(choice, place)) continue;
        choice[item] = &place;
        if (complete(places, choice, item + 1)) return true;
        choice[item] = nullptr;
    }
    return false;
}

/// Whether all items have places among these, with those forced among them.
bool can_complete(std::span<const Placed> places, std::size_t items, std::initializer_list<const Placed*> forced) {
    Choice choice(items);
    for (const Placed* place : forced) {
        if (choice[place->item] == place) continue;
        if (choice[place->item] != nullptr || !is_free(choice, *place)) return false;
        choice[place->item] = place;
    }
    return complete(places, choice, 0);
}

std::vector<Placed> places_of(const std::vector<SpanExpressionPtr>& items, const ArticleWords& words,
                              LanguageMask language) {
    std::vector<Placed> places;
    for (std::size_t item = 0; item < items.size(); ++item) {
        const auto found = items[item]->find(words, language);
        if (found.empty()) return {};
        for (const WordSpan& span : found) places.push_back({span, item});
    }
    std::sort(places.begin(), places.end());
    return places;
}

/// Whether places [first, last] are one stretch: first and last near enough, all in one text.
bool is_stretch(const ArticleWords& words, const Placed& first, const Placed& last, unsigned within) {
    const std::uint32_t apart = last.span.begin < first.span.end ? 0 : last.span.begin - first.span.end;
    return apart < within && words.in_one_text({first.span.begin, last.span.end});
}

/// Calls `visit(first, last)` with the indexes of the outermost places of each stretch.
template <typename Visit>
void for_each_stretch(const std::vector<Placed>& places, const ArticleWords& words, std::size_t items, unsigned within,
                      Visit visit) {
    const std::span<const Placed> all(places);
    for (std::size_t first = 0; first < places.size(); ++first) {
        for (std::size_t last = first + 1; last < places.size(); ++last) {
            if (!is_stretch(words, places[first], places[last], within)) break;
            if (can_complete(all.subspan(first, last - first + 1), items, {&places[first], &places[last]}))
                visit(first, last);
        }
    }
}

}  // namespace

std::vector<WordSpan> StretchExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> found;
    const auto places = places_of(items_, words, language);
    for_each_stretch(places, words, items_.size(), within_, [&](std::size_t first, std::size_t last) {
        found.push_back(cover(places[first].span, places[last].span));
    });
    sort_unique(found);
    return found;
}

void StretchExpression::mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
                             std::vector<PartSpan>& marks) const {
    const auto places = places_of(items_, words, language);
    std::vector<std::vector<WordSpan>> of_item(items_.size());
    for_each_stretch(places, words, items_.size(), within_, [&](std::size_t first, std::size_t last) {
        if (!has(wanted, cover(places[first].span, places[last].span))) return;
        const auto inside = std::span(places).subspan(first, last - first + 1);
        for (const Placed& place : inside) {
            if (can_complete(inside, items_.size(), {&places[first], &places[last], &place}))
                of_item[place.item].push_back(place.span);
        }
    });
    for (std::size_t item = 0; item < items_.size(); ++item) {
        sort_unique(of_item[item]);
        items_[item]->mark(words, language, of_item[item], marks);
    }
}

std::vector<WordSpan> EitherExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> all;
    for (const SpanExpressionPtr& item : items_) {
        const std::vector<WordSpan> found = item->find(words, language);
        all.insert(all.end(), found.begin(), found.end());
    }
    sort_unique(all);
    return all;
}

void EitherExpression::mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
                            std::vector<PartSpan>& marks) const {
    for (const SpanExpressionPtr& item : items_) {
        const std::vector<WordSpan> found = item->find(words, language);
        std::vector<WordSpan> own;
        std::set_intersection(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(own));
        if (!own.empty()) item->mark(words, language, own, marks);
    }
}

std::vector<WordSpan> NearExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> found;
    const std::vector<WordSpan> left = left_->find(words, language);
    if (left.empty()) return found;
    const std::vector<WordSpan> right = right_->find(words, language);
    for_each_pair(words, left, right, proximity_, [&](WordSpan a, WordSpan b) { found.push_back(cover(a, b)); });
    sort_unique(found);
    return found;
}

void NearExpression::mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
                          std::vector<PartSpan>& marks) const {
    std::vector<WordSpan> lefts;
    std::vector<WordSpan> rights;
    for_each_pair(words, left_->find(words, language), right_->find(words, language), proximity_,
                  [&](WordSpan a, WordSpan b) {
                      if (!has(wanted, cover(a, b))) return;
                      lefts.push_back(a);
                      rights.push_back(b);
                  });
    sort_unique(lefts);
    sort_unique(rights);
    left_->mark(words, language, lefts, marks);
    right_->mark(words, language, rights, marks);
}

std::vector<WordSpan> AloneExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> left = left_->find(words, language);
    if (left.empty()) return left;
    const std::vector<WordSpan> right = right_->find(words, language);
    std::erase_if(left, [&](const WordSpan& a) {
        return std::any_of(right.begin(), right.end(),
                           [&](const WordSpan& b) { return !overlap(a, b) && proximity_.holds(words, a, b); });
    });
    return left;
}

void AloneExpression::mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
                           std::vector<PartSpan>& marks) const {
    left_->mark(words, language, wanted, marks);
}

std::vector<WordSpan> EarlyExpression::find(const ArticleWords& words, LanguageMask language) const {
    std::vector<WordSpan> found = inner_->find(words, language);
    std::erase_if(found, [&](const WordSpan& span) { return span.end > first_words_; });
    return found;
}

}  // namespace dateline
