#include "searcher/mcp/protocol_version.h"

#include <algorithm>
#include <array>

namespace dateline::mcp {
namespace {

constexpr std::array<ProtocolVersion, 4> versions{{
    {.name = "2025-11-25", .annotations = true, .structured_content = true},
    {.name = "2025-06-18", .annotations = true, .structured_content = true},
    {.name = "2025-03-26", .batches = true, .annotations = true},
    {.name = "2024-11-05", .batches = true},
}};

}  // namespace

std::span<const ProtocolVersion> protocol_versions() { return versions; }

const ProtocolVersion* find_version(std::string_view name) {
    const auto* found = std::find_if(versions.begin(), versions.end(), [&](const auto& v) { return v.name == name; });
    return found == versions.end() ? nullptr : found;
}

const ProtocolVersion& version_without_header() { return *find_version("2025-03-26"); }

}  // namespace dateline::mcp
