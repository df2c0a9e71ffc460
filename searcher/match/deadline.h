#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace dateline {

/// When an answer is no longer wanted: at a moment, or once a flag is set. The loops that take long ask it at every
/// turn; it looks at the clock at the first and at every 1,024th.
class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    /// Never.
    Deadline() = default;
    /// After `allowed` from now, where there is a limit, and as soon as `cancelled` is true, where it is not null; it
    /// must outlive the deadline.
    Deadline(std::optional<std::chrono::milliseconds> allowed, const std::atomic<bool>* cancelled = nullptr);

    /// Throws TimeoutError once it is past. Cheap enough for every candidate of a query.
    void check() {
        if (turns_++ % turns_between_looks == 0) look();
    }

private:
    static constexpr std::uint32_t turns_between_looks = 1024;

    void look() const;

    std::optional<std::chrono::milliseconds> allowed_;
    Clock::time_point end_;
    const std::atomic<bool>* cancelled_ = nullptr;
    std::uint32_t turns_ = 0;
};

}  // namespace dateline
