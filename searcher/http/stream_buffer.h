#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

#include "searcher/http/message.h"

namespace dateline::http {

/// Between the thread that writes an answer of any length and the one that sends it: a bounded buffer. The writer
/// waits while it is full; the sender never waits but is told when there is more.
class StreamBuffer : public BodyStream {
public:
    /// `stall_time`: a writer that has waited so long takes the client for gone.
    explicit StreamBuffer(std::chrono::seconds stall_time) : stall_time_(stall_time) {}

    // The writer's side.
    bool write(std::string_view bytes) override;
    /// No more comes; `whole` tells whether that was all of it.
    void finish(bool whole);

    // The sender's side.
    enum class State { bytes, nothing_yet, end, broken };
    /// Up to `room` bytes to `out`. Where there is nothing yet, `wait` is called under the lock, and `wake` of the
    /// next write or finish follows it.
    State read(char* out, std::size_t room, std::size_t& taken, const std::function<void()>& wait);
    /// Called, once for each `wait`, when there is something again.
    void set_wake(std::function<void()> wake);
    /// Nobody takes the answer any more. A sender that waits is told.
    void abandon();
    bool abandoned();

private:
    static constexpr std::size_t most_bytes = 256 << 10;
    void wake_sender();

    std::chrono::seconds stall_time_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::string bytes_;
    std::size_t sent_ = 0;  ///< of bytes_
    bool finished_ = false;
    bool whole_ = false;
    bool abandoned_ = false;
    bool sender_waits_ = false;
    std::function<void()> wake_;
};

}  // namespace dateline::http
