#include <algorithm>
#include <initializer_list>
#include <span>

#include "searcher/match/span_expression.h"

namespace dateline {
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
bool complete(std::span<const Placed> places, Choice& choice, std::size_t item, SpanWork& work) {
    while (item < choice.size() && choice[item] != nullptr) ++item;
    if (item == choice.size()) return true;
    work.add(places.size());
    for (const Placed& place : places) {
        if (place.item != item || !is_free(choice, place)) continue;
        choice[item] = &place;
        if (complete(places, choice, item + 1, work)) return true;
        choice[item] = nullptr;
    }
    return false;
}

/// Whether all items have places among these, with those forced among them.
bool can_complete(std::span<const Placed> places, std::size_t items, std::initializer_list<const Placed*> forced,
                  SpanWork& work) {
    Choice choice(items);
    for (const Placed* place : forced) {
        if (choice[place->item] == place) continue;
        if (choice[place->item] != nullptr || !is_free(choice, *place)) return false;
        choice[place->item] = place;
    }
    return complete(places, choice, 0, work);
}

std::vector<Placed> places_of(const std::vector<SpanExpressionPtr>& items, const SpanScene& scene) {
    std::vector<Placed> places;
    for (std::size_t item = 0; item < items.size(); ++item) {
        const auto found = items[item]->find(scene);
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

/// Which items have a place in a stretch that grows.
class ItemsSeen {
public:
    explicit ItemsSeen(std::size_t items) : seen_(items), missing_(items) {}
    void add(std::size_t item) {
        if (!seen_[item]) --missing_;
        seen_[item] = true;
    }
    bool all() const { return missing_ == 0; }

private:
    std::vector<bool> seen_;
    std::size_t missing_;
};

/// Calls `visit(first, last)` with the indexes of the outermost places of each stretch.
template <typename Visit>
void for_each_stretch(const std::vector<Placed>& places, const SpanScene& scene, std::size_t items, unsigned within,
                      Visit visit) {
    const std::span<const Placed> all(places);
    for (std::size_t first = 0; first < places.size(); ++first) {
        ItemsSeen seen(items);
        seen.add(places[first].item);
        for (std::size_t last = first + 1; last < places.size(); ++last) {
            scene.work.add(1);
            if (!is_stretch(scene.words, places[first], places[last], within)) break;
            seen.add(places[last].item);
            if (!seen.all()) continue;
            const auto inside = all.subspan(first, last - first + 1);
            if (can_complete(inside, items, {&places[first], &places[last]}, scene.work)) visit(first, last);
        }
    }
}

}  // namespace

std::vector<WordSpan> StretchExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> found;
    const auto places = places_of(items_, scene);
    for_each_stretch(places, scene, items_.size(), within_, [&](std::size_t first, std::size_t last) {
        found.push_back(cover(places[first].span, places[last].span));
    });
    sort_unique(found);
    return found;
}

void StretchExpression::mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
                             std::vector<PartSpan>& marks) const {
    const auto places = places_of(items_, scene);
    std::vector<std::vector<WordSpan>> of_item(items_.size());
    for_each_stretch(places, scene, items_.size(), within_, [&](std::size_t first, std::size_t last) {
        if (!has(wanted, cover(places[first].span, places[last].span))) return;
        const auto inside = std::span(places).subspan(first, last - first + 1);
        for (const Placed& place : inside) {
            if (can_complete(inside, items_.size(), {&places[first], &places[last], &place}, scene.work))
                of_item[place.item].push_back(place.span);
        }
    });
    for (std::size_t item = 0; item < items_.size(); ++item) {
        sort_unique(of_item[item]);
        items_[item]->mark(scene, of_item[item], marks);
    }
}

}  // namespace dateline
