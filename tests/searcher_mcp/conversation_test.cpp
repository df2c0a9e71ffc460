#include "searcher/mcp/conversation.h"

#include <doctest/doctest.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline::mcp {
namespace {

std::string ping(int id) { return R"({"jsonrpc":"2.0","method":"ping","id":)" + std::to_string(id) + "}\n"; }

std::string cancel(const std::string& id) {
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id + "}}\n";
}

/// The ids of the answers to what comes in these pieces; the end comes behind them.
std::vector<Json> answered(const std::vector<std::string>& pieces, Pipe::State end = Pipe::State::ended,
                           std::size_t reader_leaves_after = 100'000) {
    Session session({.context = []() -> ToolContext { throw std::logic_error("not asked"); }});
    std::size_t next = 0;
    std::vector<Json> ids;
    Conversation(session, {.read =
                               [&](std::string& bytes, bool) {
                                   if (next == pieces.size()) return end;
                                   bytes += pieces[next++];
                                   return Pipe::State::open;
                               },
                           .write =
                               [&](std::string_view line) {
                                   CHECK(line.find('\n') == std::string_view::npos);
                                   ids.push_back(Json::parse(line)["id"]);
                                   return ids.size() < reader_leaves_after;
                               }})
        .run();
    return ids;
}

using Ids = std::vector<Json>;

TEST_CASE("requests are answered in their order, however they are cut") {
    CHECK(answered({ping(1) + ping(2), ping(3)}) == Ids{1, 2, 3});
    const std::string text = ping(1) + ping(2);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        CAPTURE(cut);
        CHECK(answered({text.substr(0, cut), text.substr(cut)}) == Ids{1, 2});
    }
    CHECK(answered({}).empty());
}

TEST_CASE("the last line needs no line feed") {
    std::string last = ping(2);
    last.pop_back();
    CHECK(answered({ping(1), last}) == Ids{1, 2});
}

TEST_CASE("a cancelled request gets no answer while there is time") {
    CHECK(answered({ping(1) + ping(2) + cancel("2") + ping(3)}) == Ids{1, 3});
    CHECK(answered({ping(1), cancel("1") + ping(2)}) == Ids{2});                // while it is worked on
    CHECK(answered({cancel("1") + ping(1)}) == Ids{1});                         // before it was asked
    CHECK(answered({ping(1) + cancel("\"1\"")}) == Ids{1});                     // another id
    CHECK(answered({ping(1) + cancel("null") + cancel("{}")}) == Ids{1});       // no id
    CHECK(answered({ping(1) + cancel("1") + ping(1) + ping(2)}) == Ids{1, 2});  // an id that is used again
}

TEST_CASE("a line that is too long is refused, and what follows is answered") {
    CHECK(answered({std::string(longest_message_bytes + 1, ' ') + "\n" + ping(1)}) == Ids{nullptr, 1});
}

TEST_CASE("stopped, it finishes what it works on; unread, it ends") {
    CHECK(answered({ping(1) + ping(2)}, Pipe::State::stopped) == Ids{1});
    CHECK(answered({ping(1) + ping(2) + ping(3)}, Pipe::State::ended, 2) == Ids{1, 2});
}

TEST_CASE("many requests at once wait for their turn") {
    std::vector<std::string> pieces;
    Ids expected;
    for (int id = 0; id < 5000; ++id) {
        pieces.push_back(ping(id));
        expected.push_back(id);
    }
    CHECK(answered(pieces) == expected);
}

}  // namespace
}  // namespace dateline::mcp
