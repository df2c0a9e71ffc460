#include "indexer/readers/confined.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <new>
#include <string_view>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

/// A machine may be so busy that seconds of work take long; but not for ever.
constexpr int wall_seconds_per_second = 10;

/// Exit codes of the child.
constexpr int failure = 1;
constexpr int no_memory = 3;

class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int get() const { return descriptor_; }
    void close() {
        if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
    }

private:
    int descriptor_;
};

/// Bytes of address space this process has.
std::size_t present_memory() {
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void set_limit(decltype(RLIMIT_AS) resource, rlim_t soft, rlim_t hard) {
    const rlimit limit{soft, hard};
    ::setrlimit(resource, &limit);
}

void confine(const Limits& limits) {
    set_limit(RLIMIT_AS, present_memory() + limits.memory_bytes, present_memory() + limits.memory_bytes);
    set_limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
    set_limit(RLIMIT_CORE, 0, 0);
    std::signal(SIGXCPU, SIG_DFL);
    std::signal(SIGINT, SIG_IGN);  // the parent decides what an interrupt means
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// What the child does; it never returns.
[[noreturn]] void work_and_exit(const std::function<std::string()>& work, const Limits& limits, int out) {
    int code = failure;
    try {
        confine(limits);
        code = write_all(out, work()) ? 0 : failure;
    } catch (const std::bad_alloc&) {
        code = no_memory;
    } catch (...) {
        code = failure;  // the parent sees that there is no result
    }
    ::_exit(code);
}

/// Reads to the end of the pipe; false where the time or the room is over.
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

ConfinedEnd end_of(pid_t child, ConfinedEnd reading) {
    if (reading != ConfinedEnd::done) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (reading != ConfinedEnd::done) return reading;
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        return signal == SIGXCPU || signal == SIGKILL ? ConfinedEnd::out_of_time : ConfinedEnd::failed;
    }
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : failure;
    return code == 0 ? ConfinedEnd::done : code == no_memory ? ConfinedEnd::out_of_memory : ConfinedEnd::failed;
}

}  // namespace

Confined run_confined(const std::function<std::string()>& work, const Limits& limits) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw IoError(std::string("no pipe: ") + std::strerror(errno));
    const Descriptor in(ends[0]);
    Descriptor out(ends[1]);
    const pid_t child = ::fork();
    if (child < 0) throw IoError(std::string("no child process: ") + std::strerror(errno));
    if (child == 0) work_and_exit(work, limits, out.get());
    out.close();
    Confined result;
    result.end = end_of(child, read_output(in.get(), limits, result.output));
    return result;
}

}  // namespace dateline
