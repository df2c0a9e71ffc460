#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::entities {

/// What can be said of a word by looking at it alone. Hashes are of its text with quotes and brackets made plain.
struct WordForm {
    std::uint64_t word = 0;
    std::uint64_t lower = 0;
    std::uint64_t title = 0;                  ///< only the first letter a capital: how a word in capitals is looked up
    std::uint64_t shape = 0;                  ///< letters as A or a, digits as 0
    std::uint64_t collapsed_shape = 0;        ///< the same with runs made one
    std::array<std::uint64_t, 4> prefixes{};  ///< of one to four characters; 0 where the word is shorter
    std::array<std::uint64_t, 4> suffixes{};
    std::array<std::uint16_t, 4> clusters{};  ///< its cluster among 64, 256, 1024 and 3000, counted from 1; 0: unknown
    bool capitalized = false;                 ///< begins with a capital
    bool has_capital = false;                 ///< somewhere
    bool all_capitals = false;                ///< two letters or more, all of them capitals
    bool has_letter = false;
    bool has_digit = false;
    bool never_name = false;  ///< by itself (never_names.h)
};

/// Everything but the clusters and `never_name`.
WordForm form_of(std::string_view word);

/// The text hashed as a word: curly quotes straight, brackets and quotes of treebanks as they are printed.
std::string plain_word(std::string_view word);

/// Digits as 0: how words stand in the table of clusters.
std::string cluster_key(std::string_view word);

}  // namespace dateline::entities
