#include "common/index/stored_articles.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

/// Of every shape: empty, with captions, larger than a block, hard to compress.
std::vector<Article> sample_articles() {
    std::vector<Article> articles;
    articles.push_back({.id = "1", .title = "Title alone"});
    articles.push_back({.id = "2",
                        .path = "folder/file.jsonl",
                        .member = "inner",
                        .place = "line 2",
                        .url = "https://example.org/2",
                        .urls = {"https://m.example.org/2", "https://example.com/2"},
                        .title = "Über alles",
                        .lead = "Lead",
                        .body = "One.\n\nTwo.",
                        .captions = {{"A picture", "Agency/Name"}, {"", "Credit alone"}},
                        .published = Published{date_of_year(2012), "field:date"},
                        .version = 300});
    std::mt19937 random(17);
    std::string noise(40'000, '\0');
    for (char& c : noise) c = static_cast<char>(' ' + random() % 95);
    articles.push_back({.id = "3", .title = "Noise", .body = noise});
    for (int i = 4; i < 60; ++i) {
        articles.push_back(
            {.id = std::to_string(i), .title = "Small", .body = std::string(static_cast<std::size_t>(i) * 17, 'x')});
    }
    return articles;
}

StoredArticlesBuilder stored(std::span<const Article> articles) {
    StoredArticlesBuilder builder;
    for (const Article& article : articles) builder.add(article);
    builder.close_block();
    return builder;
}

void check_article(const StoredArticles& stored, std::size_t row, const Article& expected) {
    CAPTURE(row);
    const Card card = stored.card(row);
    CHECK(card.id == expected.id);
    CHECK(card.title == expected.title);
    CHECK(card.url == expected.url);
    const auto urls = card.urls();
    CHECK(std::vector<std::string>(urls.begin(), urls.end()) == expected.urls);
    CHECK(card.version == expected.version);
    CHECK(card.path == expected.path);
    CHECK(card.member == expected.member);
    CHECK(card.place == expected.place);
    CHECK(card.published_from == (expected.published ? expected.published->from : ""));
    Article texts{.lead = "left over", .body = "left over", .captions = {{"left", "over"}}};
    stored.read_texts(row, texts);
    CHECK(texts.lead == expected.lead);
    CHECK(texts.body == expected.body);
    CHECK(texts.captions == expected.captions);
}

void check_articles(const StoredArticles& stored, const std::vector<Article>& expected) {
    CHECK(stored.file().verify());
    REQUIRE(stored.articles() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) check_article(stored, row, expected[row]);
}

}  // namespace

TEST_CASE("articles come back as they were stored") {
    const tests::TempDir folder;
    const auto articles = sample_articles();
    const auto builder = stored(articles);
    write_stored_articles(folder.path() / "articles", std::vector{builder.view()}, false);
    check_articles(StoredArticles(folder.path() / "articles"), articles);
}

TEST_CASE("several parts, from memory and from files, become one") {
    const tests::TempDir folder;
    const auto all = sample_articles();
    const std::vector<Article> first(all.begin(), all.begin() + 2);
    const std::vector<Article> rest(all.begin() + 2, all.end());
    const auto of_first = stored(first);
    const auto of_rest = stored(rest);
    const auto of_none = stored({});
    write_stored_articles(folder.path() / "rest", std::vector{of_rest.view()}, false);
    const StoredArticles file(folder.path() / "rest");
    write_stored_articles(folder.path() / "all",
                          std::vector{of_none.view(), of_first.view(), file.view(), of_first.view()}, false);
    std::vector<Article> expected = all;
    expected.insert(expected.end(), first.begin(), first.end());
    check_articles(StoredArticles(folder.path() / "all"), expected);
}

TEST_CASE("no articles at all") {
    const tests::TempDir folder;
    write_stored_articles(folder.path() / "articles", {}, false);
    CHECK(StoredArticles(folder.path() / "articles").articles() == 0);
}

TEST_CASE("similar articles are stored in less than they take") {
    const tests::TempDir folder;
    std::vector<Article> articles(200,
                                  Article{.id = "x", .body = std::string(500, 'a') + "The government said on Friday."});
    const auto builder = stored(articles);
    write_stored_articles(folder.path() / "articles", std::vector{builder.view()}, false);
    CHECK(std::filesystem::file_size(folder.path() / "articles") < 200 * 530 / 4);
}

TEST_CASE("damaged places and texts are an IndexError") {
    const tests::TempDir folder;
    const auto articles = sample_articles();
    const auto builder = stored(articles);
    const StoredView sound = builder.view();
    const auto path = folder.path() / "articles";
    const auto check_damaged = [&](const StoredView& damaged) {
        write_stored_articles(path, std::vector{damaged}, false);
        const StoredArticles stored(path);
        Article article;
        CHECK_THROWS_AS(stored.read_texts(1, article), IndexError);
    };

    std::string zeros(sound.blocks.size(), '\0');
    StoredView damaged = sound;
    damaged.blocks = zeros;
    check_damaged(damaged);

    for (const std::uint64_t place : {std::uint64_t{1} << 40U, std::uint64_t{0xFFFF'FFFF}}) {
        std::vector<std::uint64_t> places(sound.text_places.begin(), sound.text_places.end());
        places[1] = place;
        damaged = sound;
        damaged.text_places = places;
        check_damaged(damaged);
    }

    std::vector<std::uint64_t> ends(sound.block_ends.begin(), sound.block_ends.end());
    ends[0] = ~std::uint64_t{0};
    damaged = sound;
    damaged.block_ends = ends;
    check_damaged(damaged);
}

TEST_CASE("any damaged byte of a card is an IndexError or another card, never a crash") {
    const tests::TempDir folder;
    const std::vector<Article> articles{{.id = "id", .url = "https://example.org/", .title = "Title"}};
    const auto builder = stored(articles);
    const StoredView sound = builder.view();
    for (std::size_t at = 0; at < sound.cards.size(); ++at) {
        std::string cards(sound.cards);
        cards[at] = '\xFF';
        StoredView damaged = sound;
        damaged.cards = cards;
        write_stored_articles(folder.path() / "articles", std::vector{damaged}, false);
        const StoredArticles stored(folder.path() / "articles");
        try {
            static_cast<void>(stored.card(0));
        } catch (const IndexError& error) {
            CHECK(error.kind() == IndexError::Kind::corrupt);
        }
    }
}

}  // namespace dateline
