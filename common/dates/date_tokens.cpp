#include "common/dates/date_tokens.h"

#include <array>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// First of ten digits in a row.
constexpr std::array<char32_t, 7> zeros{U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\u0E50', U'\uFF10'};

int digit_value(char32_t c) {
    for (const char32_t zero : zeros) {
        if (c >= zero && c < zero + 10) {
            return static_cast<int>(c - zero);
        }
    }
    return -1;
}

bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E4E; }

/// Letters and marks; everything above ASCII that is no punctuation, space or digit.
bool is_letter(char32_t c) {
    if (c < 0x80) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    }
    const bool punctuation = c < 0xAA || c == 0xAB || c == 0xB7 || c == 0xBB || (c >= 0x2000 && c <= 0x2BFF) ||
                             (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF0F) || c == 0x60C || c == 0x61B ||
                             c == 0xFF1A || c == 0xFFFD;
    return !punctuation && !is_space(c) && digit_value(c) < 0;
}

/// Lower case of the letters that month names are written with; text/folding knows the whole of Unicode, but reaching
/// for it here would tie every reading of a date to ICU.
char32_t lower(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 0x20;
    }
    if (c == 0x130) {
        return U'i';
    }
    if (c >= 0x100 && c <= 0x137) {
        return c | 1U;
    }
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        return c % 2 == 1 ? c + 1 : c;
    }
    if (c >= 0x14A && c <= 0x177) {
        return c | 1U;
    }
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

bool is_small_ascii(char32_t c) { return c >= U'a' && c <= U'z'; }

char32_t plain_sign(char32_t c) {
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212) {
        return U'-';
    }
    return c == 0xFF1A ? U':' : c == 0xFF0F ? U'/' : c == 0xFF0C || c == 0x60C ? U',' : c;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<DateToken> run() {
        bool space = false;
        while (position_ < text_.size()) {
            const std::size_t begin = position_;
            const char32_t c = next_code_point(text_, position_);
            if (is_space(c) || is_dropped_control(c) || c == 0x200E || c == 0x200F) {
                space = true;
                continue;
            }
            DateToken token;
            token.begin = begin;
            token.space_before = space;
            space = false;
            if (digit_value(c) >= 0) {
                number(c, token);
            } else if (is_letter(c)) {
                word(c, token);
            } else {
                token.kind = DateToken::Kind::sign;
                append_code_point(token.word, plain_sign(c));
            }
            token.end = position_;
            tokens_.push_back(std::move(token));
        }
        return std::move(tokens_);
    }

private:
    char32_t peek(std::size_t position) const {
        return position < text_.size() ? next_code_point(text_, position) : U'\0';
    }

    void number(char32_t first, DateToken& token) {
        constexpr std::size_t most_digits = 9;
        token.kind = DateToken::Kind::number;
        token.number = digit_value(first);
        token.digits = 1;
        for (int digit = digit_value(peek(position_)); digit >= 0; digit = digit_value(peek(position_))) {
            next_code_point(text_, position_);
            ++token.digits;
            token.number = token.digits <= most_digits ? token.number * 10 + digit : 0;
        }
    }

    void word(char32_t first, DateToken& token) {
        token.kind = DateToken::Kind::word;
        append_code_point(token.word, lower(first));
        if (is_han(first)) {
            return;
        }
        char32_t before = first;
        while (position_ < text_.size()) {
            std::size_t after = position_;
            const char32_t c = next_code_point(text_, after);
            // Elements of a page run together: "CorrespondentDec 22, 2023".
            if (is_small_ascii(before) && c >= U'A' && c <= U'Z') {
                return;
            }
            before = c;
            const bool thai_dot = c == U'.' && is_thai(first) && is_thai(peek(after));
            if ((!is_letter(c) && !thai_dot) || is_han(c)) {
                return;
            }
            append_code_point(token.word, lower(c));
            position_ = after;
        }
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::vector<DateToken> tokens_;
};

}  // namespace

DateTokens date_tokens(std::string_view text) { return DateTokens(Tokenizer(text).run()); }

}  // namespace dateline
