// A reader, or the telling of a story, that goes wrong costs what it was at, and is named.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/error.h"
#include "indexer/reading.h"
#include "indexer/storytelling.h"

namespace dateline {
namespace {

constexpr HelperProcess::Limits small_limits{std::size_t{64} << 20, std::chrono::milliseconds(300)};

[[noreturn]] void hang() {
    std::string all;
    while (true) all = std::to_string(all.size());
}

RawArticle raw_article(const std::string& title, const std::string& place = "") {
    RawArticle raw;
    raw.stated.title = title;
    raw.stated.place = place;
    return raw;
}

/// Finds two articles and goes wrong in between, as the name of the file says.
void read_badly(const InputFile& file, const TakeFinding& take) {
    take({raw_article(file.path + " 1", "line 1"), 10});
    if (file.path == "crash") std::raise(SIGKILL);
    if (file.path == "hang") hang();
    if (file.path == "unreadable") take({ReadingFailed{"unreadable: reading failed"}, 10});
    take({PassedOver{"pictures"}, 15});
    take({raw_article(file.path + " 2", "line 2"), 20});
}

std::string told(const Finding& finding) {
    if (const auto* raw = std::get_if<RawArticle>(&finding.what)) return raw->stated.title;
    if (const auto* over = std::get_if<PassedOver>(&finding.what)) return over->kind;
    const auto& skipped = std::get<Skipped>(finding.what);
    return skipped.path + ": " + skipped.reason + ": " + skipped.detail;
}

using Lines = std::vector<std::string>;

Lines read(ConfinedReading& reading, const std::string& path) {
    Lines lines;
    reading.read({path}, [&lines](const Finding& finding) {
        lines.push_back(told(finding));
        return true;
    });
    return lines;
}

Story tell_badly(RawArticle raw) {
    if (raw.stated.title == "crash") std::raise(SIGKILL);
    if (raw.stated.title == "hang") hang();
    return tell_whole_story(std::move(raw));
}

}  // namespace

TEST_CASE("a reader that goes wrong costs its file; what it read before is kept, and the next file is read") {
    ConfinedReading reading(read_badly, small_limits);
    CHECK(read(reading, "good") == Lines{"good 1", "pictures", "good 2"});
    CHECK(read(reading, "crash") == Lines{"crash 1",
                                          "crash: crashed: the process that read it was ended by signal 9, "
                                          "Killed; 1 article was read before, the last at line 1"});
    CHECK(read(reading, "good") == Lines{"good 1", "pictures", "good 2"});
    CHECK(read(reading, "hang") == Lines{"hang 1",
                                         "hang: timed out: it kept the processor busy for 0.3 s and gave nothing; "
                                         "1 article was read before, the last at line 1"});
    CHECK_THROWS_AS(read(reading, "unreadable"), IoError);
    CHECK(read(reading, "good") == Lines{"good 1", "pictures", "good 2"});
}

TEST_CASE("whoever wants no more of a file gets no more") {
    ConfinedReading reading(read_badly, small_limits);
    CHECK_FALSE(reading.read({"good"}, [](const Finding&) { return false; }));
    CHECK(read(reading, "good").size() == 3);
}

TEST_CASE("an article on which the telling goes wrong has a reason, all others have their stories") {
    ConfinedStorytelling storytelling(tell_badly, small_limits);
    std::vector<RawArticle> articles;
    for (const char* title : {"one", "two", "crash", "three", "hang", "four", "crash"}) {
        articles.push_back(raw_article(title));
    }
    Lines outcomes;
    for (const auto& told : storytelling.tell(articles)) {
        const auto* story = std::get_if<Story>(&told);
        outcomes.push_back(story != nullptr ? story->article.title : std::get<Reason>(told).reason);
    }
    CHECK(fmt::format("{}", fmt::join(outcomes, ", ")) == "one, two, crashed, three, timed out, four, crashed");
    CHECK(storytelling.tell({}).empty());
}

}  // namespace dateline
