#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/containers/coding.h"

namespace dateline {

/// What one call of a decoder did.
struct DecodeStep {
    std::size_t taken = 0;  ///< bytes of input
    std::size_t made = 0;   ///< bytes of output
    bool ended = false;     ///< the stream is complete, its checksum right
    std::string error;      ///< what is wrong with the input; the decoder cannot go on then
};

/// Decodes one compressed stream, of which a file may have several in a row.
class Decoder {
public:
    virtual ~Decoder() = default;
    /// Decodes until the input is used up, the output is full, or the stream ends. With an empty input it gives what
    /// it still holds.
    virtual DecodeStep decode(std::string_view in, std::span<char> out) = 0;
};

/// Takes 128 MiB at most; a stream that says it wants more is an error.
std::unique_ptr<Decoder> make_decoder(Coding coding);

}  // namespace dateline
