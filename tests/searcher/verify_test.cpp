// Quotes cut from the articles of corpus/, as they are and spoilt.

#include "searcher/verify.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "common/index/article_text.h"
#include "common/text/utf8.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "searcher/search.h"
#include "tests/searcher/all_articles.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

constexpr std::size_t quote_count = 1000;

void add(const std::filesystem::path& folder, const std::filesystem::path& input) {
    IndexWriter writer(folder, {.jobs = 1});
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    add_articles({.inputs = {input.string()}}, writer, report, progress);
}

std::string hash_of(const Index& index, const std::string& id) {
    for (const auto& segment : index.segments()) {
        if (const auto row = segment->find(id)) return to_hex(segment->columns().content_hashes()[*row]);
    }
    return {};
}

std::string utf8(std::u32string_view points) {
    std::string text;
    for (const char32_t point : points) append_code_point(text, point);
    return text;
}

const std::vector<std::string> field_names_of_quotes{"title", "lead", "body", "caption"};

std::string field_text(const Article& article, const std::string& field) {
    if (field == "title") return article.title;
    if (field == "lead") return article.lead;
    if (field == "body") return article.body;
    return texts_of(article).captions;
}

/// A quote that holds, and the article it was cut from.
struct Cut {
    Quote quote;
    const Article* article = nullptr;
};

class Scissors {
public:
    explicit Scissors(const Index& index) : index_(index), articles_(all_articles(index)) {}

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

    /// From any field of any article, between any two code points.
    Cut cut() {
        while (true) {
            const Article& article = articles_[below(articles_.size())];
            if (const std::string& field = field_names_of_quotes[below(field_names_of_quotes.size())];
                !field_text(article, field).empty())
                return {cut(article, field), &article};
        }
    }

    Quote cut(const Article& article, const std::string& field) {
        constexpr std::size_t longest = 200;
        const std::u32string text = code_points(field_text(article, field));
        const std::size_t start = below(text.size());
        const std::size_t length = 1 + below(std::min(longest, text.size() - start));
        return {article.id, utf8(text.substr(start, length)), hash_of(index_, article.id), field,
                QuotePlace{start, start + length}};
    }

    const std::vector<Article>& articles() const { return articles_; }

private:
    const Index& index_;
    std::vector<Article> articles_;
    std::mt19937 random_{20261124};
};

bool has(const Article& article, const std::string& text) {
    return std::any_of(field_names_of_quotes.begin(), field_names_of_quotes.end(), [&](const std::string& field) {
        return field_text(article, field).find(text) != std::string::npos;
    });
}

/// The article as a line of JSON that is read back as it is.
std::string as_json(const Article& article) {
    return nlohmann::json{{"id", article.id}, {"title", article.title}, {"lead", article.lead}, {"body", article.body}}
               .dump() +
           "\n";
}

constexpr std::string_view small_articles =
    R"({"id": "dam", "title": "Über the dam", "lead": "Ein Bär sah zu.", "body": "The dam held. The brook ran on.\n\nThe dam held again."}
{"id": "bare", "title": "No more than a title"}
)";

}  // namespace

TEST_CASE("quotes cut from articles of every language hold, and so without hash or place") {
    const tests::TempDir folder;
    add(folder.path() / "index", tests::corpus_dir());
    const Index index = Index::open(folder.path() / "index");
    Scissors scissors(index);
    std::set<std::string> languages;
    for (std::size_t i = 0; i < quote_count; ++i) {
        const Cut cut = scissors.cut();
        languages.insert(cut.article->language);
        CAPTURE(cut.quote.text);
        const Verification whole = verify(index, cut.quote);
        CHECK(whole.verdict == Verdict::holds);
        CHECK(whole.place == *cut.quote.place);
        CHECK(whole.field == *cut.quote.field);
        CHECK(whole.hash == *cut.quote.hash);
        const Verification sought = verify(index, {cut.quote.id, cut.quote.text, {}, {}, {}});
        CHECK(sought.verdict == Verdict::holds);
        CHECK(verify(index, {cut.quote.id, cut.quote.text, sought.hash, sought.field, sought.place}).verdict ==
              Verdict::holds);
    }
    for (const char* language : {"ar", "de", "en", "es", "fr", "ja", "ru", "th", "zh"}) {
        CAPTURE(language);
        CHECK(languages.contains(language));
    }
}

