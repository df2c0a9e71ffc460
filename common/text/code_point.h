#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// The code point that begins at byte `at`, negative where the bytes are not valid UTF-8; `at` moves on to the next
/// one. `text` is under 2 GiB and `at` inside it.
inline UChar32 decode_code_point(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto i = static_cast<std::int32_t>(at);
    const auto size = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_NEXT(bytes, i, size, c);
#pragma GCC diagnostic pop
    at = static_cast<std::size_t>(i);
    return c;
}

/// Appends a code point as UTF-8; nothing where it is not one.
inline void append_code_point(std::string& out, UChar32 c) {
    std::uint8_t buffer[U8_MAX_LENGTH];
    std::int32_t size = 0;
    UBool error = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_APPEND(buffer, size, U8_MAX_LENGTH, c, error);
#pragma GCC diagnostic pop
    if (error == 0) out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

/// Calls `visit(code point)` for each code point, negative for invalid bytes.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) visit(decode_code_point(text, at));
}

}  // namespace dateline
