#include "indexer/timex/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/sentences.h"
#include "common/text/utf8.h"

namespace dateline::timex {

namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// Above ASCII everything counts as a letter that is no punctuation, space or sign.
bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_letter(c);
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
           c != 0xFEFF && c != replacement_character;
}

char32_t plain_sign(char32_t c) {
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013) return U'-';
    if (c == 0x2018 || c == 0x2019) return U'\'';
    if (c == 0xA3 || c == 0x20AC || c == 0xA5) return U'$';
    return c;
}

/// First pass: words, digits and signs as they stand.
class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5); }

    std::vector<Token> run() {
        bool space = true;
        int line_feeds = 0;
        while (position_ < text_.size()) {
            const std::size_t begin = position_;
            const char32_t c = next_code_point(text_, position_);
            if (is_space(c)) {
                space = true;
                line_feeds += c == U'\n' ? 1 : 0;
                continue;
            }
            Token token;
            token.begin = static_cast<std::uint32_t>(begin);
            token.space_before = space;
            token.break_before = line_feeds > 1 || tokens_.empty();
            if (is_letter(c)) cut_word(c, token);
            else if (is_digit(c)) cut_number(token);
            else cut_sign(c, token);
            token.end = static_cast<std::uint32_t>(position_);
            tokens_.push_back(token);
            space = false;
            line_feeds = 0;
        }
        return std::move(tokens_);
    }