TEST_CASE("a quote with one character changed is refused") {
    const tests::TempDir folder;
    add(folder.path() / "index", tests::corpus_dir());
    const Index index = Index::open(folder.path() / "index");
    Scissors scissors(index);
    for (std::size_t i = 0; i < quote_count; ++i) {
        const Cut cut = scissors.cut();
        std::u32string points = code_points(cut.quote.text);
        const std::u32string letters = code_points(cut.article->title + cut.article->body);
        const std::size_t at = scissors.below(points.size());
        const char32_t other = letters[scissors.below(letters.size())];
        // Blanks are alike to verify, and a quote may become one of blanks only.
        const char32_t letter = i % 2 == 0 || other == U' ' || other == U'\n' ? U'\u2603' : other;
        if (letter == points[at]) continue;
        points[at] = letter;
        Quote spoilt = cut.quote;
        spoilt.text = utf8(points);
        CAPTURE(cut.quote.text);
        CAPTURE(spoilt.text);
        const Verification verification = verify(index, spoilt);
        CHECK(verification.verdict != Verdict::holds);
        if (has(*cut.article, spoilt.text)) continue;  // a short one may stand elsewhere
        CHECK(verification.verdict == Verdict::refuted);
        CHECK(verification.reason == "the text there differs");
    }
}

TEST_CASE("a hash or a place that is another's is not confirmed") {
    const tests::TempDir folder;
    add(folder.path() / "index", tests::corpus_dir());
    const Index index = Index::open(folder.path() / "index");
    Scissors scissors(index);
    for (std::size_t i = 0; i < quote_count; ++i) {
        const Cut cut = scissors.cut();
        Quote other_hash = cut.quote;
        (*other_hash.hash)[scissors.below(32)] = '-';
        const Verification verification = verify(index, other_hash);
        CHECK(verification.verdict == Verdict::moved);
        CHECK(verification.place == *cut.quote.place);
        CHECK(verification.hash == *cut.quote.hash);
        Quote longer = cut.quote;
        ++longer.place->end;
        CHECK(verify(index, longer).verdict != Verdict::holds);
    }
}

TEST_CASE("quotes of an article that was edited are found where they stand now") {
    const tests::TempDir folder;
    const auto path = folder.path() / "index";
    add(path, tests::corpus_dir());
    std::vector<Quote> quotes;
    std::string edited;
    const std::string sentence = "Ein Satz steht jetzt davor. ";
    {
        const Index index = Index::open(path);
        Scissors scissors(index);
        for (const Article& article : scissors.articles()) {
            if (article.body.empty()) continue;
            for (std::size_t i = 0; i < 20; ++i) quotes.push_back(scissors.cut(article, "body"));
            Article changed = article;
            changed.body.insert(0, sentence);
            edited += as_json(changed);
        }
    }
    REQUIRE(quotes.size() > quote_count);
    add(path, folder.write("edited.jsonl", edited));
    const Index index = Index::open(path);
    for (const Quote& quote : quotes) {
        CAPTURE(quote.id);
        CAPTURE(quote.text);
        const std::string body = index.find(quote.id)->body;
        const Verification verification = verify(index, quote);
        CHECK(verification.verdict == Verdict::moved);
        CHECK(verification.field == "body");
        CHECK(verification.hash == hash_of(index, quote.id));
        CHECK(verification.hash != *quote.hash);
        const std::size_t begin = byte_offset_of(body, verification.place.start);
        CHECK(body.substr(begin, byte_offset_of(body, verification.place.end) - begin) == quote.text);
        const std::size_t expected = quote.place->start + count_code_points(sentence);
        const bool stands_once = body.find(quote.text) == body.rfind(quote.text);
        if (stands_once) CHECK(verification.place.start == expected);
    }
}

