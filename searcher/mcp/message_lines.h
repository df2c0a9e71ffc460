#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::mcp {

/// The most bytes of a message; the largest that makes sense has a few thousand.
inline constexpr std::size_t longest_message_bytes = std::size_t{1} << 20;

/// Cuts what comes in into lines, and keeps no more of it than one line may have.
class MessageLines {
public:
    struct Line {
        std::string text;  ///< without its line feed; of a line that is too long nothing
        bool is_too_long = false;
    };

    void add(std::string_view bytes) { bytes_ += bytes; }
    /// Nothing comes any more: what is there is a line, though no line feed ends it.
    void end() { has_ended_ = true; }
    /// The next line that is not blank; nothing until it is there as a whole.
    std::optional<Line> next();

private:
    std::optional<Line> cut();

    std::string bytes_;
    bool has_ended_ = false;
    bool passes_over_ = false;  ///< the rest of a line that was too long
};

}  // namespace dateline::mcp
