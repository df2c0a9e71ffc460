#include "common/index/token_stream.h"

#include <algorithm>

namespace dateline {

TokenStreams::TokenStreams(const std::filesystem::path& path) : file_(path, token_stream_kind) {
    bytes_ = file_.text(0);
    offsets_ = file_.array<std::uint64_t>(1);
    if (offsets_.empty() || offsets_.back() != bytes_.size()) file_.throw_corrupt("offsets do not fit the streams");
}

}  // namespace dateline
