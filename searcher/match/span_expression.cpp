#include "searcher/match/span_expression.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>

namespace dateline {
namespace {

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

/// So many words are looked at in the time that one pair of places takes.
constexpr std::size_t words_for_a_step = 256;

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

std::uint32_t longest(const std::vector<WordSpan>& spans) {
    std::uint32_t words = 0;
    for (const WordSpan& span : spans) words = std::max(words, span.end - span.begin);
    return words;
}

/// The spans, sorted, that begin in a window.
std::span<const WordSpan> beginning_in(const std::vector<WordSpan>& spans, WordSpan window) {
    const auto first = std::lower_bound(spans.begin(), spans.end(), WordSpan{window.begin, 0});
    const auto last = std::lower_bound(first, spans.end(), WordSpan{window.end, 0});
    return {first, last};
}

/// Whether two spans that do not overlap are near enough.
bool holds(const Proximity& proximity, const ArticleWords& words, WordSpan left, WordSpan right) {
    const bool in_order = left.end <= right.begin;
    if (proximity.ordered && !in_order) return false;
    const WordSpan both = cover(left, right);
    switch (proximity.reach) {
    case query::Reach::sentence: return words.in_one_sentence(both);
    case query::Reach::paragraph: return words.in_one_paragraph(both);
    case query::Reach::words: break;
    }
    const std::uint32_t apart = in_order ? right.begin - left.end : left.begin - right.end;
    return apart < proximity.distance && words.in_one_text(both);
}

/// Where what is near a span begins, if it is `longest` words long at most.
WordSpan window(const Proximity& proximity, const ArticleWords& words, WordSpan around, std::uint32_t longest) {
    switch (proximity.reach) {
    case query::Reach::sentence: return words.sentence_of(around.begin);
    case query::Reach::paragraph: return words.paragraph_of(around.begin);
    case query::Reach::words: break;
    }
    const std::uint64_t before = proximity.ordered ? 0 : std::uint64_t{proximity.distance} + longest;
    const std::uint64_t last = std::uint64_t{around.end} + proximity.distance;
    return {around.begin > before ? static_cast<std::uint32_t>(around.begin - before) : 0,
            static_cast<std::uint32_t>(std::min<std::uint64_t>(last, std::numeric_limits<std::uint32_t>::max()))};
}

/// Calls `visit` with every pair that is near enough.
template <typename Visit>
void for_each_pair(const SpanScene& scene, const std::vector<WordSpan>& left, const std::vector<WordSpan>& right,
                   const Proximity& proximity, Visit visit) {
    const std::uint32_t longest_right = longest(right);
    for (const WordSpan& a : left) {
        const auto near = beginning_in(right, window(proximity, scene.words, a, longest_right));
        scene.work.add(near.size() + 1);
        for (const WordSpan& b : near) {
            if (!overlap(a, b) && holds(proximity, scene.words, a, b)) visit(a, b);
        }
    }
}

}  // namespace

std::vector<WordSpan> RowExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> found;
    const auto sets = sets_for(items_, scene.language);
    const ArticleWords& words = scene.words;
    const auto ids = words.ids();
    scene.work.add(ids.size() / words_for_a_step + 1);
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

void RowExpression::mark(const SpanScene&, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const {
    for (const WordSpan& span : wanted) marks.push_back({part_, span, items_.size() > 1});
}

std::vector<WordSpan> SequenceExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> rows = items_.front()->find(scene);
    for (std::size_t i = 1; i < items_.size() && !rows.empty(); ++i) {
        const std::vector<WordSpan> next = items_[i]->find(scene);
        std::vector<WordSpan> longer;
        for (const WordSpan& row : rows) {
            auto at = std::lower_bound(next.begin(), next.end(), WordSpan{row.end, 0});
            for (; at != next.end() && at->begin == row.end; ++at) {
                if (scene.words.in_one_paragraph({row.begin, at->end})) longer.push_back({row.begin, at->end});
            }
        }
        scene.work.add(rows.size() + longer.size());
        sort_unique(longer);
        rows = std::move(longer);
    }
    return rows;
}

void SequenceExpression::mark(const SpanScene&, const std::vector<WordSpan>& wanted,
                              std::vector<PartSpan>& marks) const {
    for (const WordSpan& span : wanted) marks.push_back({part_, span, span.end - span.begin > 1});
}

namespace {

bool all_may_stand_in(const std::vector<SpanExpressionPtr>& items, std::string_view stream, LanguageMask language) {
    return std::all_of(items.begin(), items.end(),
                       [&](const auto& item) { return item->may_stand_in(stream, language); });
}

/// Numbers of single words that count in articles of any language; null for anything else.
const IdSet* words_of_all_languages(const SpanExpression& expression) {
    const LanguageIds* words = expression.single_words();
    const bool same_in_all = words != nullptr && words->size() == 1 && words->front().first == all_languages;
    return same_in_all ? &words->front().second : nullptr;
}

}  // namespace

bool SequenceExpression::may_stand_in(std::string_view stream, LanguageMask language) const {
    return all_may_stand_in(items_, stream, language);
}

bool StretchExpression::may_stand_in(std::string_view stream, LanguageMask language) const {
    return all_may_stand_in(items_, stream, language);
}

EitherExpression::EitherExpression(std::vector<SpanExpressionPtr> items) : items_(std::move(items)) {
    IdSet all;
    for (const SpanExpressionPtr& item : items_) {
        const IdSet* words = words_of_all_languages(*item);
        if (words == nullptr) return;
        for (const IdRange& range : words->ranges()) all.add(range);
    }
    words_.emplace_back(all_languages, std::move(all));
}

bool EitherExpression::may_stand_in(std::string_view stream, LanguageMask language) const {
    return std::any_of(items_.begin(), items_.end(),
                       [&](const auto& item) { return item->may_stand_in(stream, language); });
}

std::vector<WordSpan> EitherExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> all;
    for (const SpanExpressionPtr& item : items_) {
        const std::vector<WordSpan> found = item->find(scene);
        all.insert(all.end(), found.begin(), found.end());
    }
    sort_unique(all);
    return all;
}

