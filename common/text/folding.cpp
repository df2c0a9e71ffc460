#include "common/text/folding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include "common/text/code_point.h"

namespace dateline {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

const icu::Normalizer2& nfkc_casefold() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no NFKC case folding data");
    return *normalizer;
}

std::string case_fold(std::string_view literal) {
    std::string folded;
    if (is_ascii(literal)) {
        folded.resize(literal.size());
        std::transform(literal.begin(), literal.end(), folded.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        return folded;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded);
    nfkc_casefold().normalizeUTF8(0, icu::StringPiece(literal.data(), static_cast<std::int32_t>(literal.size())), sink,
                                  nullptr, status);
    return folded;
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xFF07; }

/// Digits of other scripts to ASCII, currency and percent signs away, typographic apostrophes to `'`.
std::string plain_digits_and_signs(const std::string& text) {
    std::string out;
    out.reserve(text.size());
    for_each_code_point(text, [&](UChar32 c) {
        if (c < 0) return;
        if (c > 0x7F && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) append_code_point(out, '0' + u_charDigitValue(c));
        else if (is_apostrophe(c)) out += '\'';
        else if (c == 0x066B) out += '.';
        else if (c == 0x066C) out += ',';
        else if (c == '%' || c == 0x2030 || c == 0x066A || u_charType(c) == U_CURRENCY_SYMBOL || c == 0x0640) return;
        else append_code_point(out, c);
    });
    return out;
}

/// `we'll`, `she'd`, `I'm`, `won't`: without their apostrophe many would be other words (`well`, `shed`, `wont`).
bool is_contraction(std::string_view word) {
    static constexpr std::array<std::string_view, 6> endings{"'ll", "'re", "'ve", "'d", "'m", "n't"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

void fold_apostrophes(std::string& word) {
    if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
    if (!is_contraction(word)) std::erase(word, '\'');
}

/// Bytes of the UTF-8 sequence that starts with `lead`.
std::size_t sequence_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_acronym(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        if (word[at] == '.' || is_digit(word[at])) return false;
        at += sequence_length(word[at]);
        ++letters;
        if (at < word.size() && word[at++] != '.') return false;
    }
    return letters > 1;
}

/// `1,200` and `1,200,000.5`; with full stops only where they part several groups (`1.200.000`).
void drop_thousands_separators(std::string& word) {
    const auto is_grouped = [&](char separator, int least_groups) {
        std::size_t at = 0;
        while (at < word.size() && is_digit(word[at])) ++at;
        if (at == 0 || at > 3) return false;
        int groups = 0;
        while (at + 3 < word.size() && word[at] == separator && is_digit(word[at + 1]) && is_digit(word[at + 2]) &&
               is_digit(word[at + 3])) {
            at += 4;
            ++groups;
        }
        return groups >= least_groups && (at == word.size() || !is_digit(word[at]));
    };
    if (is_grouped(',', 1)) std::erase(word, ',');
    else if (is_grouped('.', 2)) std::erase(word, '.');
}

void cut(std::string& word) {
    if (word.size() <= max_folded_bytes) return;
    std::size_t end = max_folded_bytes;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    word.resize(end);
}

std::string_view plain_letters(UChar32 c) {
    switch (c) {
    case 0xE6: return "ae";
    case 0x153: return "oe";
    case 0xF8: return "o";
    case 0x142: return "l";
    case 0x111:
    case 0xF0: return "d";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0xFE: return "th";
    case 0x167: return "t";
    default: return {};
    }
}

bool is_droppable_mark(UChar32 c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || (c >= 0x483 && c <= 0x487);
}

bool keeps_its_mark(UChar32 c) { return c == 0x439 || c == 0x457 || c == 0x45E || (c >= 0xAC00 && c <= 0xD7A3); }

}  // namespace

std::string normalize(std::string_view literal) {
    std::string word = case_fold(literal.substr(0, 8 * max_folded_bytes));
    if (!is_ascii(word)) word = plain_digits_and_signs(word);
    else std::erase_if(word, [](char c) { return c == '%' || c == '$'; });
    if (word.find('\'') != std::string::npos) fold_apostrophes(word);
    if (word.find('.') != std::string::npos && is_acronym(word)) std::erase(word, '.');
    if (!word.empty() && is_digit(word[0])) drop_thousands_separators(word);
    if (word.empty()) word = literal;
    cut(word);
    return word;
}

std::string drop_diacritics(std::string normalized) {
    if (is_ascii(normalized)) return normalized;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string out;
    out.reserve(normalized.size());
    for_each_code_point(normalized, [&](UChar32 c) {
        if (c < 0x80 || keeps_its_mark(c)) {
            if (c >= 0) append_code_point(out, c);
            return;
        }
        if (const auto plain = plain_letters(c); !plain.empty()) {
            out += plain;
            return;
        }
        icu::UnicodeString parts;
        if (nfc == nullptr || nfc->getDecomposition(c, parts) == 0) parts.setTo(c);
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const UChar32 part = parts.char32At(i);
            if (is_droppable_mark(part)) continue;
            const auto plain = plain_letters(part);
            if (plain.empty()) append_code_point(out, part);
            else out += plain;
        }
    });
    if (out.empty()) return normalized;
    cut(out);
    return out;
}

std::string fold(std::string_view literal) {
    const std::string normalized = normalize(literal);
    std::string folded = drop_diacritics(normalized);
    // A mark that is gone may have hidden an acronym (`S.İ.`) or a number.
    return folded == normalized ? folded : drop_diacritics(normalize(folded));
}

}  // namespace dateline
