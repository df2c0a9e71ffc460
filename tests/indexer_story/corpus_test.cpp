// Our own copied pages against the records written by hand beside them: those of the corpus, held to what was reached,
// and those of layouts/ (places, outlets and events made up), of which every field has to be right.

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

std::string credits_of(const Article& article) {
    std::string text;
    for (const Caption& caption : article.captions) {
        text += caption.credit + "; ";
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

/// How many pages of a folder there are, and how many have a field wrong.
struct Comparison {
    int pages = 0;
    std::map<std::string, int> wrong;
};

Comparison compare(const fs::path& folder) {
    Comparison found;
    simdjson::dom::parser parser;
    for (const InputFile& file : list_inputs({folder.string()}).files) {
        const simdjson::dom::element record = parser.load(file.path + ".expected.json");
        const Article article = extracted(file.path);
        const auto check = [&](const std::string& field, bool same) {
            found.wrong[field] += same ? 0 : 1;
            if (!same) {
                MESSAGE(file.path << ": " << field);
            }
        };
        ++found.pages;
        simdjson::dom::element published;
        const bool dated = record["published"]["value"].get(published) == simdjson::SUCCESS;
        const std::string day = dated ? std::string(std::string_view(published)) : "";
        check("title", article.title == text_at(record, "title"));
        check("lead", article.lead == text_at(record, "lead"));
        check("body", article.body == text_at(record, "body"));
        check("captions", captions_of(article) == list_at(record, "captions"));
        check("credits", credits_of(article) == list_at(record, "credits"));
        check("authors", joined(article.authors) == list_at(record, "authors"));
        check("agencies", joined(article.agencies) == list_at(record, "agencies"));
        check("section", article.section == text_at(record, "section"));
        check("source", article.source == text_at(record, "source"));
        check("url", article.url == text_at(record, "url"));
        check("language", article.language == text_at(record, "language"));
        check("published", (article.published ? to_iso(article.published->date) : "") == day);
    }
    return found;
}

}  // namespace

TEST_CASE("copied pages of the corpus") {
    const Comparison found = compare(tests::corpus_dir() / "copied");
    REQUIRE(found.pages >= 49);
    const auto most_wrong = std::map<std::string, int>{
        {"title", 0},    {"lead", 1},    {"body", 2},   {"captions", 0}, {"credits", 0},  {"authors", 0},
        {"agencies", 0}, {"section", 1}, {"source", 5}, {"url", 0},      {"language", 0}, {"published", 0}};
    for (const auto& wrong : found.wrong) {
        INFO(wrong.first);
        CHECK(wrong.second <= most_wrong.at(wrong.first));
    }
}

TEST_CASE("every field of every layout") {
    const Comparison found = compare(tests::source_dir() / "tests/indexer_story/layouts");
    REQUIRE(found.pages == 10);
    for (const auto& wrong : found.wrong) {
        INFO(wrong.first);
        CHECK(wrong.second == 0);
    }
}

}  // namespace dateline
