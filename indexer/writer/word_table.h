#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/words.h"

namespace dateline {

/// Word forms met so far by all threads, with the provisional number of each: numbers by order of coming, from
/// first_word_id on. They become final when a segment is put together.
class WordTable {
public:
    /// The number of a form, given now where it is new. Thread-safe.
    std::uint32_t number(std::string_view folded, std::string_view literal);

    /// All forms; element i has number first_word_id + i. The views last as long as the table. Not beside number().
    std::vector<WordForm> forms() const;

    /// Approximate memory held.
    std::size_t bytes() const;

private:
    mutable std::mutex mutex_;
    std::deque<std::string> text_;  ///< literal, then folded; never moves
    std::vector<WordForm> forms_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::size_t text_bytes_ = 0;
};

}  // namespace dateline
