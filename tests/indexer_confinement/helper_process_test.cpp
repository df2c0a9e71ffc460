#include "indexer/confinement/helper_process.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/confinement/reasons.h"

namespace dateline {
namespace {

using Messages = std::vector<std::string>;

constexpr HelperProcess::Limits small{std::size_t{64} << 20, std::chrono::milliseconds(300)};

/// Sends a message, then does what the request says.
void misbehave(std::string_view request, const HelperProcess::Send& send) {
    send("before");
    if (request == "crash") std::raise(SIGSEGV);
    if (request == "throw") throw std::runtime_error("no such thing");
    if (request == "leave") std::_Exit(0);
    if (request == "hang") {
        std::string all;
        while (true) all = std::to_string(all.size());
    }
    if (request == "take") {
        std::vector<std::string> all;
        while (true) all.emplace_back(std::size_t{4} << 20, 'x');
    }
    send("behind");
}

struct Answer {
    Messages messages;
    Ending ending;
};

Answer ask(HelperProcess& helper, std::string_view request) {
    Answer answer;
    answer.ending = helper.ask(request, [&answer](std::string_view message) {
        answer.messages.emplace_back(message);
        return true;
    });
    return answer;
}

}  // namespace

TEST_CASE("a request is answered with any number of messages, of any size, and then with the next") {
    HelperProcess helper([](std::string_view request, const HelperProcess::Send& send) {
        for (const char c : request) send(std::string(static_cast<std::size_t>(c - 'a') * 100'000, c));
    });
    for (int i = 0; i < 3; ++i) {
        const Answer answer = ask(helper, "abkb");
        CHECK(answer.ending.end == ConfinedEnd::done);
        CHECK(answer.messages ==
              Messages{"", std::string(100'000, 'b'), std::string(1'000'000, 'k'), std::string(100'000, 'b')});
    }
    CHECK(ask(helper, "").messages.empty());
    const std::string large(std::size_t{8} << 20, 'a');
    CHECK(ask(helper, large).messages.size() == large.size());
}

TEST_CASE("work that crashes, hangs or takes all memory costs its request, not the next") {
    HelperProcess helper(misbehave, small);
    struct Row {
        const char* request;
        ConfinedEnd end;
        const char* reason;
    };
    const std::vector<Row> rows{
        {"crash", ConfinedEnd::failed, "crashed"},         {"throw", ConfinedEnd::failed, "crashed"},
        {"leave", ConfinedEnd::failed, "crashed"},         {"hang", ConfinedEnd::out_of_time, "timed out"},
        {"take", ConfinedEnd::out_of_memory, "too large"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.request);
        const Answer answer = ask(helper, row.request);
        CHECK(answer.messages == Messages{"before"});
        // A sanitizer's allocator ends the process instead of throwing.
        if (row.end != ConfinedEnd::out_of_memory || slowness == 1) {
            CHECK(answer.ending.end == row.end);
            CHECK(reason_of(answer.ending, small).reason == row.reason);
        }
        CHECK(ask(helper, "behave").messages == Messages{"before", "behind"});
    }
    CHECK(ask(helper, "throw").ending.detail == "no such thing");
}

TEST_CASE("a process that has grown makes room for a new one") {
    HelperProcess helper(
        [kept = std::vector<std::string>()](std::string_view, const HelperProcess::Send& send) mutable {
            kept.emplace_back(std::size_t{20} << 20, 'x');
            send(std::to_string(kept.size()));
        },
        small);
    for (int i = 0; i < 12; ++i) CHECK(ask(helper, "").ending.end == ConfinedEnd::done);
}

TEST_CASE("whoever wants no more gets no more") {
    HelperProcess helper(misbehave, small);
    int messages = 0;
    const auto stop = [&messages](std::string_view) { return ++messages < 1; };
    CHECK(helper.ask("behave", stop).end == ConfinedEnd::done);
    CHECK(messages == 1);
    CHECK(ask(helper, "behave").messages == Messages{"before", "behind"});
    const auto fail = [](std::string_view) -> bool { throw std::runtime_error("enough"); };
    CHECK_THROWS_WITH(helper.ask("behave", fail), "enough");
    CHECK(ask(helper, "behave").messages == Messages{"before", "behind"});
}

}  // namespace dateline
