#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/confinement/child_process.h"

namespace dateline {

/// A confined child that stays, and does one piece of work after another. When a piece of work ends it, a new one is
/// made for the next. One thread at a time.
class HelperProcess {
public:
    /// Gives the parent a message; false where it wants no more.
    using Send = std::function<bool(std::string_view message)>;
    /// What the child does with a request. It may send any number of messages.
    using Work = std::function<void(std::string_view request, const Send& send)>;
    /// Takes a message; false where no more is wanted, which ends the child.
    using Take = std::function<bool(std::string_view message)>;

    struct Limits {
        /// More than this process has already. What is in use is looked at from time to time; of address space there
        /// can be four times as much, for parsers reserve what they then do not touch.
        /// Sanitizers take many times as much, and a child made anew once there are threads may wait for their locks
        /// for ever.
        std::size_t memory_bytes = (std::size_t{256} << 20) * slowness;
        /// Processor time without a message, and without reading from a file.
        std::chrono::milliseconds quiet{2000 * slowness};
    };

    /// Makes the first child at once, so that it can be made before there are threads. Throws IoError.
    HelperProcess(Work work, const Limits& limits);
    explicit HelperProcess(Work work) : HelperProcess(std::move(work), Limits()) {}
    HelperProcess(HelperProcess&&) noexcept;
    HelperProcess& operator=(HelperProcess&&) noexcept;
    ~HelperProcess();

    /// Has a request done. `done` also where `take` wanted no more. What came before another end has been given to
    /// `take`. Throws IoError where there can be no child, and whatever `take` throws.
    Ending ask(std::string_view request, const Take& take);

private:
    class Child;

    Work work_;
    Limits limits_;
    std::unique_ptr<Child> child_;
};

}  // namespace dateline
