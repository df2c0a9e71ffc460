// The record `indexer extract` prints, against the records written by hand beside the structured files of corpus/.

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/extracted_record.h"
#include "indexer/pipeline.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using nlohmann::json;

std::vector<json> extracted(const std::filesystem::path& file, Report& report) {
    std::vector<json> records;
    Progress progress(Terminal{}, std::nullopt);
    extract_articles({.inputs = {file.string()}}, report, progress, [&](const Article& article) {
        records.push_back(json::parse(extracted_record(article)));
        return true;
    });
    return records;
}

std::vector<json> expected(const std::filesystem::path& file) {
    std::ifstream stream(file.string() + ".expected.json");
    const json records = json::parse(stream);
    return records.is_array() ? records.get<std::vector<json>>() : std::vector<json>{records};
}

/// Where the date was found is the program's own word.
json without_origin(json published) {
    if (published.is_object()) published.erase("from");
    return published;
}

}  // namespace

TEST_CASE("JSON lines, SGML, web pages and feeds of the corpus give the records written by hand") {
    std::size_t compared = 0;
    for (const char* folder : {"jsonl", "sgml", "html", "feed"}) {
        for (const auto& entry : std::filesystem::directory_iterator(tests::corpus_dir() / folder)) {
            if (entry.path().string().ends_with(".expected.json")) continue;
            CAPTURE(entry.path().filename().string());
            Report report;
            const auto got = extracted(entry.path(), report);
            const auto want = expected(entry.path());
            REQUIRE(got.size() == want.size());
            CHECK(report.numbers().all_skipped() == 0);
            for (std::size_t i = 0; i < want.size(); ++i) {
                for (auto field = want[i].begin(); field != want[i].end(); ++field) {
                    CAPTURE(field.key());
                    CHECK(without_origin(got[i].at(field.key())) == field.value());
                }
                ++compared;
            }
        }
    }
    CHECK(compared >= 15);
}

TEST_CASE("every article is accounted for, and what is left out is named") {
    const tests::TempDir folder;
    folder.write("a.jsonl", "{\"id\": \"1\", \"title\": \"One\"}\nnot JSON\n{\"id\": \"2\", \"body\": \"Two\"}\n");
    folder.write("b.xml", "<?xml version=\"1.0\"?><books><book>page</book></books>");
    folder.write("c.bin", std::string("\0\1\2\3", 4));
    Report report;
    const auto records = extracted(folder.path(), report);
    const ReportNumbers numbers = report.numbers();
    CHECK(records.size() == 2);
    CHECK(numbers.read == numbers.added + numbers.replaced + numbers.unchanged + numbers.all_skipped());
    CHECK(numbers.skipped.at("malformed") == 1);
    CHECK(numbers.skipped.at("unsupported") == 1);
    CHECK(numbers.all_skipped() == 3);
    for (const Skipped& skipped : report.skipped()) CHECK_FALSE(skipped.path.empty());
}

}  // namespace dateline
