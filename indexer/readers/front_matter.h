#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What texts say of themselves before they begin, as Hugo, Jekyll, Obsidian and pandoc write it.
namespace dateline {

/// A field with one text; a list is several fields with one name.
struct FrontField {
    std::string name;  ///< dotted where it stands inside another: `image.caption`
    std::string text;
};

struct FrontMatter {
    std::vector<FrontField> fields;
    std::size_t length = 0;             ///< bytes of it, with the line that closes it
    std::vector<std::string> warnings;  ///< what was not well formed, with its line
};

/// YAML between `---` lines, TOML between `+++` lines, one JSON object, or lines `title: ...` down to the first empty
/// line; nothing where a text begins with none of these. What is broken is read line by line as far as that goes. Wants
/// UTF-8 without byte order mark and with line feeds alone.
std::optional<FrontMatter> read_front_matter(std::string_view text);

/// Whether a text seems to begin with front matter, by its first lines.
bool begins_with_front_matter(std::string_view text);

}  // namespace dateline
