#include "indexer/readers/json.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

using tests::read_all;

/// `place|id|title|body` of each article, then `place!reason` of what was skipped.
std::vector<std::string> json_summary(const std::string& bytes, const ReaderOptions& options = {}) {
    const auto readings = read_all(JsonReader(), bytes, options);
    std::vector<std::string> lines;
    for (const RawArticle& raw : readings.articles) {
        const Article& stated = raw.stated;
        lines.push_back(stated.place + "|" + stated.id + "|" + stated.title + "|" + stated.body);
    }
    for (const Skipped& skipped : readings.skipped) {
        lines.push_back(skipped.place + "!" + skipped.reason);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON in all its shapes") {
    struct Row {
        std::string bytes;
        Lines expected;
    };
    const std::vector<Row> rows{
        {R"({"id":"1","title":"A","body":"b"})", {"|1|A|b"}},
        {"{\n  \"id\": \"1\",\n  \"title\": \"A\"\n}\n", {"|1|A|"}},
        {"{\"title\":\"A\"}\n{\"title\":\"B\"}\n", {"line 1||A|", "line 2||B|"}},
        {"{\"title\":\"A\"}\n\n{\"title\":\"B\"}", {"line 1||A|", "line 3||B|"}},
        {"{\"title\":\"A\"}\r\n{\"title\":\"B\"}\r\n", {"line 1||A|", "line 2||B|"}},
        {"{\"title\":\"A\"}\n{broken\n{\"title\":\"B\"}\n", {"line 1||A|", "line 3||B|", "line 2!malformed"}},
        {"{\"title\":\"A\"}\n[1,2]\n", {"line 1||A|", "line 2!no text"}},
        {R"([{"title":"A"}, {"title":"B"} , 3])", {"element 1||A|", "element 2||B|", "element 3!no text"}},
        {R"([{"title":"A"}, {"title":"B)", {"element 1||A|", "element 2!malformed"}},
        {R"([{"title":"A"}, )", {"element 1||A|", "element 2!malformed"}},
        {"[]", {}},
        {"{\"title\":\"A]}\\\"\"}", {"||A]}\"|"}},
        {R"({"response":{"results":[{"webTitle":"A"},{"webTitle":"B"}]}})", {"element 1||A|", "element 2||B|"}},
        {R"({"name":"x","size":3})", {"!no text"}},
        {"", {"!no text"}},
        {"\xEF\xBB\xBF{\"title\":\"A\"}", {"||A|"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(json_summary(row.bytes) == row.expected);
    }
}

TEST_CASE("fields are found by their names, the better name first") {
    const std::string bytes =
        R"({"docno": 17, "headline": "", "webTitle": "T", "fields": {"bodyText": "B", "trailText": "L"},
        "date": "2012-08-29", "published": "2012-08-29T10:00:00Z", "updated": "2013-01-01",
        "author": [{"name": "Ann Lee"}, "Bo Ek"], "publisher": {"name": "The Example"}, "sectionName": "World",
        "webUrl": "https://example.org/1", "inLanguage": "en"})";
    const auto readings = read_all(JsonReader(), bytes);
    REQUIRE(readings.articles.size() == 1);
    const RawArticle& raw = readings.articles.front();
    CHECK(raw.stated.id == "17");
    CHECK(raw.stated.title == "T");
    CHECK(raw.stated.lead == "L");
    CHECK(raw.stated.body == "B");
    CHECK(raw.stated.authors == std::vector<std::string>{"Ann Lee", "Bo Ek"});
    CHECK(raw.stated.source == "The Example");
    CHECK(raw.stated.section == "World");
    CHECK(raw.stated.url == "https://example.org/1");
    CHECK(raw.stated.language == "en");
    REQUIRE(raw.date_texts.size() == 2);
    CHECK(raw.date_texts[0].first == "field:published");
    CHECK(raw.date_texts[1].first == "field:date");
}

TEST_CASE("the user's own names come first") {
    const ReaderOptions options{{{"title", "meta.kop"}, {"body", "tekst"}}};
    CHECK(json_summary(R"({"title":"no","meta":{"kop":"yes"},"body":"no","tekst":"yes"})", options) ==
          Lines{"||yes|yes"});
    CHECK_THROWS_AS(json_summary("{}", {{{"headlin", "x"}}}), UsageError);
}

TEST_CASE("dates as numbers are seconds or milliseconds, or days written without signs") {
    struct Row {
        std::string number;
        std::string text;
    };
    const std::vector<Row> rows{
        {"1161382500", "2006-10-20T22:15:00Z"}, {"1161382500000", "2006-10-20T22:15:00Z"}, {"20061020", "20061020"}};
    for (const Row& row : rows) {
        const auto readings = read_all(JsonReader(), R"({"title":"A","date":)" + row.number + "}");
        REQUIRE(readings.articles.size() == 1);
        CHECK(readings.articles.front().date_texts.front().second == row.text);
    }
}

TEST_CASE("bytes that are not UTF-8 are replaced and told of") {
    const auto readings = read_all(JsonReader(), "{\"title\":\"caf\xE9\"}\n{\"title\":\"B\"}\n");
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.articles.front().stated.title == "café");
    CHECK(readings.articles.front().warnings.size() == 1);
}

TEST_CASE("lines longer than the buffer are read whole") {
    const std::string body(5'000'000, 'x');
    const auto readings = read_all(JsonReader(), "{\"title\":\"A\",\"body\":\"" + body + "\"}\n{\"title\":\"B\"}\n");
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.articles[0].stated.body.size() == body.size());
    CHECK(readings.articles[1].stated.title == "B");
}

TEST_CASE("a line is too large from 64 MiB on, however the window grows") {
    const auto readings = read_all(
        JsonReader(), "{\"body\":\"" + std::string(max_article_bytes + 1'000'000, 'x') + "\"}\n{\"title\":\"B\"}\n", {},
        "a.jsonl");
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped.front().reason == "too large");
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles.front().stated.place == "line 2");
}

TEST_CASE("a sink that has enough stops the reader") {
    std::istringstream stream("{\"title\":\"A\"}\n{\"title\":\"B\"}\n");
    Input input{"input", "", stream};
    int count = 0;
    const ReaderSink sink{[&count](const RawArticle&) { return ++count > 9; }, [](const Skipped&) { return true; }};
    JsonReader().read(input, {}, sink);
    CHECK(count == 1);
}

}  // namespace dateline
