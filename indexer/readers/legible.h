#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

/// Tells the sink "unreadable encoding" where a text that was made of an input's bytes is not what somebody wrote: more
/// than a tenth of it are control characters or stand for bytes without a meaning (`replaced`). Whether it is fit to
/// read. To be asked before control characters are dropped.
bool is_legible(std::string_view text, std::size_t replaced, const Input& input, const ReaderSink& sink);

}  // namespace dateline
