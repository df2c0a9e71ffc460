#include "searcher/mcp/message_lines.h"

#include "common/text/utf8.h"

namespace dateline::mcp {

std::optional<MessageLines::Line> MessageLines::next() {
    while (auto line = cut()) {
        if (line->is_too_long || !trim(line->text).empty()) return line;
    }
    return std::nullopt;
}

std::optional<MessageLines::Line> MessageLines::cut() {
    const std::size_t end = bytes_.find('\n');
    const bool is_whole = end != std::string::npos || (has_ended_ && !bytes_.empty());
    if (!is_whole && bytes_.size() <= longest_message_bytes) return std::nullopt;
    Line line{.text = bytes_.substr(0, end)};
    bytes_.erase(0, end == std::string::npos ? end : end + 1);
    if (passes_over_) line.text.clear();
    else line.is_too_long = line.text.size() > longest_message_bytes;
    if (line.is_too_long) line.text.clear();
    passes_over_ = (passes_over_ || line.is_too_long) && !is_whole;
    return line;
}

}  // namespace dateline::mcp
