#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace dateline::http {

/// Work that waits for a thread, the first come first; at most so much.
template <typename Work>
class WorkQueue {
public:
    explicit WorkQueue(std::size_t most) : most_(most) {}

    /// False where it is full or closed: then the work was not taken.
    bool push(Work work) {
        {
            const std::lock_guard lock(mutex_);
            if (closed_ || waiting_.size() >= most_) return false;
            waiting_.push_back(std::move(work));
        }
        has_work_.notify_one();
        return true;
    }

    /// Waits so long for work. Nothing where none came, or all is done and the queue is closed.
    std::optional<Work> pop(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        has_work_.wait_for(lock, patience, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return std::nullopt;
        Work work = std::move(waiting_.front());
        waiting_.pop_front();
        return work;
    }

    bool closed() {
        const std::lock_guard lock(mutex_);
        return closed_ && waiting_.empty();
    }

    /// What waits is still given out.
    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        has_work_.notify_all();
    }

private:
    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<Work> waiting_;
    bool closed_ = false;
};

}  // namespace dateline::http
