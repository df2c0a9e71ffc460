#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Appends `text` to `out` with character references decoded (`&lt;`, `&eacute;`, `&#233;`, `&#xE9;`). Those of control
/// characters other than tab and line feed vanish; what is no reference known here stays as written.
void append_decoded(std::string& out, std::string_view text);

}  // namespace dateline
