// Our own copied pages against the records written by hand beside them. Fields that no wording shows (the section, the
// outlet) cannot all be right; those that can are held to what was reached.

#include <doctest/doctest.h>
#include <simdjson.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/input.h"
#include "indexer/story/story.h"
#include "tests/support/paths.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

std::string text_at(simdjson::dom::element record, std::string_view key) {
    std::string_view text;
    return record[key].get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

std::string list_at(simdjson::dom::element record, std::string_view key) {
    std::string joined;
    for (const simdjson::dom::element item : record[key].get_array()) {
        joined += std::string(std::string_view(item)) + "; ";
    }
    return joined;
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        text += item + "; ";
    }
    return text;
}

std::string captions_of(const Article& article) {
    std::string text;
    for (const Caption& caption : article.captions) {
        text += caption.text + "; ";
    }
    return text;
}

Article extracted(const std::string& path) {
    OpenInput open({path, Origin::named, 0});
    Article article;
    const ReaderSink sink{[&article](RawArticle raw) {
                              article = tell_story(std::move(raw));
                              return true;
                          },
                          [](const Skipped&) { return true; }};
    open.sniffed().reader->reader().read(open.input(), {}, sink);
    fill_language(article);
    return article;
}

}  // namespace

TEST_CASE("copied pages of the corpus") {
    std::map<std::string, int> right;
    int pages = 0;
    simdjson::dom::parser parser;
    for (const InputFile& file : list_inputs({(tests::corpus_dir() / "copied").string()}).files) {
        const simdjson::dom::element record = parser.load(file.path + ".expected.json");
        const Article article = extracted(file.path);
        const auto check = [&](const std::string& field, bool same) {
            right[field] += same ? 1 : 0;
            if (!same) {
                MESSAGE(file.path << ": " << field);
            }
        };
        ++pages;
        simdjson::dom::element published;
        const bool dated = record["published"]["value"].get(published) == simdjson::SUCCESS;
        const std::string day = dated ? std::string(std::string_view(published)) : "";
        check("title", article.title == text_at(record, "title"));
        check("lead", article.lead == text_at(record, "lead"));
        check("body", article.body == text_at(record, "body"));
        check("captions", captions_of(article) == list_at(record, "captions"));
        check("authors", joined(article.authors) == list_at(record, "authors"));
        check("agencies", joined(article.agencies) == list_at(record, "agencies"));
        check("language", article.language == text_at(record, "language"));
        check("published", (article.published ? to_iso(article.published->date) : "") == day);
    }
    REQUIRE(pages >= 49);
    const auto wrong = [&](const std::string& field) { return pages - right[field]; };
    CHECK(wrong("title") <= 0);
    CHECK(wrong("lead") <= 1);
    CHECK(wrong("body") <= 7);
    CHECK(wrong("captions") <= 5);
    CHECK(wrong("authors") <= 8);
    CHECK(wrong("agencies") <= 1);
    CHECK(wrong("language") <= 0);
    CHECK(wrong("published") <= 1);
}

}  // namespace dateline
