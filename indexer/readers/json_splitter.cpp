#include "indexer/readers/json_splitter.h"

namespace dateline {

std::size_t JsonSplitter::value_length(std::string_view text) {
    constexpr std::string_view structure = "\"{}[],: \n\r\t";
    while (true) {
        position_ = text.find_first_of(in_string_ ? std::string_view("\"\\") : structure, position_);
        if (position_ >= text.size()) {
            position_ = text.size();
            return unfinished;
        }
        const char c = text[position_];
        if (in_string_ && c == '\\') {
            if (position_ + 1 >= text.size()) {
                return unfinished;
            }
            position_ += 2;
            continue;
        }
        const bool opens = !in_string_ && (c == '{' || c == '[');
        const bool closes = !in_string_ && (c == '}' || c == ']');
        if (depth_ == 0 && !in_string_ && !opens && c != '"') {
            return position_;
        }
        in_string_ = c == '"' ? !in_string_ : in_string_;
        depth_ = depth_ + (opens ? 1U : 0U) - (closes ? 1U : 0U);
        ++position_;
        if (depth_ == 0 && !in_string_ && (closes || c == '"')) {
            return position_;
        }
    }
}

}  // namespace dateline