void EitherExpression::mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
                            std::vector<PartSpan>& marks) const {
    for (const SpanExpressionPtr& item : items_) {
        const std::vector<WordSpan> found = item->find(scene);
        std::vector<WordSpan> own;
        std::set_intersection(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(own));
        if (!own.empty()) item->mark(scene, own, marks);
    }
}

NearExpression::NearExpression(SpanExpressionPtr left, SpanExpressionPtr right, Proximity proximity)
    : left_(std::move(left)), right_(std::move(right)), proximity_(proximity) {
    const LanguageIds* left_words = left_->single_words();
    const LanguageIds* right_words = right_->single_words();
    if (left_words == nullptr || right_words == nullptr) return;
    for (const auto& [left_languages, left_ids] : *left_words) {
        for (const auto& [right_languages, right_ids] : *right_words) {
            const LanguageMask both = left_languages & right_languages;
            if (both == 0) continue;
            if (auto counter = NearCounter::of(left_ids, right_ids, proximity_))
                counters_.emplace_back(both, std::move(*counter));
        }
    }
}

bool NearExpression::may_stand_in(std::string_view stream, LanguageMask language) const {
    for (const auto& [languages, counter] : counters_) {
        if ((languages & language) != 0) return counter.count(stream).any();
    }
    return left_->may_stand_in(stream, language) && right_->may_stand_in(stream, language);
}

std::optional<FieldFrequency> NearExpression::count_in(std::string_view stream, LanguageMask language) const {
    for (const auto& [languages, counter] : counters_) {
        if ((languages & language) != 0 && counter.is_exact()) return counter.count(stream);
    }
    return std::nullopt;
}

std::vector<WordSpan> NearExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> found;
    const std::vector<WordSpan> left = left_->find(scene);
    if (left.empty()) return found;
    const std::vector<WordSpan> right = right_->find(scene);
    for_each_pair(scene, left, right, proximity_, [&](WordSpan a, WordSpan b) { found.push_back(cover(a, b)); });
    sort_unique(found);
    return found;
}

void NearExpression::mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
                          std::vector<PartSpan>& marks) const {
    std::vector<WordSpan> lefts;
    std::vector<WordSpan> rights;
    for_each_pair(scene, left_->find(scene), right_->find(scene), proximity_, [&](WordSpan a, WordSpan b) {
        if (!has(wanted, cover(a, b))) return;
        lefts.push_back(a);
        rights.push_back(b);
    });
    sort_unique(lefts);
    sort_unique(rights);
    left_->mark(scene, lefts, marks);
    right_->mark(scene, rights, marks);
}

std::vector<WordSpan> AloneExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> left = left_->find(scene);
    if (left.empty()) return left;
    const std::vector<WordSpan> right = right_->find(scene);
    const std::uint32_t longest_right = longest(right);
    std::erase_if(left, [&](const WordSpan& a) {
        const auto near = beginning_in(right, window(proximity_, scene.words, a, longest_right));
        scene.work.add(near.size() + 1);
        return std::any_of(near.begin(), near.end(),
                           [&](const WordSpan& b) { return !overlap(a, b) && holds(proximity_, scene.words, a, b); });
    });
    return left;
}

void AloneExpression::mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
                           std::vector<PartSpan>& marks) const {
    left_->mark(scene, wanted, marks);
}

std::vector<WordSpan> EarlyExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> found = inner_->find(scene);
    std::erase_if(found, [&](const WordSpan& span) { return span.end > first_words_; });
    return found;
}

}  // namespace dateline
