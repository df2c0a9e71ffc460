#pragma once

#include <span>
#include <string_view>

#include "indexer/readers/reader.h"

/// The formats the indexer reads. A new one is a pair of files and a line in registry.cpp.
namespace dateline {

struct ReaderEntry {
    std::string_view name;
    std::string_view help;
    std::span<const std::string_view> endings;  ///< lower case, with the dot; the first is the usual one
    const Reader& (*reader)();                  ///< one for the whole program, thread-safe
};

std::span<const ReaderEntry> all_readers();
/// nullptr where no reader has this name.
const ReaderEntry* find_reader(std::string_view name);
/// The reader that this file ending belongs to, by the name's ending; nullptr where none.
const ReaderEntry* reader_for_ending(std::string_view path);

}  // namespace dateline
