#include "indexer/watch/changed_files.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

using namespace std::chrono_literals;
using Paths = std::vector<std::string>;

constexpr ChangedFiles::Limits limits{.delay = 100ms, .longest_delay = 1000ms, .most_files = 3};

ChangedFiles::Time at(ChangedFiles::Duration since_begin) { return ChangedFiles::Time(1h) + since_begin; }

}  // namespace

TEST_CASE("a batch is due a delay after the last change, in the order of the changes") {
    ChangedFiles files(limits);
    CHECK_FALSE(files.due(at(0ms)));
    files.changed("b", at(0ms), 0ms);
    files.changed("a", at(90ms), 0ms);
    CHECK(files.due(at(90ms)) == at(190ms));
    CHECK(files.take(at(189ms)).empty());
    CHECK(files.take(at(190ms)) == Paths{"b", "a"});
    CHECK_FALSE(files.due(at(190ms)));
}

TEST_CASE("a file that changes twice comes once") {
    ChangedFiles files(limits);
    files.changed("a", at(0ms), 0ms);
    files.changed("b", at(10ms), 0ms);
    files.changed("a", at(20ms), 0ms);
    CHECK(files.take(at(120ms)) == Paths{"b", "a"});
}

TEST_CASE("a file that is being written to waits, and lets others go first") {
    ChangedFiles files(limits);
    files.changed("open", at(0ms), 10s);
    files.changed("whole", at(0ms), 0ms);
    CHECK(files.take(at(100ms)) == Paths{"whole"});
    SUBCASE("until it is closed") {
        files.changed("open", at(200ms), 0ms);
        CHECK(files.due(at(200ms)) == at(300ms));
    }
    SUBCASE("or long enough not written to") {
        files.changed("open", at(200ms), 10s);
        CHECK(files.due(at(200ms)) == at(10'300ms));
    }
    CHECK(files.take(*files.due(at(200ms))) == Paths{"open"});
}

TEST_CASE("a file written to again after it was closed waits again") {
    ChangedFiles files(limits);
    files.changed("a", at(0ms), 0ms);
    files.changed("a", at(50ms), 10s);
    CHECK(files.take(at(5s)).empty());
}

TEST_CASE("changes without an end do not put a batch off for ever") {
    ChangedFiles files({.delay = 100ms, .longest_delay = 1000ms, .most_files = 1000});
    for (int i = 0; i < 50; ++i) files.changed(std::to_string(i), at(i * 50ms), 0ms);
    CHECK(files.due(at(2450ms)) == at(1000ms));
    CHECK(files.take(at(1000ms)).size() == 21);
}

TEST_CASE("so many files are due at once, and no batch has more") {
    ChangedFiles files(limits);
    for (const char* name : {"1", "2", "3", "4"}) files.changed(name, at(0ms), 0ms);
    CHECK(files.due(at(0ms)) == at(0ms));
    CHECK(files.take(at(0ms)) == Paths{"1", "2", "3"});
    CHECK(files.due(at(0ms)) == at(100ms));
}

TEST_CASE("what is gone is forgotten") {
    ChangedFiles files(limits);
    for (const char* name : {"a", "d/x", "d/e/y", "d-z"}) files.changed(name, at(0ms), 0ms);
    files.forget("a");
    files.forget_below("d");
    CHECK(files.contains("d-z"));
    CHECK(files.take(at(1s)) == Paths{"d-z"});
}

}  // namespace dateline
