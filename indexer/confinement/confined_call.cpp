#include "indexer/confinement/confined_call.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <stdexcept>

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

/// A machine may be so busy that seconds of work take long; but not for ever.
constexpr int wall_seconds_per_second = 10;

/// Reads to the end; says so where the time or the room is over.
ConfinedEnd read_output(int in, const Limits& limits, std::string& output) {
    const auto deadline = Clock::now() + std::chrono::seconds(limits.cpu_seconds * wall_seconds_per_second);
    std::array<char, 65536> chunk{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return ConfinedEnd::out_of_time;
        pollfd ready{in, POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(left)) <= 0) continue;
        const ssize_t count = ::read(in, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return ConfinedEnd::done;
        output.append(chunk.data(), static_cast<std::size_t>(count));
        if (output.size() > limits.output_bytes) return ConfinedEnd::too_much_output;
    }
}

}  // namespace

Confined run_confined(const std::function<std::string()>& work, const Limits& limits) {
    const auto send_result = [&work](int socket) {
        if (!write_all(socket, work())) throw std::runtime_error("nobody reads the result");
    };
    ChildProcess child(send_result, {limits.memory_bytes, limits.cpu_seconds});
    Confined result;
    result.end = read_output(child.socket(), limits, result.output);
    if (result.end != ConfinedEnd::done) return result;
    result.end = child.wait().end;
    return result;
}

}  // namespace dateline
