#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/cli/terminal.h"

namespace dateline {

/// The state of a long piece of work at one moment.
struct ProgressNumbers {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;                      ///< of input, read so far
    std::optional<std::uint64_t> total_bytes;     ///< of input, where it is known
    std::optional<std::uint64_t> total_articles;  ///< where it is known, and then bytes are not spoken of
    std::chrono::milliseconds elapsed{0};
};

/// The line that shows these numbers, at most `width_columns` long: articles,
/// articles a second, MB a second, time gone; where a total is known also a
/// bar, the part done and the time left.
std::string progress_line(const ProgressNumbers& numbers, int width_columns);

/// Shows on standard error how a long piece of work goes, several times a
/// second from a thread of its own; takes its line away when it is destroyed.
/// Where standard error is no terminal it shows nothing. The count_ functions
/// may be called from any thread and cost one atomic addition.
class Progress {
public:
    Progress(const Terminal& error_terminal, std::optional<std::uint64_t> total_bytes);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void count_article() noexcept;
    void count_bytes(std::uint64_t bytes) noexcept;

    /// The total may become known, or grow, while the work is under way.
    void set_total_bytes(std::uint64_t total_bytes) noexcept;
    void set_total_articles(std::uint64_t total_articles) noexcept;

    ProgressNumbers numbers() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline
