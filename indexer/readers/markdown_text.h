#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// Markdown as HTML of paragraphs, headings, lists, quotes and captions, for the page reader to take apart.
struct MarkdownText {
    std::string heading;  ///< a heading of the first level that the text begins with, as HTML; it is not in `html`
    std::string html;
    std::string lines;  ///< the text without markup, paragraphs parted by empty lines
};

/// CommonMark with tables, strikethrough and wiki links; indented lines are text, not code. Pictures become captions
/// where they say more than a word or two; tags of Hugo, Jekyll and Obsidian (`{{< >}}`, `{% %}`, `%% %%`, `![[ ]]`)
/// vanish. Of links the text stays. Nothing where the text is too long to be parsed (512 KiB).
std::optional<MarkdownText> read_markdown(std::string_view text);

}  // namespace dateline
