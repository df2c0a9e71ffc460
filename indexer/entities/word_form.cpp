#include "indexer/entities/word_form.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "indexer/entities/word_hash.h"

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

constexpr std::array plain_spellings{
    std::pair{"\u2018"sv, "'"sv},  std::pair{"\u2019"sv, "'"sv},   std::pair{"\u201C"sv, "\""sv},
    std::pair{"\u201D"sv, "\""sv}, std::pair{"\u2019s"sv, "'s"sv}, std::pair{"``"sv, "\""sv},
    std::pair{"''"sv, "\""sv},     std::pair{"-LRB-"sv, "("sv},    std::pair{"-RRB-"sv, ")"sv},
    std::pair{"-LSB-"sv, "["sv},   std::pair{"-RSB-"sv, "]"sv},    std::pair{"\u2013"sv, "--"sv},
    std::pair{"\u2014"sv, "--"sv}, std::pair{"\u2026"sv, "..."sv},
};

constexpr bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

char shape_of_ascii(char byte) {
    if (byte >= 'A' && byte <= 'Z') return 'A';
    if (byte >= 'a' && byte <= 'z') return 'a';
    if (byte >= '0' && byte <= '9') return '0';
    return byte;
}

/// The word in lower case, its shape a byte a character, and where each of its characters begins.
struct Spelled {
    std::string lower;
    std::string shape;
    std::vector<std::size_t> starts;  ///< in `lower`, with its end
};

Spelled spell(std::string_view word) {
    Spelled spelled;
    for (std::size_t at = 0; at < word.size();) {
        spelled.starts.push_back(spelled.lower.size());
        const auto byte = static_cast<unsigned char>(word[at]);
        if (byte < 0x80) {
            const char shape = shape_of_ascii(word[at]);
            spelled.shape += shape;
            spelled.lower += shape == 'A' ? static_cast<char>(byte + ('a' - 'A')) : word[at];
            ++at;
            continue;
        }
        const char32_t c = next_code_point(word, at);
        const char32_t lower = lower_case(c);
        spelled.shape += lower != c ? 'A' : (is_letter(c) ? 'a' : '-');
        dateline::append_code_point(spelled.lower, lower);
    }
    spelled.starts.push_back(spelled.lower.size());
    return spelled;
}

std::string collapsed(std::string_view shape) {
    std::string runs;
    for (const char c : shape) {
        if (runs.empty() || runs.back() != c) runs += c;
    }
    return runs;
}

/// The first letter as written, the rest in lower case.
std::string title_case(std::string_view word, const Spelled& spelled) {
    std::size_t first = 0;
    static_cast<void>(next_code_point(word, first));
    return std::string(word.substr(0, first)) + spelled.lower.substr(spelled.starts[1]);
}

}  // namespace

std::string plain_word(std::string_view word) {
    if (!word.empty() && (is_letter_ascii(word.front()) || is_digit_ascii(word.front())) && is_ascii(word))
        return std::string(word);
    for (const auto& [written, plain] : plain_spellings) {
        if (word == written) return std::string(plain);
    }
    std::string made(word);
    if (is_ascii(made)) return made;
    for (std::size_t at = 0; (at = made.find("\u2019"sv, at)) != std::string::npos; ++at) made.replace(at, 3, "'");
    return made;
}

std::string cluster_key(std::string_view word) {
    std::string key(word);
    std::ranges::replace_if(
        key, [](char c) { return c >= '0' && c <= '9'; }, '0');
    return key;
}

WordForm form_of(std::string_view written) {
    const std::string word = plain_word(written);
    const Spelled spelled = spell(word);
    const std::string_view lower = spelled.lower;
    WordForm form;
    form.word = hash_of(word);
    form.lower = hash_of(lower);
    form.shape = hash_of(spelled.shape);
    form.collapsed_shape = hash_of(collapsed(spelled.shape));
    const std::size_t characters = spelled.shape.size();
    for (std::size_t n = 1; n <= 4 && n < characters; ++n) {
        form.prefixes[n - 1] = hash_of(lower.substr(0, spelled.starts[n]));
        form.suffixes[n - 1] = hash_of(lower.substr(spelled.starts[characters - n]));
    }
    const auto capitals = std::ranges::count(spelled.shape, 'A');
    const auto small = std::ranges::count(spelled.shape, 'a');
    form.capitalized = !spelled.shape.empty() && spelled.shape.front() == 'A';
    form.has_capital = capitals > 0;
    form.all_capitals = capitals > 1 && small == 0;
    form.has_letter = capitals + small > 0;
    form.has_digit = spelled.shape.find('0') != std::string::npos;
    form.title = form.all_capitals ? hash_of(title_case(word, spelled)) : form.word;
    return form;
}

}  // namespace dateline::entities
