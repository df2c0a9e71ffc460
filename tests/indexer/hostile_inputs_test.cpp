// Each format, damaged in each way: a named outcome, within the bounds of time and memory.

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/confinement/child_process.h"
#include "indexer/pipeline.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

std::string contents_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// How many articles there were, and all reasons for which others were not: `2, malformed`.
std::string damaged_outcome(std::string_view format, const std::string& bytes) {
    const tests::TempDir folder;
    const auto file = folder.path() / "input";
    std::ofstream(file, std::ios::binary) << bytes;
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    std::size_t articles = 0;
    const PipelineOptions options{.inputs = {file.string()}, .format = std::string(format)};
    extract_articles(options, report, progress, [&articles](const Article&) { return ++articles > 0; });
    std::string outcome = std::to_string(articles);
    for (const auto& [reason, count] : report.numbers().skipped) outcome += ", " + reason;
    return outcome;
}

/// Bytes of every value, the same each time.
std::string noise() {
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 1664525 + 1013904223;
        bytes += static_cast<char>(state >> 24U);
    }
    return bytes;
}

std::string utf_16(std::string_view ascii) {
    std::string bytes = "\xFF\xFE";
    for (const char c : ascii) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

std::string repeated_text(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

struct Damage {
    const char* name;
    std::function<std::string(const std::string&)> inflict;
};

const std::array<Damage, 5>& damages() {
    static const std::array<Damage, 5> all{{
        {"truncated", [](const std::string& whole) { return whole.substr(0, whole.size() * 2 / 3); }},
        {"empty", [](const std::string&) { return std::string(); }},
        {"binary", [](const std::string&) { return noise(); }},
        {"binary behind the beginning", [](const std::string& whole) { return whole.substr(0, 200) + noise(); }},
        {"UTF-16", utf_16},
    }};
    return all;
}

struct DamagedRow {
    const char* format;
    const char* file;
    std::array<const char*, 5> outcomes;  ///< in the order of `damages`
};

constexpr std::array damaged_rows{
    DamagedRow{"text",
               "copied/en/2002-pyongyang-summit.txt",
               {"1", "0, no text", "0, unreadable encoding", "0, unreadable encoding", "1"}},
    DamagedRow{"html",
               "html/2020-brexit-day.html",
               {"1", "0, no text", "0, unreadable encoding", "0, unreadable encoding", "1"}},
    DamagedRow{"feed", "feed/science-feed.xml", {"1, malformed", "0, malformed", "0, malformed", "0, malformed", "3"}},
    DamagedRow{"json",
               "jsonl/science-stories.jsonl",
               {"2, malformed", "0, no text", "0, malformed", "0, malformed", "0, malformed"}},
    DamagedRow{"csv", "csv/waterways.tsv", {"2", "0, no text", "0, no article", "46, malformed", "2"}},
    DamagedRow{"mail", "mail/letters.mbox", {"1", "0, no text", "0, no text", "1", "0, no text"}},
    DamagedRow{"markdown",
               "markdown/2004-12-14-millau-viaduct.md",
               {"1", "0, no text", "0, unreadable encoding", "0, unreadable encoding", "1"}},
    DamagedRow{"pdf",
               "pdf/2010-tower-opens.pdf",
               {"0, malformed", "0, malformed", "0, malformed", "0, malformed", "0, malformed"}},
    DamagedRow{"nitf",
               "agency/2000-first-crew-on-the-station.nitf.xml",
               {"0, malformed", "0, malformed", "0, malformed", "0, malformed", "1"}},
    DamagedRow{"newsml",
               "agency/two-stories.newsml-g2.xml",
               {"1, malformed", "0, malformed", "0, malformed", "0, malformed", "2"}},
    DamagedRow{"rcv1",
               "agency/1997-deep-blue.rcv1.xml",
               {"0, malformed", "0, malformed", "0, malformed", "0, malformed", "0, malformed"}},
    DamagedRow{"sitemap",
               "feed/news-sitemap.xml",
               {"0, malformed", "0, malformed", "0, malformed", "0, malformed", "0, not an article"}},
    DamagedRow{"sgml", "sgml/newswire.sgm", {"1, malformed", "0, no text", "0, no text", "0, malformed", "0, no text"}},
    DamagedRow{
        "warc", "warc/probes.warc", {"1, malformed", "0, no text", "0, malformed", "0, malformed", "0, malformed"}},
    DamagedRow{"archive",
               "archive/space-firsts.zip",
               {"2, malformed", "0, no text", "0, not text", "0, malformed", "0, not text"}},
    DamagedRow{
        "archive", "archive/moon.7z", {"0, malformed", "0, no text", "0, not text", "0, malformed", "0, not text"}},
    DamagedRow{"archive",
               "archive/rosetta.tar.xz",
               {"0, malformed", "0, no text", "0, not text", "0, malformed", "0, not text"}},
    DamagedRow{"archive",
               "archive/pathfinder.jsonl.zst",
               {"0, malformed", "0, no text", "0, not text", "0, malformed", "0, not text"}},
};

struct HostileRow {
    const char* name;
    const char* format;
    std::function<std::string()> bytes;
    const char* outcome;
};

const std::vector<HostileRow>& hostile_rows() {
    static const std::vector<HostileRow> rows{
        {"one line", "text", [] { return repeated_text("word ", 800'000); }, "1"},
        {"nested elements", "html", [] { return repeated_text("<div>", 300'000) + "text"; }, "0, no text"},
        {"unclosed formatting", "html",
         [] { return repeated_text("<b><i><a><font>", 20'000) + repeated_text("<p>x", 1000); }, "0, not an article"},
        {"nested elements", "feed", [] { return "<rss><channel><item>" + repeated_text("<a>", 1'000'000); },
         "0, malformed"},
        {"a hundred thousand items", "json",
         [] {
             return R"({"version":"https://jsonfeed.org/version/1.1","items":[)" +
                    repeated_text(R"({"id":"1","title":"T"},)", 100'000) + R"({"id":"2","title":"T"}]})";
         },
         "100001"},
        {"nested lists", "json",
         [] { return R"({"title":"T","body":)" + std::string(2'000'000, '[') + std::string(2'000'000, ']') + "}"; },
         "0, malformed"},
        {"a long field", "csv", [] { return "title,body\nT," + std::string(std::size_t{31} << 20, 'x') + "\nU,b\n"; },
         "1, too large"},
        {"a large page", "mail",
         [] {
             return "From: a@example.org\nSubject: T\nContent-Type: text/html\n\n" +
                    repeated_text("<p>A paragraph of text. <a href=x>b</a>", 25'000);
         },
         "1"},
        {"nested quotes", "markdown", [] { return "---\ntitle: T\n---\n" + repeated_text("> ", 200'000) + "x\n"; },
         "1"},
        {"nested elements", "nitf", [] { return "<nitf><body>" + repeated_text("<a>", 1'000'000); }, "0, malformed"},
        {"nested elements", "newsml", [] { return "<newsItem>" + repeated_text("<a>", 1'000'000); }, "0, malformed"},
        {"nested elements", "rcv1", [] { return "<newsitem>" + repeated_text("<a>", 1'000'000); }, "0, malformed"},
        {"elements without end", "sgml", [] { return repeated_text("<DOC>", 50'000); }, "0, malformed"},
        {"a head without end", "warc", [] { return "WARC/1.0\r\n" + repeated_text("X: y\r\n", 3'000'000); },
         "0, malformed"},
    };
    return rows;
}

double seconds_of_children() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

}  // namespace

TEST_CASE("each format, damaged in each way, has its outcome") {
    for (const DamagedRow& row : damaged_rows) {
        const std::string whole = contents_of(tests::corpus_dir() / row.file);
        REQUIRE(!whole.empty());
        for (std::size_t i = 0; i < damages().size(); ++i) {
            CAPTURE(std::string(row.file));
            CAPTURE(std::string(damages()[i].name));
            CHECK(damaged_outcome(row.format, damages()[i].inflict(whole)) == std::string(row.outcomes[i]));
        }
    }
}

TEST_CASE("hostile inputs cost two seconds and 300 MB at most") {
    for (const HostileRow& row : hostile_rows()) {
        CAPTURE(row.format);
        CAPTURE(row.name);
        const double before = seconds_of_children();
        CHECK(damaged_outcome(row.format, row.bytes()) == std::string(row.outcome));
        if (slowness == 1) CHECK(seconds_of_children() - before < 4);
    }
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    if (slowness == 1) CHECK(usage.ru_maxrss < 400'000);
}

}  // namespace dateline
