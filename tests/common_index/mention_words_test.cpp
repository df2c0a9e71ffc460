#include "common/index/mention_words.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace dateline {
namespace {

Article kim_article() {
    return {.title = "KIM MEETS PUTIN",
            .lead = "",
            .body = "Kim Jong-un met «Putin» in the U.S.-held town.\n\nOn 5 May 2019, Kim's train left Apple Inc."};
}

/// The mention of some words of a text.
Mention mention(const Article& article, MentionKind kind, TextField text, std::string_view written, std::string value) {
    const std::string& whole = text == TextField::title ? article.title : article.body;
    const std::size_t begin = whole.find(written);
    REQUIRE(begin != std::string::npos);
    return {kind, text, std::move(value), begin, begin + written.size()};
}

std::vector<Mention> mentions_of(const Article& article) {
    using enum MentionKind;
    return {mention(article, person, TextField::title, "KIM", "Kim Jong-un"),
            mention(article, person, TextField::title, "PUTIN", "Putin"),
            mention(article, person, TextField::body, "Kim Jong-un", "Kim Jong-un"),
            mention(article, person, TextField::body, "Putin", "Putin"),
            mention(article, location, TextField::body, "U.S.", "United States"),
            mention(article, date, TextField::body, "5 May 2019", "2019-05-05"),
            mention(article, organization, TextField::body, "Apple Inc.", "Apple Inc.")};
}

struct Placed {
    std::map<std::string, std::vector<std::string>> values;
    std::vector<MentionPlace> places;
    std::string bytes;
};

Placed place(const Article& article, const std::vector<Mention>& mentions) {
    const ArticleTexts texts = texts_of(article);
    MentionPlacer placer(texts, mentions);
    std::uint32_t words = 0;
    for (const TextField field : text_fields) {
        std::vector<Segment> cut;
        segment(texts[field], cut);
        placer.place(field, cut, words);
        words += static_cast<std::uint32_t>(cut.size());
    }
    Placed placed;
    for (const char* field : {"person", "org", "place", "misc", "mentions"})
        placed.values[field] = placer.values(field);
    placed.places = placer.places();
    MentionPlaceWriter writer(placed.bytes);
    for (const MentionPlace& one : placed.places) writer.add(one);
    return placed;
}

}  // namespace

TEST_CASE("mentions stand at words counted over all texts, and each value is there once") {
    const Article article = kim_article();
    const Placed placed = place(article, mentions_of(article));
    CHECK(placed.values.at("person") == std::vector<std::string>{"Kim Jong-un", "Putin"});
    CHECK(placed.values.at("place") == std::vector<std::string>{"United States"});
    CHECK(placed.values.at("mentions") == std::vector<std::string>{"2019-05-05"});
    CHECK(placed.values.at("misc").empty());
    REQUIRE(placed.places.size() == 7);
    CHECK(placed.places[0] == MentionPlace{.kind = MentionKind::person, .value = 0, .first_word = 0, .words = 1});
    CHECK(placed.places[1] == MentionPlace{.kind = MentionKind::person, .value = 1, .first_word = 2, .words = 1});
    CHECK(placed.places[2] == MentionPlace{.kind = MentionKind::person, .value = 0, .first_word = 3, .words = 3});
    CHECK(placed.places[5].words == 3);
}

TEST_CASE("mentions come back from their places to the byte") {
    const Article article = kim_article();
    const std::vector<Mention> mentions = mentions_of(article);
    const Placed placed = place(article, mentions);
    const auto value = [&](std::string_view field, std::uint32_t number) -> std::string_view {
        return placed.values.at(std::string(field)).at(number);
    };
    CHECK(mentions_in(article, MentionPlaceReader(placed.bytes), value) == mentions);
}

TEST_CASE("a mention without a word is left out") {
    Article article;
    article.body = "Well ... yes.";
    CHECK(place(article, {mention(article, MentionKind::person, TextField::body, "...", "Nobody")}).places.empty());
}

TEST_CASE("damaged places end the reading") {
    const Article article = kim_article();
    std::string bytes = place(article, mentions_of(article)).bytes;
    bytes.back() = '\x80';
    MentionPlaceReader reader(bytes);
    std::size_t read = 0;
    while (reader.next()) ++read;
    CHECK(read == 6);
    const auto none = [](std::string_view, std::uint32_t) { return std::string_view(); };
    CHECK(mentions_in(article, MentionPlaceReader("\x7f\x7f\x7f"), none).empty());
}

}  // namespace dateline