private:
    char32_t peek(std::size_t position) const {
        return position < text_.size() ? next_code_point(text_, position) : U'\0';
    }
    char at(std::size_t position) const { return position < text_.size() ? text_[position] : '\0'; }
    bool digit_at(std::size_t position) const { return is_digit(static_cast<unsigned char>(at(position))); }

    static void take_word(Token& token, WordId id) {
        token.word = id;
        token.classes = word(id).classes;
        token.amount = word(id).value;
    }

    void cut_word(char32_t first, Token& token) {
        token.letters = true;
        token.capital = first >= U'A' && first <= U'Z';
        if (meridiem(token)) return;
        constexpr std::size_t longest = 16;
        std::array<char, longest> lower{};
        std::size_t length = 0;
        position_ = token.begin;
        while (position_ < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[position_]);
            if (byte >= 0x80) {
                if (!is_letter(peek(position_))) break;
                next_code_point(text_, position_);
                length = longest + 1;
                continue;
            }
            if (!is_ascii_letter(byte) && !is_digit(byte)) break;
            if (length < longest) lower.at(length) = lower_ascii(static_cast<char>(byte));
            ++length;
            ++position_;
        }
        if (length == 1 && lower[0] == 'o' &&
            lower_ascii(std::string_view(text_).substr(position_).substr(0, 6)) == "'clock") {
            position_ += 6;
            return take_word(token, find_word("o'clock"));
        }
        if (length > longest) return;
        const WordId id = find_word({lower.data(), length});
        if (id == no_word || ((timex::word(id).classes & capital) != 0 && !token.capital)) return;
        take_word(token, id);
        if (token.is(abbreviation) && at(position_) == '.') ++position_;
    }

    /// `a.m.`, `P.M.`, `pm.`
    bool meridiem(Token& token) {
        const char letter = lower_ascii(text_[token.begin]);
        if ((letter != 'a' && letter != 'p') || at(position_) != '.' || lower_ascii(at(position_ + 1)) != 'm')
            return false;
        if (is_letter(peek(position_ + 2))) return false;
        position_ += 2;
        if (at(position_) == '.') ++position_;
        take_word(token, find_word(letter == 'a' ? "am" : "pm"));
        return true;
    }

    void cut_number(Token& token) {
        position_ = token.begin;
        while (digit_at(position_)) digit(token);
        const std::size_t digits = token.digits;
        bool whole = true;
        bool grouped = false;
        while (at(position_) == ',' && digits <= 3 && group_at(position_ + 1)) {
            ++position_;
            for (int i = 0; i < 3; ++i) digit(token);
            grouped = true;
        }
        if (at(position_) == '.' && digit_at(position_ + 1) && !behind_dot(token) && !dotted_date_or_time()) {
            ++position_;
            for (double step = 0.1; digit_at(position_); step /= 10, ++position_)
                token.amount += step * (text_[position_] - '0');
            whole = false;
        }
        if (is_letter(peek(position_))) return with_letters(token, digits);
        const bool small = whole && digits <= 2 && !grouped;
        const bool is_year = whole && digits == 4 && !grouped && token.amount >= 1000 && token.amount < 2200;
        const WordId id = small && token.amount <= 12   ? number_word::up_to_12
                          : small && token.amount <= 24 ? number_word::up_to_24
                          : small && token.amount <= 31 ? number_word::up_to_31
                          : is_year                     ? number_word::year
                                                        : number_word::other;
        token.word = id;
        token.classes = timex::word(id).classes;
        const bool measured = at(position_) == '%' || (!tokens_.empty() && !token.space_before && money_before());
        if (measured) {
            token.classes = 0;
            token.word = no_word;
        }
    }

    void digit(Token& token) {
        token.amount = token.amount * 10 + (text_[position_++] - '0');
        token.digits = static_cast<std::uint8_t>(std::min(token.digits + 1, 99));
    }

    bool group_at(std::size_t position) const {
        return digit_at(position) && digit_at(position + 1) && digit_at(position + 2) && !digit_at(position + 3);
    }

    /// The second number of `29.08.2012`.
    bool behind_dot(const Token& token) const {
        static const WordId dot = find_word(".");
        return !token.space_before && tokens_.size() > 1 && tokens_.back().word == dot &&
               !tokens_.back().space_before && tokens_[tokens_.size() - 2].is(timex::number);
    }

    /// `29.08.2012`, `8.30 a.m.`: the full stop is no decimal point.
    bool dotted_date_or_time() const {
        std::size_t next = position_ + 1;
        while (digit_at(next)) ++next;
        if (at(next) == '.' && digit_at(next + 1)) return true;
        if (next - position_ != 3) return false;
        if (at(next) == ' ') ++next;
        const char letter = lower_ascii(at(next));
        const char second = lower_ascii(at(next + 1));
        return (letter == 'a' || letter == 'p') && (second == '.' || second == 'm');
    }

    bool money_before() const {
        static const WordId money = find_word("$");
        static const WordId hyphen = find_word("-");
        const Token& before = tokens_.back();
        // "AK-47", "555-1998"; but "mid-1996", "1995-1996".
        const bool coded = before.word == hyphen && !before.space_before && tokens_.size() > 1 &&
                           tokens_[tokens_.size() - 2].word == no_word && tokens_[tokens_.size() - 2].letters == false;
        return before.word == money || coded;
    }

    /// `21st`, `1970s`, `6pm`; other letters behind digits make a word of no meaning (`10k`).
    void with_letters(Token& token, std::size_t digits) {
        const std::size_t letters = position_;
        while (is_letter(peek(position_)) || digit_at(position_)) next_code_point(text_, position_);
        const std::string suffix = lower_ascii(text_.substr(letters, std::min<std::size_t>(position_ - letters, 3)));
        const bool is_ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
        if (is_ordinal && token.amount >= 1) {
            token.word = token.amount <= 31 ? number_word::day_ordinal : number_word::ordinal;
        } else if (suffix == "s" && (digits == 4 || digits == 2) && std::fmod(token.amount, 10) == 0) {
            token.word = number_word::decade;
        } else if ((suffix == "am" || suffix == "pm") && token.amount <= 12) {
            position_ = letters;
            token.word = number_word::up_to_12;
        } else {
            token.letters = true;
        }
        token.classes = timex::word(token.word).classes;
    }

    void cut_sign(char32_t c, Token& token) {
        c = plain_sign(c);
        if (c == U'\'' && lower_ascii(at(position_)) == 's' && !is_letter(peek(position_ + 1)) && !token.space_before) {
            ++position_;
            return take_word(token, find_word("'s"));
        }
        if (c < 0x80) {
            const char sign = static_cast<char>(c);
            take_word(token, find_word({&sign, 1}));
        }
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::vector<Token> tokens_;
};

/// Second pass: numbers of several tokens become one.
class NumberJoiner {
public:
    explicit NumberJoiner(const std::vector<Token>& tokens) : in_(tokens) {}

    std::vector<Token> run() {
        std::vector<Token> out;
        out.reserve(in_.size());
        while (at_ < in_.size()) {
            Token token = in_[at_];
            const std::size_t begin = at_;
            ++at_;
            if (token.is(count_word) && !token.is(vague)) amount(token);
            else if (token.word == words_.a || token.word == words_.an) after_article(token);
            else if (token.word == words_.half) half(token);
            else if (token.word == words_.few || token.word == words_.couple || token.word == words_.dozen)
                vague_count(token);
            if (at_ - begin > 1) token.end = in_[at_ - 1].end;
            out.push_back(token);
        }
        return out;
    }

private:
    struct Words {
        WordId hyphen = find_word("-");
        WordId hundred = find_word("hundred");
        WordId thousand = find_word("thousand");
        WordId million = find_word("million");
        WordId billion = find_word("billion");
        WordId dozen = find_word("dozen");
        WordId couple = find_word("couple");
        WordId few = find_word("few");
        WordId half = find_word("half");
        WordId a = find_word("a");
        WordId an = find_word("an");
        WordId of = find_word("of");
        WordId conjunction = find_word("and");
        WordId slash = find_word("/");
    };

