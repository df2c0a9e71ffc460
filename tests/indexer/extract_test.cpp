// The record `indexer extract` prints, against the records written by hand beside the structured files of corpus/.

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/extracted_record.h"
#include "indexer/mention_finder.h"
#include "indexer/pipeline.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using nlohmann::json;

std::vector<json> extracted(const std::filesystem::path& file, Report& report) {
    std::vector<json> records;
    Progress progress(Terminal{}, std::nullopt);
    const MentionFinders finders({.entities = false});
    MentionFinder finder = finders.make();
    extract_articles({.inputs = {file.string()}, .keep_all = true}, report, progress, [&](const Article& article) {
        records.push_back(json::parse(extracted_record(article, finder.find(article))));
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

TEST_CASE("articles of the corpus, format by format, give the records written by hand") {
    std::size_t compared = 0;
    for (const char* folder :
         {"jsonl", "sgml", "html", "feed", "csv", "markdown", "mail", "pdf", "agency", "archive", "warc"}) {
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
    CHECK(compared >= 20);
}

TEST_CASE("the dates of the articles on the abductions, checked by hand") {
    struct Row {
        const char* file;
        const char* mentions;
    };
    constexpr std::array rows{
        Row{"en/2002-pyongyang-summit.txt",
            "Tuesday 2002-09-17; the 1970s 197; 1980s 198; years PXY; November 1977 1977-11; 1910 1910; 1945 1945; "
            "2003 2003; October 2002-10; "},
        Row{"en/2002-five-abductees-return.txt",
            "the summer of 1978 1978-SU; Tuesday 2002-10-15; September 2002-09; about two weeks P2W; the end of the "
            "month "
            "2002-10; "},
        Row{"en/2004-children-join-returnees.txt",
            "Saturday 2004-05-22; October 2002 2002-10; some 19 months P19M; 1978 1978; 1965 1965; "},
        Row{"en/2012-ulan-bator-talks.txt",
            "two days P2D; Friday 2012-11-16; four years P4Y; the end of August 2012-08; the '70s 197; '80s 198; 2002 "
            "2002; "
            "now PRESENT_REF; "},
        Row{"en/2014-stockholm-agreement.txt",
            "decades ago PAST_REF; Thursday 2014-05-29; Monday 2014-05-26; Wednesday 2014-05-28; 1959 1959; 1945 1945; "
            "2008 2008; February 2014-02; "},
        Row{"en/2016-north-korea-ends-inquiry.txt",
            "Friday 2016-02-12; July 2014 2014-07; Wednesday 2016-02-10; January 6 2016-01-06; February 7 2016-02-07; "
            "May "
            "2014 2014-05; "},
        Row{"de/2012-peking-gespraeche.txt",
            "2008 2008; August 2012-08; 1970er 197; 1980er 198; Dezember 2011 2011-12; "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.file);
        Report report;
        const auto records = extracted(tests::corpus_dir() / "copied" / row.file, report);
        REQUIRE(records.size() == 1);
        std::string mentions;
        for (const json& mention : records.front().at("mentions")) {
            mentions += mention.at("text").get<std::string>() + ' ' + mention.at("value").get<std::string>() + "; ";
        }
        CHECK(mentions == row.mentions);
    }
}

TEST_CASE("mentions are counted in code points, and can be left out") {
    Article article;
    article.body = "Müller «Zoë» came on 29 August 2012.";
    article.language = "en";
    const MentionFinders finders({.entities = false});
    const json record = json::parse(extracted_record(article, finders.make().find(article)));
    REQUIRE(record.at("mentions").size() == 1);
    CHECK(record.at("mentions")[0] ==
          json{{"type", "DATE"}, {"text", "29 August 2012"}, {"value", "2012-08-29"}, {"start", 21}, {"end", 35}});
    const MentionFinders none({.entities = false, .times = false});
    CHECK(json::parse(extracted_record(article, none.make().find(article))).at("mentions").empty());
}

TEST_CASE("progress is counted in the bytes of the files, whatever is in them") {
    const auto folder = tests::corpus_dir() / "archive";
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        bytes += entry.path().string().ends_with(".expected.json") ? 0 : entry.file_size();
    }
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    extract_articles({.inputs = {folder.string()}}, report, progress, [](const Article&) { return true; });
    CHECK(progress.numbers().bytes == bytes);
    CHECK(progress.numbers().total_bytes == bytes);
}

TEST_CASE("an earlier version does not take the place of a later one, whatever the files are called") {
    const auto item = [](int version, const std::string& headline) {
        return "<newsItem guid='g' version='" + std::to_string(version) + "'><contentMeta><headline>" + headline +
               "</headline></contentMeta></newsItem>";
    };
    const tests::TempDir folder;
    folder.write("v1.xml", item(1, "First"));
    folder.write("v10.xml", item(10, "Tenth"));
    folder.write("v2.xml", item(2, "Second"));
    folder.write("w.jsonl", "{\"id\": \"g\", \"title\": \"Without a version\"}\n");
    Report report;
    std::vector<std::string> titles;
    for (const json& record : extracted(folder.path(), report)) titles.push_back(record.at("title"));
    CHECK(titles == std::vector<std::string>{"First", "Tenth", "Without a version"});
    CHECK(report.numbers().skipped.at("outdated") == 1);
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
