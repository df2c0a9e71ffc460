#include "indexer/messages.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "common/index/varint.h"

namespace dateline {
namespace {

Article full_article() {
    return {.id = "id",
            .path = "path",
            .member = "member",
            .place = "place",
            .url = "url",
            .urls = {"one", "two"},
            .title = "title",
            .lead = "lead",
            .body = std::string(1000, 'x') + "\n\n\0",
            .captions = {{"caption", "credit"}, {"", ""}},
            .authors = {"Ann"},
            .agencies = {"Agency"},
            .source = "source",
            .section = "section",
            .language = "en",
            .published = Published{{-1234567890, -90, Precision::minute}, "from"},
            .version = ~std::uint64_t{0}};
}

RawArticle full_raw_article() {
    RawArticle raw;
    raw.stated = full_article();
    raw.copied_text = "copied";
    raw.html = "";
    raw.html_title = "title";
    raw.html_lead = "lead";
    raw.html_body = "body";
    raw.not_article = "withdrawn";
    raw.date_texts = {{"field:date", "1999"}, {"", ""}};
    raw.warnings = {"warning"};
    raw.input_bytes = 12345;
    return raw;
}

void check_same(const RawArticle& got, const RawArticle& want) {
    CHECK(got.stated == want.stated);
    CHECK(got.copied_text == want.copied_text);
    CHECK(got.html == want.html);
    CHECK(got.html_title == want.html_title);
    CHECK(got.html_lead == want.html_lead);
    CHECK(got.html_body == want.html_body);
    CHECK(got.not_article == want.not_article);
    CHECK(got.date_texts == want.date_texts);
    CHECK(got.warnings == want.warnings);
    CHECK(got.input_bytes == want.input_bytes);
}

}  // namespace

TEST_CASE("values come out of their bytes as they went in") {
    check_same(raw_article_of(to_bytes(full_raw_article())), full_raw_article());
    check_same(raw_article_of(to_bytes(RawArticle())), RawArticle());
    const Story story = story_of(to_bytes(Story{full_article(), {"warning"}, "a list"}));
    CHECK(story.article == full_article());
    CHECK(story.warnings == std::vector<std::string>{"warning"});
    CHECK(story.not_article == "a list");
    const InputFile file = input_file_of(to_bytes(InputFile{"path", Origin::folder, 17}));
    CHECK(file.path == "path");
    CHECK(file.origin == Origin::folder);
    CHECK(file.size_bytes == 17);
}

TEST_CASE("findings keep their kind and how far the file was read") {
    const Finding found = finding_of(to_bytes(Finding{full_raw_article(), 99}));
    check_same(std::get<RawArticle>(found.what), full_raw_article());
    CHECK(found.position_bytes == 99);
    const Finding skipped = finding_of(to_bytes(Finding{Skipped{"path", "member", "place", "reason", "detail"}, 0}));
    CHECK(std::get<Skipped>(skipped.what).detail == "detail");
    CHECK(std::get<PassedOver>(finding_of(to_bytes(Finding{PassedOver{"kind"}, 0})).what).kind == "kind");
    CHECK(std::get<ReadingFailed>(finding_of(to_bytes(Finding{ReadingFailed{"what"}, 0})).what).what == "what");
}

TEST_CASE("bytes of no value are refused") {
    const std::string bytes = to_bytes(Finding{full_raw_article(), 99});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS_AS(finding_of(std::string_view(bytes).substr(0, size)), TruncatedBytes);
    }
    CHECK_THROWS_AS(finding_of(std::string("\x07\x00", 2)), TruncatedBytes);
}

}  // namespace dateline