    const Token& token(std::size_t index) const {
        return index < in_.size() && !in_[index].break_before ? in_[index] : none_;
    }
    const Token& next(std::size_t ahead = 0) const { return token(at_ + ahead); }
    bool glued(std::size_t ahead) const { return !next(ahead).space_before; }

    static bool is_in_letters(const Token& token) {
        return token.is(count_word) && !token.is(number) && !token.is(vague);
    }
    static bool is_tens(const Token& token) { return is_in_letters(token) && token.amount >= 20 && token.amount < 100; }
    static bool is_ones(const Token& token) { return is_in_letters(token) && token.amount < 10; }

    static void become(Token& token, WordId id, double amount) {
        token.word = id;
        token.classes = word(id).classes & ~std::uint32_t{number};
        token.amount = amount;
    }

    void amount(Token& token) {
        if (is_in_letters(token)) in_letters(token);
        if (next().word == words_.conjunction && (next(1).word == words_.a || next(1).word == words_.an) &&
            next(2).word == words_.half) {
            token.amount += 0.5;
            at_ += 3;
        } else if (token.is(number) && token.digits < 4 && is_half(at_)) {
            token.amount += next().amount / next(2).amount;
            token.classes = count_word | number;
            at_ += 3;
        } else if (next().word == words_.million || next().word == words_.billion) {
            become(token, number_word::other, token.amount * word(next().word).value);
            ++at_;
        }
    }

    /// `1/2`, `3/4` from a token on.
    bool is_half(std::size_t index) const {
        const Token& top = token(index);
        const Token& below = token(index + 2);
        return top.is(number) && top.space_before && top.digits == 1 && token(index + 1).word == words_.slash &&
               below.is(number) && below.digits == 1 && top.amount < below.amount && !token(index + 3).is(number) &&
               token(index + 3).word != words_.slash;
    }

    /// "twenty-five", "two hundred", "nineteen ninety-six", "two thousand and one".
    void in_letters(Token& token) {
        double amount = tens_and_ones(token);
        const bool century = amount >= 11 && amount <= 20;
        if (century && (is_tens(next()) || (is_in_letters(next()) && next().amount >= 10 && next().amount < 20))) {
            const Token& rest = next();
            ++at_;
            return become(token, number_word::year, amount * 100 + tens_and_ones(rest));
        }
        if (next().word == words_.hundred) {
            ++at_;
            amount *= 100;
            if (century) return become(token, number_word::year, amount + rest_of_number());
            amount += rest_of_number();
        } else if (next().word == words_.thousand) {
            ++at_;
            amount = amount * 1000 + rest_of_number();
            if (amount >= 2000 && amount < 2100) return become(token, number_word::year, amount);
        }
        if (amount != token.amount) become(token, number_word::other, amount);
    }

    /// Behind `token`, which is taken already.
    double tens_and_ones(const Token& token) {
        if (!is_tens(token)) return token.amount;
        const bool hyphen = next().word == words_.hyphen && glued(0) && glued(1);
        const Token& ones = next(hyphen ? 1 : 0);
        if (!is_ones(ones)) return token.amount;
        at_ += hyphen ? 2 : 1;
        return token.amount + ones.amount;
    }

    double rest_of_number() {
        const std::size_t skip = next().word == words_.conjunction ? 1 : 0;
        if (!is_in_letters(next(skip)) || next(skip).amount >= 100) return 0;
        const Token& rest = next(skip);
        at_ += skip + 1;
        return tens_and_ones(rest);
    }

    /// "a few", "a couple of", "a dozen", "a hundred".
    void after_article(Token& token) {
        if (next().word == words_.hundred || next().word == words_.thousand) {
            const double amount = word(next().word).value;
            ++at_;
            return become(token, number_word::other, amount);
        }
        if (next().word == words_.few || next().word == words_.couple || next().word == words_.dozen) {
            const Token& what = next();
            ++at_;
            token.word = what.word;
            vague_count(token);
        }
    }

    /// `few`, `couple of`, `dozen`, with what stands before them already part of the token.
    void vague_count(Token& token) {
        const WordId what = token.word;
        if (what == words_.few) return become(token, number_word::several, 0);
        if (what == words_.couple && next().word == words_.of) ++at_;
        become(token, number_word::other, word(what).value);
    }

