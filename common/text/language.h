#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The language of a text as ISO 639-1 (`en`, `de`, `zh`), "" where too little stands there to tell. Looks at the
/// first `language_sample_bytes` only. Thread-safe. The text must be valid UTF-8.
std::string detect_language(std::string_view utf8_text);

inline constexpr std::size_t language_sample_bytes = 512;

}  // namespace dateline
