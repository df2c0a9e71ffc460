#include "indexer/html/word_overlap.h"

#include <algorithm>
#include <compare>

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

WordBag::WordBag(std::string_view text) : words_(plain_words(text)) { std::ranges::sort(words_); }

double WordBag::overlap(const WordBag& other) const {
    if (words_.empty() || other.words_.empty()) {
        return 0;
    }
    std::size_t both = 0;
    for (auto left = words_.begin(), right = other.words_.begin();
         left != words_.end() && right != other.words_.end();) {
        const auto order = *left <=> *right;
        both += order == 0 ? 1U : 0U;
        left += order <= 0 ? 1 : 0;
        right += order >= 0 ? 1 : 0;
    }
    return 2.0 * static_cast<double>(both) / static_cast<double>(words_.size() + other.words_.size());
}

double word_overlap(std::string_view a, std::string_view b) { return WordBag(a).overlap(WordBag(b)); }

}  // namespace dateline
