#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Work on untrusted input in a process of its own, so that neither a crash nor a hang of it is one of ours.
namespace dateline {

/// How confined work ended, and for people what ended it where it was not `done`.
enum class ConfinedEnd : unsigned char { done, failed, out_of_time, out_of_memory, too_much_output };

struct Ending {
    ConfinedEnd end = ConfinedEnd::failed;
    std::string detail;
};

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int descriptor = -1) : descriptor_(descriptor) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }

    int get() const { return descriptor_; }
    void close();

private:
    int descriptor_;
};

/// Memory of a process, in bytes.
struct MemoryUse {
    std::size_t address_space = 0;
    std::size_t resident = 0;
};

/// Of this process.
MemoryUse memory_use();

/// A copy of this process with the calling thread alone, joined to it by a socket. What runs there may take no lock
/// that other threads hold at the time, besides the allocator's. It has no other open file than the standard streams,
/// of which those for output lead nowhere, and does not outlive the thread that made it.
class ChildProcess {
public:
    struct Limits {
        std::size_t memory_bytes;  ///< of address space, more than this process has already
        unsigned cpu_seconds = 0;  ///< in all; 0 for no bound
    };
    /// Runs in the child; where it returns the child has ended well. std::bad_alloc out of it is `out_of_memory`, any
    /// other exception `failed`.
    using Work = std::function<void(int socket)>;

    /// Throws IoError where there can be no child.
    ChildProcess(const Work& work, const Limits& limits);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Kills the child where it still runs.
    ~ChildProcess();

    int socket() const { return socket_.get(); }
    /// Processor time it has used so far.
    std::chrono::milliseconds cpu_time() const;
    /// Bytes it has read from files and pipes so far; 0 where the system does not tell.
    std::uint64_t bytes_read() const;
    MemoryUse memory_use() const;
    void kill() const;
    /// Waits for its end and says which it was. Once.
    Ending wait();

private:
    pid_t pid_ = -1;
    Descriptor socket_;
};

/// Writes all of it to a socket; false where nobody reads there any more.
bool write_all(int socket, std::string_view bytes);

/// For the limits of time: programs that are watched by a sanitizer take several times as long.
extern const unsigned slowness;

}  // namespace dateline
