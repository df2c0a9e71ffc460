#include "indexer/confinement/helper_process.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <utility>

namespace dateline {

namespace {

using std::chrono::milliseconds;

/// How often time and memory of a child are looked at: in between it may take some 50 MB.
constexpr milliseconds look_every{20};
constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
/// No message is as long; what says so is no message of ours.
constexpr std::uint64_t most_message_bytes = std::uint64_t{512} << 20;

/// What goes over the socket, in either direction: kind and size, then so many bytes.
enum class Kind : std::uint64_t {
    message,
    done,     ///< with the request
    leaving,  ///< done as well, and the child ends: it has grown too large for another request
    failed,   ///< the child ends; what the exception said
    no_memory,
};

struct Header {
    Kind kind = Kind::message;
    std::uint64_t size_bytes = 0;
};

bool send_part(int socket, Kind kind, std::string_view bytes) {
    const Header header{kind, bytes.size()};
    std::string part(sizeof header, '\0');
    std::memcpy(part.data(), &header, sizeof header);
    if (bytes.size() > chunk_bytes) return write_all(socket, part) && write_all(socket, bytes);
    part += bytes;
    return write_all(socket, part);
}

/// Parts as they come out of a socket.
class Incoming {
public:
    explicit Incoming(int socket) : socket_(socket) {}

    struct Part {
        Kind kind = Kind::message;
        std::string_view bytes;  ///< until the next call
    };

    /// The next part that is here as a whole; nothing where more has to be read first.
    std::optional<Part> next() {
        const std::string_view unread = std::string_view(buffer_).substr(begin_);
        Header header;
        if (unread.size() < sizeof header) return std::nullopt;
        std::memcpy(&header, unread.data(), sizeof header);
        if (header.size_bytes > most_message_bytes) return Part{Kind::failed, "it does not answer as agreed"};
        const auto size = static_cast<std::size_t>(header.size_bytes);
        if (unread.size() - sizeof header < size) return std::nullopt;
        begin_ += sizeof header + size;
        return Part{header.kind, unread.substr(sizeof header, size)};
    }

    /// Reads what there is, waiting for it; false at the end.
    bool read() {
        buffer_.erase(0, std::exchange(begin_, 0));
        while (true) {
            const ssize_t count = ::read(socket_, chunk_.data(), chunk_.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            buffer_.append(chunk_.data(), static_cast<std::size_t>(count));
            return true;
        }
    }

private:
    int socket_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::array<char, chunk_bytes> chunk_{};
};

constexpr std::size_t address_space_factor = 4;

/// The child: does requests until there are no more.
class Server {
public:
    Server(int socket, const HelperProcess::Work& work, std::size_t memory_bytes)
        : socket_(socket), incoming_(socket), work_(work), begin_(memory_use()), memory_bytes_(memory_bytes) {}

    void run() {
        while (const auto request = next_request()) {
            if (!answer(*request)) return;
        }
    }

private:
    std::optional<std::string_view> next_request() {
        while (true) {
            if (const auto part = incoming_.next()) return part->bytes;
            if (!incoming_.read()) return std::nullopt;
        }
    }

    /// False where this was the last.
    bool answer(std::string_view request) {
        try {
            work_(request, [this](std::string_view message) { return send_part(socket_, Kind::message, message); });
        } catch (const std::bad_alloc&) {
            send_part(socket_, Kind::no_memory, "");
            return false;
        } catch (const std::exception& error) {
            send_part(socket_, Kind::failed, error.what());
            return false;
        }
        const bool leaving = has_grown();
        return send_part(socket_, leaving ? Kind::leaving : Kind::done, "") && !leaving;
    }

    /// Whether another request might find too little room.
    bool has_grown() const {
        const MemoryUse now = memory_use();
        return now.resident > begin_.resident + memory_bytes_ / 2 ||
               now.address_space > begin_.address_space + memory_bytes_ * address_space_factor / 2;
    }