    /// "half a", "half an" before a unit.
    void half(Token& token) {
        if ((next().word == words_.a || next().word == words_.an) && next(1).is(unit)) {
            ++at_;
            become(token, number_word::other, 0.5);
        }
    }

    const std::vector<Token>& in_;
    std::size_t at_ = 0;
    Token none_;
    Words words_;
};

/// Third pass: takes their meaning from months and weekdays that are names or verbs.
class NameSieve {
public:
    explicit NameSieve(Tokens& tokens) : tokens_(tokens) {}

    bool means_time(std::size_t index) const {
        const Token& token = tokens_[index];
        if (token.is(month)) return is_month(index);
        if (token.is(weekday)) return is_weekday(index);
        return true;
    }

private:
    bool before_is(std::size_t index, std::span<const std::string_view> words) const {
        return std::ranges::find(words, lower_ascii(tokens_.text(index - 1))) != words.end();
    }

    bool day_or_year_follows(std::size_t index) const {
        static const WordId comma = find_word(",");
        const Token& next = tokens_[index + 1];
        return next.is(day_number | year) || (next.word == comma && tokens_[index + 2].is(year));
    }

    bool is_month(std::size_t index) const {
        if (day_or_year_follows(index)) return true;
        const Token& token = tokens_[index];
        const Token& before = tokens_[index - 1];
        const bool dotted = tokens_.text(index).ends_with('.');
        if (token.is(abbreviation) && !dotted) return before.is(day_number);
        constexpr std::array<std::string_view, 17> leads{"last", "next",  "this",     "early",     "late",  "mid",
                                                         "past", "and",   "or",       "-",         "each",  "every",
                                                         "as",   "until", "previous", "following", "coming"};
        const bool introduced = before.is(preposition | day_number | edge | month) || before_is(index, leads);
        const bool verb_or_name = token.value() == 5 || token.value() == 3;
        if (verb_or_name && !dotted) {
            if (tokens_.begins_sentence(index)) return false;
            const Token& next = tokens_[index + 1];
            const bool name_follows = next.capital && next.letters && !next.is(month);
            if (introduced) return !name_follows;
            return before_is(index, std::array<std::string_view, 3>{"the", "a", "its"}) && next.letters &&
                   !next.capital;
        }
        const Token& next = tokens_[index + 1];
        const bool name_follows = next.capital && next.word == no_word && next.letters && next.space_before;
        const bool is_first_name = token.value() == 4 || token.value() == 6 || token.value() == 8;
        return introduced || !is_first_name || !name_follows;
    }

    bool is_weekday(std::size_t index) const {
        static const WordId comma = find_word(",");
        const Token& next = tokens_[index + 1];
        if (tokens_[index].is(abbreviation))
            return next.is(month | day_number) || (next.word == comma && tokens_[index + 2].is(month | day_number));
        constexpr std::array<std::string_view, 8> named{"black", "bloody", "super", "ash",
                                                        "good",  "palm",   "ruby",  "cyber"};
        if (tokens_[index - 1].capital && before_is(index, named)) return false;
        constexpr std::array<std::string_view, 9> papers{"Times",  "Telegraph", "Mirror",      "Express", "Mail",
                                                         "Herald", "Post",      "Independent", "Mercury"};
        return std::ranges::find(papers, tokens_.text(index + 1)) == papers.end();
    }

    Tokens& tokens_;
};

}  // namespace

bool Tokens::begins_sentence(std::size_t index) const {
    if (index == 0 || index >= size() || (*this)[index].break_before) return true;
    // Quotes and brackets may stand between.
    constexpr std::size_t most_signs = 8;
    std::size_t before = index - 1;
    while (!(*this)[before].letters && (*this)[before].digits == 0) {
        if ((*this)[before].break_before || before == 0) return true;
        if (index - --before > most_signs) return false;
    }
    const std::size_t end = (*this)[before].end;
    return sentence_ends(text(before), text_.substr(end, (*this)[index].begin - end), text(index));
}

Tokens tokenize(std::string_view text) {
    std::vector<Token> joined = NumberJoiner(Cutter(text).run()).run();
    Tokens tokens(text, joined);
    const NameSieve sieve(tokens);
    for (std::size_t index = 0; index < joined.size(); ++index) {
        if (!joined[index].is(month | weekday) || sieve.means_time(index)) continue;
        joined[index].word = no_word;
        joined[index].classes = 0;
    }
    return {text, std::move(joined)};
}

}  // namespace dateline::timex
