#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8: checking, repairing, walking and counting. Offsets and lengths are bytes unless they say code points.
namespace dateline {

inline constexpr char32_t replacement_character = 0xFFFD;

/// Length of the longest beginning of `text` that is well-formed UTF-8 (Unicode 3.9, table 3-7).
std::size_t valid_utf8_prefix(std::string_view text);

/// Makes `text` well-formed and returns how many bytes were replaced: by U+FFFD where the text has multi-byte
/// characters and is merely damaged, else by what the byte means in Windows-1252.
std::size_t repair_utf8(std::string& text);

/// The code point at `position`, which is moved behind it. Wants valid UTF-8 and a position inside it.
char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends U+FFFD for what is no code point.
void append_code_point(std::string& text, char32_t code_point);

std::size_t count_code_points(std::string_view text);
std::u32string code_points(std::string_view text);
/// Byte offset of a code point by its index, and back; the text's end for what lies behind it.
std::size_t byte_offset_of(std::string_view text, std::size_t code_point_index);
std::size_t code_point_index_of(std::string_view text, std::size_t byte_offset);

/// At most `bytes` of the text, no code point cut.
std::string_view cut_at_code_point(std::string_view text, std::size_t bytes);

/// White space (Unicode White_Space), line feeds included.
bool is_space(char32_t code_point);
/// Control characters that are no white space, and the byte order mark: no article keeps them.
bool is_dropped_control(char32_t code_point);

/// Appends the text with every run of white space as one blank, none at the ends, and without control characters.
void append_squeezed(std::string& out, std::string_view text);
std::string squeeze_space(std::string_view text);

/// Drops control characters; a carriage return becomes a line feed, before a line feed nothing.
void strip_controls(std::string& text);

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);

}  // namespace dateline