    int socket_;
    Incoming incoming_;
    const HelperProcess::Work& work_;
    MemoryUse begin_;
    std::size_t memory_bytes_;
};

}  // namespace

/// The parent's side of one child.
class HelperProcess::Child {
public:
    Child(const Work& work, const Limits& limits)
        : process_([&](int socket) { Server(socket, work, limits.memory_bytes).run(); },
                   {limits.memory_bytes * address_space_factor}),
          incoming_(process_.socket()),
          quiet_(limits.quiet),
          most_resident_bytes_(process_.memory_use().resident + limits.memory_bytes) {}

    bool is_gone() const { return is_gone_; }

    Ending ask(std::string_view request, const Take& take) {
        is_gone_ = true;  // unless it says that it is done
        send_part(process_.socket(), Kind::message, request);
        has_spoken_ = true;
        while (true) {
            if (const auto part = incoming_.next()) {
                if (auto ending = take_part(*part, take)) return *ending;
            } else if (!is_readable()) {
                if (const auto end = limit_passed()) return stop(*end);
            } else if (!incoming_.read()) {
                return ending_of_dead();
            } else {
                has_spoken_ = true;
            }
        }
    }

private:
    std::optional<Ending> take_part(const Incoming::Part& part, const Take& take) {
        switch (part.kind) {
        case Kind::message: break;
        case Kind::done: is_gone_ = false; return Ending{ConfinedEnd::done, ""};
        case Kind::leaving: return Ending{ConfinedEnd::done, ""};
        case Kind::failed: return Ending{ConfinedEnd::failed, std::string(part.bytes)};
        case Kind::no_memory: return Ending{ConfinedEnd::out_of_memory, ""};
        }
        if (take(part.bytes)) return std::nullopt;
        return Ending{ConfinedEnd::done, ""};
    }

    bool is_readable() const {
        pollfd ready{process_.socket(), POLLIN, 0};
        return ::poll(&ready, 1, static_cast<int>(look_every.count())) > 0;
    }

    void note_life() {
        cpu_time_ = process_.cpu_time();
        bytes_read_ = process_.bytes_read();
        has_spoken_ = false;
    }

    /// Which limit it has passed, if any: working for so long without a sign of life, or taking so much memory.
    std::optional<ConfinedEnd> limit_passed() {
        if (process_.memory_use().resident > most_resident_bytes_) return ConfinedEnd::out_of_memory;
        if (has_spoken_ || process_.bytes_read() != bytes_read_) note_life();
        if (process_.cpu_time() - cpu_time_ > quiet_) return ConfinedEnd::out_of_time;
        return std::nullopt;
    }

    Ending stop(ConfinedEnd end) const {
        process_.kill();
        return {end, ""};
    }

    Ending ending_of_dead() {
        Ending ending = process_.wait();
        if (ending.end == ConfinedEnd::done) ending = {ConfinedEnd::failed, "it ended too early"};
        return ending;
    }

    ChildProcess process_;
    Incoming incoming_;
    milliseconds quiet_;
    std::size_t most_resident_bytes_;
    milliseconds cpu_time_{0};  ///< at the last sign of life
    std::uint64_t bytes_read_ = 0;
    bool has_spoken_ = false;  ///< since the time was looked at
    bool is_gone_ = false;
};

HelperProcess::HelperProcess(Work work, const Limits& limits)
    : work_(std::move(work)), limits_(limits), child_(std::make_unique<Child>(work_, limits_)) {}
HelperProcess::HelperProcess(HelperProcess&&) noexcept = default;
HelperProcess& HelperProcess::operator=(HelperProcess&&) noexcept = default;
HelperProcess::~HelperProcess() = default;

Ending HelperProcess::ask(std::string_view request, const Take& take) {
    if (!child_ || child_->is_gone()) {
        child_.reset();
        child_ = std::make_unique<Child>(work_, limits_);
    }
    return child_->ask(request, take);
}

}  // namespace dateline
