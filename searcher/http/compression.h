#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::http {

enum class Coding : std::uint8_t { none, gzip, zstd };

/// The best coding that an Accept-Encoding header admits.
Coding chosen_coding(std::string_view accept_encoding);

/// As Content-Encoding has it.
std::string_view name_of(Coding coding);

/// The text in that coding, at a level that costs little. Throws std::bad_alloc.
std::string compressed(std::string_view text, Coding coding);

}  // namespace dateline::http
