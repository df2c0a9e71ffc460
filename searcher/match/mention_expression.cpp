#include "searcher/match/mention_expression.h"

#include <algorithm>

namespace dateline {

bool MentionExpression::is_wanted(std::uint32_t row, const MentionPlace& place) const {
    const std::string_view name = field_of(place.kind);
    const auto of_field = std::find_if(wanted_.begin(), wanted_.end(),
                                       [&](const WantedValues& wanted) { return wanted.field->name == name; });
    if (of_field == wanted_.end()) return false;
    const auto ordinals = segment_.columns().keyword(*of_field->field).of(row);
    return place.value < ordinals.size() && of_field->values[ordinals[place.value]];
}

std::vector<WordSpan> MentionExpression::find(const SpanScene& scene) const {
    std::vector<WordSpan> found;
    const auto words = static_cast<std::uint32_t>(scene.words.ids().size());
    MentionPlaceReader places = segment_.mention_places().of(scene.row);
    while (const auto place = places.next()) {
        scene.work.add(1);
        if (place->words == 0 || place->first_word >= words || place->words > words - place->first_word) break;
        const WordSpan span{place->first_word, place->first_word + place->words};
        if (is_wanted(scene.row, *place) && scene.words.in_fields(span, fields_)) found.push_back(span);
    }
    sort_unique(found);
    return found;
}

void MentionExpression::mark(const SpanScene&, const std::vector<WordSpan>& wanted,
                             std::vector<PartSpan>& marks) const {
    for (const WordSpan& span : wanted) marks.push_back({part_, span, span.end - span.begin > 1});
}

}  // namespace dateline
