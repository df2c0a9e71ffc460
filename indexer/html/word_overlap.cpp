#include "indexer/html/word_overlap.h"

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

bool is_sign(char32_t c) {
    return (c < 0x80 && !((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9'))) ||
           (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || (c >= 0x2000 && c <= 0x206F) ||
           (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20);
}

bool stands_alone(char32_t c) { return c >= 0x2E80 && c <= 0x9FFF; }

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
    const std::string lower = lower_case(text);
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(lower, at);
        if (is_space(c) || is_sign(c)) {
            end_word();
        } else if (stands_alone(c)) {
            end_word();
            words.push_back(lower.substr(begin, at - begin));
        } else {
            word.append(lower, begin, at - begin);
        }
    }
    end_word();
    return words;
}

double word_overlap(std::string_view a, std::string_view b) {
    std::vector<std::string> left = plain_words(a);
    std::vector<std::string> right = plain_words(b);
    if (left.empty() || right.empty()) {
        return 0;
    }
    std::ranges::sort(left);
    std::ranges::sort(right);
    std::vector<std::string> both;
    std::ranges::set_intersection(left, right, std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

}  // namespace dateline
