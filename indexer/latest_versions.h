#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace dateline {

/// The latest version of each article of a run, for formats that count them: files come by name, so that version 10 may
/// come before version 9 and must not be replaced by it.
class LatestVersions {
public:
    /// Notes a version of an article. Where a later one has come before, that one; nothing is noted then. A version of
    /// 0 is none.
    std::optional<std::uint64_t> later_than(std::string_view id, std::uint64_t version);

private:
    std::unordered_map<std::size_t, std::uint64_t> latest_;  ///< by the hash of the id
};

}  // namespace dateline
