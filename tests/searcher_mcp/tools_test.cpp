// Tools over corpus/: what is quoted stands where it is said to stand.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/mcp/tools/arguments.h"
#include "searcher/mcp/tools/registry.h"
#include "searcher/verify.h"
#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::mcp {
namespace {

class Tools {
public:
    Json call(std::string_view name, const Json& arguments) {
        const Tool& tool = *find_tool(name);
        return tool.call({searcher_, {}}, read_arguments(tool.arguments, arguments));
    }
    const Index& index() const { return searcher_.index(); }

private:
    dateline::tests::TempDir folder_;
    Searcher searcher_{dateline::tests::index_corpus(folder_.path() / "index", 40)};
};

std::string field_of(const Article& article, const std::string& field) {
    const std::string captions = texts_of(article).captions;
    return field == "title"  ? article.title
           : field == "lead" ? article.lead
           : field == "body" ? article.body
                             : captions;
}

/// By counting, and by what `searcher verify` would say.
void check_passage(const Index& index, const std::string& id, const Json& hash, const Json& passage) {
    CAPTURE(id);
    CAPTURE(passage.dump());
    const auto start = passage["start"].get<std::size_t>();
    const auto end = passage["end"].get<std::size_t>();
    const auto quote = passage["quote"].get<std::string>();
    CHECK_FALSE(quote.empty());
    const std::u32string points = code_points(field_of(*index.find(id), passage["field"]));
    REQUIRE(end <= points.size());
    CHECK(points.substr(start, end - start) == code_points(quote));
    Quote claimed{.id = id, .text = quote, .hash = hash, .field = passage["field"]};
    claimed.place = QuotePlace{start, end};
    CHECK(verify(index, claimed).verdict == Verdict::holds);
}

TEST_CASE("every result is a quote that holds") {
    Tools tools;
    std::size_t checked = 0;
    for (const char* query : {"japan OR korea", "\"abducted citizens\"", "拉致", "date:2012", "title:summit", "の",
                              "wc>1", "caption:photo*", "language:ar", "language:th", "-zzz the"}) {
        CAPTURE(query);
        const Json answer = tools.call("search_news", {{"query", query}, {"limit", 50}});
        for (const Json& result : answer["results"]) {
            check_passage(tools.index(), result["id"], result["hash"], result);
            ++checked;
        }
    }
    CHECK(checked > 100);
}

TEST_CASE("an article is read as a whole, in pieces of any length, and every paragraph is a quote that holds") {
    Tools tools;
    for (const Article& article : dateline::tests::all_articles(tools.index())) {
        CAPTURE(article.id);
        for (const std::size_t length : {std::size_t{200}, std::size_t{100'000}}) {
            std::string body;
            Json answer{{"next_start", 0}};
            while (answer.contains("next_start")) {
                answer = tools.call("read_article",
                                    {{"id", article.id}, {"start", answer["next_start"]}, {"length", length}});
                for (const Json& passage : answer["passages"]) {
                    check_passage(tools.index(), article.id, answer["hash"], passage);
                    if (passage["field"] == "body") body += passage["quote"];
                }
            }
            std::string expected = article.body;
            for (std::size_t at = 0; (at = expected.find("\n\n")) != std::string::npos;) expected.erase(at, 2);
            CHECK(body == expected);
            CHECK(answer["body_length"] == count_code_points(article.body));
        }
    }
}

TEST_CASE("asked with a query, an article shows where it satisfies it") {
    Tools tools;
    const Json answer =
        tools.call("read_article", {{"id", "ec-2020-0605-1"}, {"query", "\"abducted citizens\" japan"}});
    CHECK(answer["matches"] == true);
    REQUIRE(answer["hits"].size() >= 2);
    for (const Json& hit : answer["hits"]) check_passage(tools.index(), "ec-2020-0605-1", answer["hash"], hit);
    CHECK(tools.call("read_article", {{"id", "ec-2020-0605-1"}, {"query", "beaver"}})["matches"] == false);
}

TEST_CASE("results go on where they ended") {
    Tools tools;
    const Json whole = tools.call("search_news", {{"query", "japan"}, {"limit", 50}});
    CHECK_FALSE(whole.contains("next_offset"));
    std::vector<Json> ids;
    Json page{{"next_offset", 0}};
    while (page.contains("next_offset")) {
        page = tools.call("search_news", {{"query", "japan"}, {"offset", page["next_offset"]}});
        for (const Json& result : page["results"]) ids.push_back(result["id"]);
    }
    REQUIRE(ids.size() == whole["total"]);
    for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == whole["results"][i]["id"]);
    const Json count = tools.call("search_news", {{"query", "japan"}, {"limit", 0}});
    CHECK(count["total"] == 12);
    CHECK(count["results"].empty());
}

TEST_CASE("counts are those of the whole answer") {
    Tools tools;
    const Json counted =
        tools.call("facets", {{"query", "japan"}, {"facet", {"year>month", "source"}}, {"facet_limit", 2}});
    CHECK(counted["total"] == 12);
    REQUIRE(counted["facets"].size() == 2);
    CHECK(counted["facets"][0]["name"] == "year>month");
    CHECK(counted["facets"][0]["values"].size() == 2);
    CHECK(counted["facets"][0]["left_out"]["values"] == 8);

    const Json timeline = tools.call("timeline", {{"query", "japan"}});
    CHECK(timeline["unit"] == "year");
    std::uint64_t sum = timeline["undated"];
    for (const Json& row : timeline["rows"]) sum += row["count"].get<std::uint64_t>();
    CHECK(sum == 12);
}

TEST_CASE("similar articles are quoted as well") {
    Tools tools;
    const Json answer = tools.call("similar_articles", {{"id", "ec-2020-0605-1"}, {"limit", 3}});
    CHECK(answer["results"].size() == 3);
    for (const Json& result : answer["results"]) check_passage(tools.index(), result["id"], result["hash"], result);
}

TEST_CASE("a quote is checked, and found where it stands") {
    Tools tools;
    const auto verdict = [&](const Json& arguments) { return tools.call("verify_quote", arguments); };
    const Json found = verdict({{"id", "ec-2020-0605-1"}, {"quote", "abducted citizens"}});
    CHECK(found["verdict"] == "true");
    check_passage(tools.index(), "ec-2020-0605-1", found["hash"], found);
    CHECK(verdict({{"id", "ec-2020-0605-1"}, {"quote", "abducted citizens"}, {"start", 0}, {"end", 17}})["verdict"] ==
          "moved");
    const Json refuted = verdict({{"id", "ec-2020-0605-1"}, {"quote", "kidnapped citizens"}});
    CHECK(refuted["verdict"] == "false");
    CHECK(refuted["reason"] == "the article does not have the quote");
}

}  // namespace
}  // namespace dateline::mcp
