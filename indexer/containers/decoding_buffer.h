#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/containers/block_buffer.h"
#include "indexer/containers/coding.h"
#include "indexer/containers/decoder.h"
#include "indexer/containers/expansion_budget.h"

namespace dateline {

/// The bytes inside compressed bytes, streamed; several compressed streams in a row are one, as the tools have it.
/// Breaks off as `malformed` where the data ends early, is damaged, or something else stands behind it (zeros may),
/// and as `too large` where it grows absurdly.
class DecodingBuffer : public BlockBuffer {
public:
    /// `is_outermost`: what is read from `source` is the outer file itself.
    DecodingBuffer(std::streambuf& source, Coding coding, ExpansionBudget& budget, bool is_outermost);

    /// After damage: goes on where the next stream seems to begin; false where none does, or the source is broken.
    bool resume();

private:
    std::string_view next_block() override;
    bool begin_stream();
    void begin_decoding();
    void read_on();
    void count_made(std::size_t bytes);

    std::streambuf& source_;
    Coding coding_;
    ExpansionBudget& budget_;
    bool is_outermost_;
    std::unique_ptr<Decoder> decoder_;  ///< none between two streams
    std::vector<char> in_;
    std::vector<char> out_;
    std::string_view unread_;
    bool source_ended_ = false;
    std::string error_;
    std::uint64_t taken_ = 0;
    std::uint64_t made_ = 0;
    std::uint64_t made_of_stream_ = 0;
};

}  // namespace dateline
