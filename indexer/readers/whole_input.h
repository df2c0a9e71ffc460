#pragma once

#include "indexer/readers/input_buffer.h"
#include "indexer/readers/reader.h"

namespace dateline {

/// For readers whose input is one article: fills the buffer to the end of the input. False where the input is longer
/// than an article may be, which the sink is told as "too large". Throws IoError.
bool fill_whole(InputBuffer& buffer, const Input& input, const ReaderSink& sink);

}  // namespace dateline