TEST_CASE("verdicts") {
    const tests::TempDir folder;
    add(folder.path() / "index", folder.write("small.jsonl", small_articles));
    const Index index = Index::open(folder.path() / "index");
    const std::string hash = hash_of(index, "dam");
    const std::string other = "00000000000000000000000000000000";
    struct Row {
        const char* what;
        Quote quote;
        Verdict verdict;
        std::string field;
        QuotePlace place;
        std::string reason;
    };
    for (const Row& row : {
             Row{"all claimed", {"dam", "The brook", hash, "body", {{14, 23}}}, Verdict::holds, "body", {14, 23}, ""},
             Row{"the body is the field meant",
                 {"dam", "The brook", hash, {}, {{14, 23}}},
                 Verdict::holds,
                 "body",
                 {14, 23},
                 ""},
             Row{"code points, not bytes",
                 {"dam", "r sah", {}, "lead", {{6, 11}}},
                 Verdict::holds,
                 "lead",
                 {6, 11},
                 ""},
             Row{"looked for", {"dam", "The dam", {}, {}, {}}, Verdict::holds, "body", {0, 7}, ""},
             Row{"looked for, in any field", {"dam", "Über", hash, {}, {}}, Verdict::holds, "title", {0, 4}, ""},
             Row{"not in the field named", {"dam", "Über", {}, "lead", {}}, Verdict::moved, "title", {0, 4}, ""},
             Row{"of two places the nearest",
                 {"dam", "The dam", hash, {}, {{30, 37}}},
                 Verdict::moved,
                 "body",
                 {33, 40},
                 ""},
             Row{"and the other way", {"dam", "The dam", hash, {}, {{3, 10}}}, Verdict::moved, "body", {0, 7}, ""},
             Row{"the article has changed",
                 {"dam", "The dam", other, {}, {{33, 40}}},
                 Verdict::moved,
                 "body",
                 {33, 40},
                 ""},
             Row{"the article has changed, and no place is named",
                 {"dam", "brook", other, {}, {}},
                 Verdict::moved,
                 "body",
                 {18, 23},
                 ""},
             Row{"a line feed as a blank",
                 {"dam", "on.  The", hash, {}, {{28, 36}}},
                 Verdict::holds,
                 "body",
                 {28, 36},
                 ""},
             Row{"a line feed as it is", {"dam", "on.\n\nThe", hash, {}, {}}, Verdict::holds, "body", {28, 36}, ""},
             Row{"a blank is no line feed",
                 {"dam", "The\ndam", {}, {}, {}},
                 Verdict::refuted,
                 "",
                 {},
                 "the article does not have the quote"},
             Row{"case counts",
                 {"dam", "the dam held", hash, {}, {{0, 12}}},
                 Verdict::refuted,
                 "",
                 {},
                 "the text there differs"},
             Row{"behind the end",
                 {"dam", "nothing", hash, {}, {{900, 907}}},
                 Verdict::refuted,
                 "",
                 {},
                 "the text there differs"},
             Row{"found, but not behind the end",
                 {"dam", "again.", {}, {}, {{900, 906}}},
                 Verdict::moved,
                 "body",
                 {46, 52},
                 ""},
             Row{"end before start", {"dam", "The", {}, {}, {{3, 0}}}, Verdict::moved, "body", {0, 3}, ""},
             Row{"no such article", {"d", "The", {}, {}, {}}, Verdict::refuted, "", {}, "no such article"},
             Row{"an article without a body",
                 {"bare", "dam", {}, {}, {}},
                 Verdict::refuted,
                 "",
                 {},
                 "the article does not have the quote"},
             Row{"nothing", {"dam", "", hash, {}, {{0, 0}}}, Verdict::refuted, "", {}, "the quote is empty"},
             Row{"half a letter",
                 {"dam", "\xBC", {}, {}, {}},
                 Verdict::refuted,
                 "",
                 {},
                 "the quote is not valid UTF-8"},
         }) {
        CAPTURE(row.what);
        const Verification verification = verify(index, row.quote);
        CHECK(verification.verdict == row.verdict);
        CHECK(verification.field == row.field);
        CHECK(verification.place == row.place);
        CHECK(verification.reason == row.reason);
        CHECK(verification.hash == (row.verdict == Verdict::refuted ? "" : hash));
    }
}

