#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/mcp/json_rpc.h"
#include "searcher/mcp/message_lines.h"
#include "searcher/mcp/session.h"

namespace dateline::mcp {

/// The two directions between a client and us.
struct Pipe {
    enum class State : std::uint8_t {
        open,
        ended,    ///< nothing comes any more
        stopped,  ///< nothing more is to be done
    };

    /// Appends what has come. With `wait` it first waits until there is something.
    std::function<State(std::string& bytes, bool wait)> read;
    /// Takes one line, without its line feed. False where nobody reads any more.
    std::function<bool(std::string_view line)> write;
};

/// Messages on a line each, as on standard input and output. They are answered in their order. Before and behind each
/// request all that has come is read, so that it can be cancelled until its answer is on its way.
class Conversation {
public:
    Conversation(Session& session, Pipe pipe) : session_(session), pipe_(std::move(pipe)) {}

    /// Until the client has ended and all it asked is answered, or it reads no more, or the pipe is stopped.
    void run();

private:
    void take_what_has_come(bool wait);
    void take_line(const MessageLines::Line& line);
    void take_part(const Part& part);
    void forget(const Incoming& incoming);
    bool is_cancelled(const Json& id);

    static constexpr std::size_t most_waiting = 100;

    Session& session_;
    Pipe pipe_;
    Pipe::State state_ = Pipe::State::open;
    MessageLines lines_;
    std::deque<Incoming> waiting_;
    std::set<std::string> open_;       ///< ids of the requests that wait or are worked on, as JSON
    std::set<std::string> cancelled_;  ///< those of them that nobody wants any more
};

}  // namespace dateline::mcp
