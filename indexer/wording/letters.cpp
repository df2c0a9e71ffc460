#include "indexer/wording/letters.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline {

namespace {

char32_t lower(char32_t c) {
    const bool by_32 = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                       (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
    if (by_32) {
        return c + 0x20;
    }
    if (c == 0x130) {
        return U'i';
    }
    const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (odd_is_capital) {
        return c % 2 == 1 ? c + 1 : c;
    }
    if (c >= 0x100 && c <= 0x177) {
        return c | 1U;
    }
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string lowered;
    lowered.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        append_code_point(lowered, lower(next_code_point(text, at)));
    }
    return lowered;
}

bool is_capital(char32_t c) { return lower(c) != c; }

bool has_no_case(char32_t c) {
    return c >= 0x590 && !(c >= 0x1E00 && c <= 0x1FFF) && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x3020);
}

char32_t first_letter(std::string_view text) {
    std::size_t position = 0;
    return text.empty() ? U'\0' : next_code_point(text, position);
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = text.find_first_not_of(' '); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(' ', end);
    }
    return words;
}

}  // namespace dateline
