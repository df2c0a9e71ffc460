#include "indexer/confinement/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <new>
#include <sstream>
#include <utility>

#include "common/error.h"

namespace dateline {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
const unsigned slowness = 10;
#else
const unsigned slowness = 1;
#endif

namespace {

/// Exit codes of the child.
constexpr int failure = 1;
constexpr int no_memory = 3;

MemoryUse memory_use_of(const std::string& process) {
    MemoryUse pages;
    std::ifstream("/proc/" + process + "/statm") >> pages.address_space >> pages.resident;
    const auto page_bytes = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return {pages.address_space * page_bytes, pages.resident * page_bytes};
}

void set_limit(decltype(RLIMIT_AS) resource, rlim_t soft, rlim_t hard) {
    const rlimit limit{soft, hard};
    ::setrlimit(resource, &limit);
}

/// How much address space is little, for the child's handler of a signal, which has no other way to know.
std::size_t little_bytes = 0;

/// An allocator that is written in C cannot throw where memory ends, and aborts. So does much else; memory it was where
/// there is little left.
void tell_memory_from_other_aborts(int /*signal*/) {
    if (::mmap(nullptr, little_bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) ::_exit(no_memory);
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

/// Leaves the child the standard streams, the socket, and what the limits allow.
void confine(const ChildProcess::Limits& limits, int socket) {
    const std::size_t memory = memory_use().address_space + limits.memory_bytes;
    set_limit(RLIMIT_AS, memory, memory);
    if (limits.cpu_seconds > 0) set_limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
    set_limit(RLIMIT_CORE, 0, 0);
    little_bytes = std::min(limits.memory_bytes / 2, std::size_t{72} << 20);
    std::signal(SIGABRT, tell_memory_from_other_aborts);
    std::signal(SIGXCPU, SIG_DFL);
    std::signal(SIGINT, SIG_IGN);  // the parent decides what an interrupt means
    std::signal(SIGTERM, SIG_IGN);
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    constexpr unsigned first = STDERR_FILENO + 1;
    const auto kept = static_cast<unsigned>(socket);
    if (kept > first) ::close_range(first, kept - 1, 0);
    ::close_range(kept + 1, ~0U, 0);
}

/// What the child does; it never returns.
[[noreturn]] void work_and_exit(const ChildProcess::Work& work, const ChildProcess::Limits& limits, int socket) {
    int code = failure;
    try {
        confine(limits, socket);
        work(socket);
        code = 0;
    } catch (const std::bad_alloc&) {
        code = no_memory;
    } catch (...) {
        code = failure;  // the parent sees that there is no result
    }
    ::_exit(code);
}

Ending ending_of(int status) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU) return {ConfinedEnd::out_of_time, ""};
        return {ConfinedEnd::failed, fmt::format("signal {}, {}", signal, ::strsignal(signal))};
    }
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : failure;
    if (code == 0) return {ConfinedEnd::done, ""};
    return {code == no_memory ? ConfinedEnd::out_of_memory : ConfinedEnd::failed, fmt::format("exit code {}", code)};
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        close();
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

void Descriptor::close() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

ChildProcess::ChildProcess(const Work& work, const Limits& limits) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw IoError(std::string("no socket to a child process: ") + std::strerror(errno));
    socket_ = Descriptor(ends[0]);
    const Descriptor far_end(ends[1]);
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) throw IoError(std::string("no child process: ") + std::strerror(errno));
    if (pid_ > 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(failure);
    work_and_exit(work, limits, far_end.get());
}

ChildProcess::~ChildProcess() {
    if (pid_ < 0) return;
    kill();
    wait();
}

std::chrono::milliseconds ChildProcess::cpu_time() const {
    std::ifstream file(fmt::format("/proc/{}/stat", pid_));
    std::string text;
    std::getline(file, text);
    // Behind the name in parentheses: the state, ten numbers, then the ticks in user and in system mode (proc(5)).
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string passed;
    for (int i = 0; i < 11; ++i) fields >> passed;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    return std::chrono::milliseconds((user + system) * 1000 / ::sysconf(_SC_CLK_TCK));
}

std::uint64_t ChildProcess::bytes_read() const {
    std::ifstream file(fmt::format("/proc/{}/io", pid_));
    std::string name;
    std::uint64_t bytes = 0;
    file >> name >> bytes;
    return name == "rchar:" && file ? bytes : 0;
}

MemoryUse memory_use() { return memory_use_of("self"); }

MemoryUse ChildProcess::memory_use() const { return memory_use_of(std::to_string(pid_)); }

void ChildProcess::kill() const { ::kill(pid_, SIGKILL); }

Ending ChildProcess::wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return ending_of(status);
}

bool write_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace dateline
