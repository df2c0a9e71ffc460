#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Text of a value that may have markup in it (`Q&amp;A`, `<b>New</b>`): tags and entities resolved, white space
/// squeezed.
std::string plain_text(std::string_view value);

}  // namespace dateline