TEST_CASE("results carry what it takes to check them: hash, field and offset of the passage") {
    const tests::TempDir folder;
    add(folder.path() / "index", tests::corpus_dir());
    Searcher searcher(Index::open(folder.path() / "index"));
    std::set<std::string> fields;
    for (const char* query : {"abducted", "north", "moon OR court", "the", "北朝鮮", "в", "ash", "picture OR photo"}) {
        CAPTURE(query);
        const ResultPage page = searcher.search({.query = query, .limit = 100});
        CHECK(page.total > 0);
        for (const Result& result : page.results) {
            const Snippet& snippet = result.snippet;
            if (snippet.text.empty()) continue;
            CAPTURE(snippet.text);
            fields.insert(snippet.field);
            const QuotePlace place{snippet.offset, snippet.offset + count_code_points(snippet.text)};
            CHECK(verify(searcher.index(), {result.id, snippet.text, result.hash, snippet.field, place}).verdict ==
                  Verdict::holds);
        }
    }
    CHECK(fields.contains("body"));
}

TEST_CASE("the hash is 32 digits, the high half first") {
    CHECK(to_hex({0x1, 0xfedcba9876543210}) == "fedcba98765432100000000000000001");
    CHECK(to_hex({}) == "00000000000000000000000000000000");
}

TEST_CASE("a record of JSON is answered with all it has") {
    struct Row {
        const char* what;
        std::string json;
        Verification verification;
        std::string answer;
    };
    for (
        const Row& row : {
            Row{"true",
                R"({"quote":"a \"b\"","id":"x","start":2,"end":7,"n":[1,{"k":null}]})",
                {Verdict::holds, "", "0f", "body", {2, 7}},
                R"({"id":"x","hash":"0f","field":"body","start":2,"end":7,"quote":"a \"b\"","n":[1,{"k":null}],"verdict":"true"})"},
            Row{"moved",
                R"({"id":"x","hash":"0e","start":2,"end":3,"quote":"é"})",
                {Verdict::moved, "", "0f", "title", {4, 5}},
                R"({"id":"x","hash":"0f","field":"title","start":4,"end":5,"quote":"é","verdict":"moved"})"},
            Row{"false",
                R"({"id":"x","hash":"0e","field":"lead","start":2,"end":3,"quote":"é"})",
                {Verdict::refuted, "no such article", "", "", {}},
                R"({"id":"x","hash":"0e","field":"lead","start":2,"end":3,"quote":"é","verdict":"false","reason":"no such article"})"},
            Row{"nothing claimed, an answer given again",
                R"({"id":"x","hash":null,"field":null,"start":null,"end":null,"quote":"é","verdict":"true","reason":"y"})",
                {Verdict::refuted, "no such article", "", "", {}},
                R"({"id":"x","quote":"é","verdict":"false","reason":"no such article"})"},
        }) {
        CAPTURE(row.what);
        CHECK(verdict_line(read_quote(row.json), row.verification) == row.answer);
    }
}

TEST_CASE("a record that cannot be read says why") {
    struct Row {
        const char* json;
        const char* why;
    };
    for (const Row& row : {
             Row{"", "no JSON object"},
             Row{"[]", "no JSON object"},
             Row{R"({"id":"x")", "no JSON object"},
             Row{R"({"id":"x","quote":"a"} 1)", "no JSON object"},
             Row{R"({"quote":"a"})", "there is no \"id\""},
             Row{R"({"id":"x"})", "there is no \"quote\""},
             Row{R"({"id":7,"quote":"a"})", "\"id\" is no string"},
             Row{R"({"id":"x","quote":null})", "\"quote\" is no string"},
             Row{R"({"id":"x","quote":"a","start":1})", "\"start\" and \"end\" come together"},
             Row{R"({"id":"x","quote":"a","start":-1,"end":2})", "\"start\" is no offset"},
             Row{R"({"id":"x","quote":"a","start":1.5,"end":2})", "\"start\" is no offset"},
             Row{R"({"id":"x","quote":"a","field":"text"})",
                 "\"field\" is \"text\"; there are title, lead, body, caption"},
         }) {
        CAPTURE(row.json);
        CHECK_THROWS_WITH_AS(read_quote(row.json), doctest::Contains(row.why), UsageError);
    }
}

}  // namespace dateline
