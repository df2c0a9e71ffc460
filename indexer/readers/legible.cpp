#include "indexer/readers/legible.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::size_t least_text_to_one_mark = 10;

bool is_control(char c) {
    const bool is_space = c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == '\b';
    return (c >= 0 && c < ' ' && !is_space) || c == '\x7F';
}

}  // namespace

bool is_legible(std::string_view text, std::size_t replaced, const Input& input, const ReaderSink& sink) {
    const auto controls = static_cast<std::size_t>(std::ranges::count_if(text, is_control));
    if ((controls + replaced) * least_text_to_one_mark <= text.size()) return true;
    sink.skipped({input.path, input.member, "", "unreadable encoding",
                  "no encoding is known in which these bytes are a text; UTF-8 always is"});
    return false;
}

}  // namespace dateline
