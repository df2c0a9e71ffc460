#include "searcher/match/mention_expression.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

const Field& column_of(MentionKind kind) {
    static const std::array<const Field*, mention_kinds> columns = [] {
        std::array<const Field*, mention_kinds> found{};
        for (std::size_t i = 0; i < found.size(); ++i) found.at(i) = find_field(field_of(static_cast<MentionKind>(i)));
        return found;
    }();
    return *columns.at(static_cast<std::size_t>(kind));
}

}  // namespace

bool MentionExpression::is_wanted(std::uint32_t row, const MentionPlace& place) const {
    const Field& column = column_of(place.kind);
    const auto ordinals = segment_.columns().keyword(column).of(row);
    if (place.value >= ordinals.size()) return false;
    return std::any_of(wanted_.begin(), wanted_.end(), [&](const WantedNames& of_field) {
        const std::uint32_t name = of_field.names->number(column, ordinals[place.value], row);
        return name != ValueNames::none && of_field.wanted[name];
    });
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
