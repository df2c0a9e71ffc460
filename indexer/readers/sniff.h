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

/// The reader for an input, by its content; the name decides only what content leaves open. `beginning`: its first
/// `sniff_bytes` (fewer where the input is shorter).
Sniffed sniff(std::string_view beginning, std::string_view path, Origin origin);

/// Who reads an input: `format` where one is asked for (else nullptr), but archives are opened whatever is asked for,
/// and what is in them is what `format` means. nullptr where nobody does; `sniffed` says why.
const ReaderEntry* reader_for(const Sniffed& sniffed, const ReaderEntry* format);

}  // namespace dateline
