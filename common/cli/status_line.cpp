#include "common/cli/status_line.h"

#include <cstdio>
#include <mutex>
#include <string>

namespace dateline::status_line {
namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

struct State {
    std::mutex mutex;
    std::string shown;  ///< what stands on the terminal; empty when nothing does
};

State& state() {
    static State instance;
    return instance;
}

/// One write for one change, so that nothing is seen half drawn.
void put(std::string_view bytes) {
    std::fwrite(bytes.data(), 1, bytes.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

void show(std::string_view text) {
    const std::lock_guard lock(state().mutex);
    if (text != state().shown) {
        state().shown = text;
        put(std::string(erase_line) + state().shown);
    }
}

void clear() {
    const std::lock_guard lock(state().mutex);
    if (!state().shown.empty()) {
        state().shown.clear();
        put(erase_line);
    }
}

void write_above(std::string_view lines) {
    const std::lock_guard lock(state().mutex);
    if (state().shown.empty()) {
        put(lines);
    } else {
        put(std::string(erase_line).append(lines).append(state().shown));
    }
}

}  // namespace dateline::status_line
