#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>

#include "indexer/containers/block_buffer.h"

namespace dateline {

/// A stream whose beginning was looked at and that is still whole: wound back where that is possible, else with the
/// beginning given again (a pipe cannot be wound back).
class PeekedBytes {
public:
    /// Reads until `bytes` are there or the stream ends. `source` must live as long as this.
    PeekedBytes(std::streambuf& source, std::size_t bytes);

    const std::string& beginning() const { return beginning_; }
    std::streambuf& whole();
    bool is_seekable() const { return replay_ == nullptr; }
    /// Of the source, where it can be told.
    std::optional<std::uint64_t> size_bytes() const;
    /// After a failure of the source, which has found a way to go on.
    void go_on();
    /// How far `whole()` has been read.
    std::uint64_t position() const;

private:
    class Replay;

    std::streambuf& source_;
    std::string beginning_;
    std::streamoff begin_;  ///< position of `source` when it was looked at
    std::shared_ptr<Replay> replay_;
};

}  // namespace dateline
