#include "common/index/mention_words.h"

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

/// A part of one of the texts that are cut into words.
struct TextPart {
    TextField field = TextField::body;
    std::size_t begin_bytes = 0;
    std::size_t end_bytes = 0;
};

/// Where a mention stands in the texts as they are cut: the body's first paragraph may be the lead.
TextPart part_of(const Mention& mention, const ArticleTexts& texts) {
    if (mention.text != TextField::body || !texts.lead_is_in_body)
        return {mention.text, mention.begin_bytes, mention.end_bytes};
    if (mention.begin_bytes < texts.body_offset) return {TextField::lead, mention.begin_bytes, mention.end_bytes};
    return {TextField::body, mention.begin_bytes - texts.body_offset, mention.end_bytes - texts.body_offset};
}

std::size_t moved(std::size_t at, std::int32_t bytes) {
    return static_cast<std::size_t>(std::max<std::int64_t>(static_cast<std::int64_t>(at) + bytes, 0));
}

}  // namespace

MentionPlacer::MentionPlacer(const ArticleTexts& texts, std::span<const Mention> mentions) : texts_(texts) {
    for (const std::string_view field : {"person", "org", "place", "misc", "mentions"}) values_.push_back({field, {}});
    for (const Mention& mention : mentions) mentions_.push_back(&mention);
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention* a, const Mention* b) {
        return std::tuple(a->text, a->begin_bytes) < std::tuple(b->text, b->begin_bytes);
    });
}

const std::vector<std::string>& MentionPlacer::values(std::string_view field) const {
    return std::find_if(values_.begin(), values_.end(), [&](const Values& one) { return one.field == field; })->values;
}

std::uint32_t MentionPlacer::number(const Mention& mention) {
    const std::string_view field = field_of(mention.kind);
    auto& values =
        std::find_if(values_.begin(), values_.end(), [&](const Values& one) { return one.field == field; })->values;
    const auto known = std::find(values.begin(), values.end(), mention.value);
    const auto number = static_cast<std::uint32_t>(known - values.begin());
    if (known == values.end()) values.push_back(mention.value);
    return number;
}

void MentionPlacer::place(TextField field, std::span<const Segment> words, std::uint32_t first_word) {
    for (const Mention* mention : mentions_) {
        const TextPart part = part_of(*mention, texts_);
        if (part.field != field) continue;
        const auto first = std::partition_point(words.begin(), words.end(),
                                                [&](const Segment& word) { return word.end <= part.begin_bytes; });
        const auto last =
            std::partition_point(first, words.end(), [&](const Segment& word) { return word.begin < part.end_bytes; });
        if (first == last) continue;
        MentionPlace place{.kind = mention->kind, .value = number(*mention)};
        place.first_word = first_word + static_cast<std::uint32_t>(first - words.begin());
        place.words = static_cast<std::uint32_t>(last - first);
        place.begin_bytes = static_cast<std::int32_t>(part.begin_bytes) - static_cast<std::int32_t>(first->begin);
        place.end_bytes = static_cast<std::int32_t>((last - 1)->end) - static_cast<std::int32_t>(part.end_bytes);
        places_.push_back(place);
    }
}

std::vector<Mention> mentions_in(const Article& article, MentionPlaceReader places, const MentionValues& values) {
    struct Word {
        TextField text = TextField::body;
        std::size_t begin_bytes = 0;
        std::size_t end_bytes = 0;
    };
    std::vector<Word> words;
    const ArticleTexts texts = texts_of(article);
    std::vector<Segment> cut;
    for (const TextField field : text_fields) {
        const bool is_body = field == TextField::body || (field == TextField::lead && texts.lead_is_in_body);
        const std::size_t before = field == TextField::body ? texts.body_offset : 0;
        cut.clear();
        segment(texts[field], cut);
        for (const Segment& word : cut)
            words.push_back({is_body ? TextField::body : field, before + word.begin, before + word.end});
    }
    std::vector<Mention> mentions;
    while (const auto place = places.next()) {
        if (place->words == 0 || std::uint64_t{place->first_word} + place->words > words.size()) break;
        const Word& first = words[place->first_word];
        const Word& last = words[place->first_word + place->words - 1];
        mentions.push_back({place->kind, first.text, std::string(values(field_of(place->kind), place->value)),
                            moved(first.begin_bytes, place->begin_bytes), moved(last.end_bytes, -place->end_bytes)});
    }
    return mentions;
}

}  // namespace dateline
