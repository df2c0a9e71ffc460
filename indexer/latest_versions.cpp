#include "indexer/latest_versions.h"

#include <functional>

namespace dateline {

std::optional<std::uint64_t> LatestVersions::later_than(std::string_view id, std::uint64_t version) {
    if (id.empty() || version == 0) {
        return std::nullopt;
    }
    std::uint64_t& latest = latest_[std::hash<std::string_view>()(id)];
    if (latest > version) {
        return latest;
    }
    latest = version;
    return std::nullopt;
}

}  // namespace dateline
