#pragma once

#include <span>
#include <string_view>

namespace dateline::mcp {

/// A revision of the Model Context Protocol, and what of it differs here.
struct ProtocolVersion {
    std::string_view name;
    bool batches = false;             ///< several messages in one piece
    bool annotations = false;         ///< hints about tools
    bool structured_content = false;  ///< results as JSON beside their text, titles of tools
};

/// All that are spoken, the newest first.
std::span<const ProtocolVersion> protocol_versions();

inline const ProtocolVersion& newest_version() { return protocol_versions().front(); }

/// The one that a client asks for; nullptr where it is not spoken.
const ProtocolVersion* find_version(std::string_view name);

/// What an HTTP request without the header MCP-Protocol-Version speaks.
const ProtocolVersion& version_without_header();

}  // namespace dateline::mcp
