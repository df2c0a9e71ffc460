// Any bytes as what an assistant's client sends: no crash, one valid line for each answer, and as many of them as
// requests at most.

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/mcp/conversation.h"
#include "searcher/mcp/session.h"

using namespace dateline::mcp;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// The first byte says how long the pieces are in which the rest comes.
void converse(std::string_view bytes) {
    const std::size_t piece = bytes.empty() ? 1 : static_cast<unsigned char>(bytes.front()) + 1U;
    if (!bytes.empty()) bytes.remove_prefix(1);
    Session session({.context = []() -> ToolContext { throw dateline::UsageError("there is no index here"); }});
    const auto read = [&](std::string& taken, bool) {
        taken += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        return bytes.empty() ? Pipe::State::ended : Pipe::State::open;
    };
    const auto write = [](std::string_view line) {
        require(line.find('\n') == std::string_view::npos);
        require(dateline::Json::accept(line));
        return true;
    };
    Conversation(session, {.read = read, .write = write}).run();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    spdlog::set_level(spdlog::level::off);
    converse({reinterpret_cast<const char*>(data), size});
    return 0;
}
