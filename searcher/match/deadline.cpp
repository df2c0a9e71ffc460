#include "searcher/match/deadline.h"

#include <fmt/format.h>

#include "common/error.h"

namespace dateline {

Deadline::Deadline(std::optional<std::chrono::milliseconds> allowed, const std::atomic<bool>* cancelled)
    : allowed_(allowed), cancelled_(cancelled) {
    if (allowed_) end_ = Clock::now() + *allowed_;
}

void Deadline::look() const {
    if (cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed))
        throw TimeoutError("the answer was given up: nobody waits for it any more");
    if (allowed_ && Clock::now() >= end_) {
        throw TimeoutError(
            fmt::format("no answer within {:g} s: ask for rarer words, a shorter span of days, or allow "
                        "more time",
                        std::chrono::duration<double>(*allowed_).count()));
    }
}

}  // namespace dateline
