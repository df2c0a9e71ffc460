#include "common/cli/progress.h"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include "common/cli/status_line.h"

namespace dateline {
namespace {

constexpr std::chrono::milliseconds redraw_interval{200};
constexpr int bar_columns = 20;

std::string clock(std::chrono::seconds time) {
    const auto s = time.count();
    return s < 3600 ? fmt::format("{}:{:02}", s / 60, s % 60)
                    : fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

std::string bar(double part) {
    const int full = static_cast<int>(part * bar_columns);
    return fmt::format("[{:=>{}}{:>{}}]", "", full, "", bar_columns - full);
}

/// The part of the work that is done, 0 to 1, where the whole is known.
std::optional<double> part_done(const ProgressNumbers& numbers) {
    const auto part = [](std::uint64_t done, std::uint64_t total) {
        return std::min(static_cast<double>(done) / static_cast<double>(total), 1.0);
    };
    if (numbers.total_articles.value_or(0) > 0) return part(numbers.articles, *numbers.total_articles);
    if (numbers.total_bytes.value_or(0) > 0) return part(numbers.bytes, *numbers.total_bytes);
    return std::nullopt;
}

}  // namespace

std::string progress_line(const ProgressNumbers& numbers, int width_columns) {
    const double seconds = std::max(std::chrono::duration<double>(numbers.elapsed).count(), 0.001);
    const auto articles_per_s = static_cast<double>(numbers.articles) / seconds;
    const auto bytes_per_s = static_cast<double>(numbers.bytes) / seconds;
    const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(numbers.elapsed);

    std::string line = numbers.total_articles ? fmt::format("{} of {} articles, {:.0f}/s, {}", numbers.articles,
                                                            *numbers.total_articles, articles_per_s, clock(elapsed))
                                              : fmt::format("{} articles, {:.0f}/s, {:.1f} MB/s, {}", numbers.articles,
                                                            articles_per_s, bytes_per_s / 1e6, clock(elapsed));
    if (const auto part = part_done(numbers)) {
        if (*part > 0) {
            const auto left = std::chrono::duration<double>(seconds / *part * (1 - *part));
            line += fmt::format(", {} left", clock(std::chrono::ceil<std::chrono::seconds>(left)));
        }
        line = fmt::format("{} {:3.0f}% ", bar(*part), *part * 100) + line;
    }
    // The last column stays free: some terminals wrap as soon as it is written.
    if (line.size() >= static_cast<std::size_t>(std::max(width_columns, 1))) {
        line.resize(static_cast<std::size_t>(std::max(width_columns, 1)) - 1);
    }
    return line;
}

class Progress::State {
public:
    State(const Terminal& terminal, std::optional<std::uint64_t> total_bytes)
        : width_columns_(terminal.width_columns), total_bytes_(total_bytes.value_or(0)) {
        if (terminal.is_terminal) {
            drawer_ = std::jthread([this](const std::stop_token& stop) { draw_until(stop); });
        }
    }

    ProgressNumbers numbers() const {
        ProgressNumbers numbers;
        numbers.articles = articles_.load(std::memory_order_relaxed);
        numbers.bytes = bytes_.load(std::memory_order_relaxed);
        if (const auto total = total_bytes_.load(std::memory_order_relaxed); total > 0) {
            numbers.total_bytes = total;
        }
        if (const auto total = total_articles_.load(std::memory_order_relaxed); total > 0) {
            numbers.total_articles = total;
        }
        numbers.elapsed =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start_);
        return numbers;
    }

    std::atomic<std::uint64_t> articles_{0};
    std::atomic<std::uint64_t> bytes_{0};

    void set_total_bytes(std::uint64_t total) { total_bytes_.store(total, std::memory_order_relaxed); }
    void set_total_articles(std::uint64_t total) { total_articles_.store(total, std::memory_order_relaxed); }

private:
    void draw_until(const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, stop, redraw_interval, [&] { return stop.stop_requested(); })) {
            status_line::show(progress_line(numbers(), width_columns_));
        }
        status_line::clear();
    }

    int width_columns_;
    std::atomic<std::uint64_t> total_bytes_;  ///< 0 while it is not known
    std::atomic<std::uint64_t> total_articles_{0};
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::jthread drawer_;  ///< last: it reads the members above
};

Progress::Progress(const Terminal& error_terminal, std::optional<std::uint64_t> total_bytes)
    : state_(std::make_unique<State>(error_terminal, total_bytes)) {}

Progress::~Progress() = default;

void Progress::count_article() noexcept { state_->articles_.fetch_add(1, std::memory_order_relaxed); }

void Progress::count_bytes(std::uint64_t bytes) noexcept { state_->bytes_.fetch_add(bytes, std::memory_order_relaxed); }

void Progress::set_total_bytes(std::uint64_t total_bytes) noexcept { state_->set_total_bytes(total_bytes); }

void Progress::set_total_articles(std::uint64_t total_articles) noexcept { state_->set_total_articles(total_articles); }

ProgressNumbers Progress::numbers() const { return state_->numbers(); }

}  // namespace dateline
