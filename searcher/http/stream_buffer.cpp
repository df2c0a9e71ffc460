#include "searcher/http/stream_buffer.h"

#include <algorithm>
#include <utility>

namespace dateline::http {

bool StreamBuffer::write(std::string_view bytes) {
    std::unique_lock lock(mutex_);
    const bool has_room =
        room_.wait_for(lock, stall_time_, [this] { return abandoned_ || bytes_.size() - sent_ < most_bytes; });
    if (!has_room) abandoned_ = true;
    if (abandoned_) return false;
    bytes_.append(bytes);
    wake_sender();
    return true;
}

void StreamBuffer::finish(bool whole) {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    whole_ = whole;
    wake_sender();
}

StreamBuffer::State StreamBuffer::read(char* out, std::size_t room, std::size_t& taken,
                                       const std::function<void()>& wait) {
    const std::lock_guard lock(mutex_);
    taken = std::min(room, bytes_.size() - sent_);
    if (taken > 0) {
        std::copy_n(bytes_.data() + sent_, taken, out);
        sent_ += taken;
        if (sent_ == bytes_.size() || sent_ > most_bytes) {
            bytes_.erase(0, sent_);
            sent_ = 0;
        }
        room_.notify_one();
        return State::bytes;
    }
    if (finished_) return whole_ ? State::end : State::broken;
    if (abandoned_) return State::broken;
    sender_waits_ = true;
    wait();
    return State::nothing_yet;
}

void StreamBuffer::set_wake(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

void StreamBuffer::abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    wake_sender();
    room_.notify_one();
}

bool StreamBuffer::abandoned() {
    const std::lock_guard lock(mutex_);
    return abandoned_;
}

void StreamBuffer::wake_sender() {
    if (std::exchange(sender_waits_, false) && wake_) wake_();
}

}  // namespace dateline::http
