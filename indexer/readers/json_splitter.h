#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Finds where a JSON value ends without parsing it: counts brackets outside of strings. Fed with growing views of the
/// same bytes, it goes on where it stopped.
class JsonSplitter {
public:
    static constexpr std::size_t unfinished = static_cast<std::size_t>(-1);

    /// Length of the object or array that `text` begins with (a number or word ends at `,`, `]`, `}` or white space);
    /// `unfinished` where its end is not in `text`.
    std::size_t value_length(std::string_view text);

private:
    std::size_t position_ = 0;
    std::size_t depth_ = 0;
    bool in_string_ = false;
};

}  // namespace dateline
