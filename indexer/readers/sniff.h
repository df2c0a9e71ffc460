#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/registry.h"

namespace dateline {

/// What a file's beginning says it is: a reader, or why there is none (`reason` and `detail` as in Skipped).
struct Sniffed {
    const ReaderEntry* reader = nullptr;
    std::string reason;
    std::string detail;
};

/// Bytes of the beginning that are enough to tell.
inline constexpr std::size_t sniff_bytes = 4096;

/// How a file came to be read: one the user named is read whatever its name; a folder holds more than articles
/// (LICENSE, notes.md, tables), so that there plain text must also be named as text (`.txt`).
enum class Origin : unsigned char { named, folder };

/// The reader for an input, by its content; the name decides only what content leaves open. `beginning`: its first
/// `sniff_bytes` (fewer where the input is shorter).
Sniffed sniff(std::string_view beginning, std::string_view path, Origin origin);

}  // namespace dateline
