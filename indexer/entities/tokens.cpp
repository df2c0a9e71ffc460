#include "indexer/entities/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/ascii.h"
#include "common/text/letter_case.h"
#include "common/text/utf8.h"

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

// Sorted. With their full stop they are one word.
constexpr std::array abbreviations{
    "Adm"sv,  "Apr"sv, "Aug"sv, "Ave"sv, "Bros"sv, "Brig"sv, "Capt"sv, "Co"sv,  "Col"sv, "Corp"sv, "Cos"sv,
    "Cpl"sv,  "Dec"sv, "Dr"sv,  "Feb"sv, "Ft"sv,   "Gen"sv,  "Gov"sv,  "Hon"sv, "Inc"sv, "Jan"sv,  "Jr"sv,
    "Lt"sv,   "Ltd"sv, "Maj"sv, "Mr"sv,  "Mrs"sv,  "Ms"sv,   "Mt"sv,   "No"sv,  "Nov"sv, "Oct"sv,  "Ph"sv,
    "Prof"sv, "Rep"sv, "Rev"sv, "Sen"sv, "Sep"sv,  "Sept"sv, "Sgt"sv,  "Sr"sv,  "St"sv,  "Ste"sv,  "vs"sv,
};

// Words that begin a sentence far more often than they follow an acronym inside one.
constexpr std::array lower_case_openers{
    "A"sv,    "After"sv,   "Although"sv, "An"sv,    "And"sv,  "As"sv,   "At"sv,  "But"sv,  "For"sv,
    "He"sv,   "However"sv, "I"sv,        "If"sv,    "In"sv,   "It"sv,   "Its"sv, "On"sv,   "She"sv,
    "Some"sv, "The"sv,     "Their"sv,    "There"sv, "They"sv, "This"sv, "We"sv,  "When"sv, "While"sv,
};

constexpr std::array clitics{"'s"sv, "'S"sv, "n't"sv, "N'T"sv, "'re"sv, "'ve"sv, "'ll"sv, "'d"sv, "'m"sv};

// What stands apart at the beginning or the end of a word.
constexpr std::array opening_marks{"("sv,      "["sv,      "{"sv,      "\""sv,     "'"sv,      "`"sv,      "\u201C"sv,
                                   "\u2018"sv, "\u00AB"sv, "\u201E"sv, "$"sv,      "\u00A3"sv, "\u20AC"sv, "#"sv,
                                   "*"sv,      "\u2013"sv, "\u2014"sv, "\u2026"sv, "/"sv,      "\u2022"sv, "\u201D"sv,
                                   "\u2019"sv, "<"sv,      ">"sv,      "="sv,      "&"sv};
constexpr std::array closing_marks{","sv,      ";"sv,  ":"sv,      "!"sv,      "?"sv,      ")"sv,      "]"sv,
                                   "}"sv,      "\""sv, "'"sv,      "`"sv,      "\u201D"sv, "\u2019"sv, "\u00BB"sv,
                                   "\u2026"sv, "%"sv,  "\u2013"sv, "\u2014"sv, "\u201C"sv, "\u2018"sv, "/"sv,
                                   ">"sv,      "<"sv,  "*"sv,      "="sv};
// These part words wherever they stand.
constexpr std::array parting_marks{"("sv,      ")"sv,      "["sv,      "]"sv,      "\""sv,     "\u201C"sv, "\u201D"sv,
                                   "\u2013"sv, "\u2014"sv, "\u2026"sv, "\u00AB"sv, "\u00BB"sv, ";"sv,      "--"sv};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// Letters and digits of ASCII, which most words begin and end with and no mark does.
bool is_plain_byte(char byte) { return is_letter_ascii(byte) || is_digit_ascii(byte); }

template <std::size_t Size>
std::size_t mark_at_front(const std::array<std::string_view, Size>& marks, std::string_view text) {
    if (!text.empty() && is_plain_byte(text.front())) return 0;
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

template <std::size_t Size>
std::size_t mark_at_back(const std::array<std::string_view, Size>& marks, std::string_view text) {
    if (!text.empty() && is_plain_byte(text.back())) return 0;
    for (const std::string_view mark : marks) {
        if (text.ends_with(mark)) return mark.size();
    }
    return 0;
}

bool is_letter_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

std::size_t run_at_front(std::string_view text, char byte) {
    return std::min(text.find_first_not_of(byte), text.size());
}
std::size_t run_at_back(std::string_view text, char byte) {
    const std::size_t last = text.find_last_not_of(byte);
    return last == std::string_view::npos ? text.size() : text.size() - last - 1;
}

/// Single letters each with a full stop: `U.S.`, `J.`, `p.m.`.
bool has_full_stops(std::string_view word) {
    if (word.size() < 2 || word.size() % 2 != 0) return false;
    for (std::size_t at = 0; at < word.size(); at += 2) {
        if (!is_letter_byte(word[at]) || word[at + 1] != '.') return false;
    }
    return true;
}

bool is_address(std::string_view word) {
    return word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.") ||
           (word.find('@') != std::string_view::npos && word.size() > 3 && word.front() != '@');
}

/// Cuts one run of text without blanks.
class ChunkCutter {
public:
    ChunkCutter(std::string_view text, Hyphens hyphens, std::vector<Token>& out)
        : text_(text), hyphens_(hyphens), out_(out) {}

    /// `opens`: the first of its sentence; `closes`: the last of its line.
    void cut(std::size_t begin, std::size_t end, bool opens, bool closes) {
        begin = cut_front(begin, end);
        tail_.clear();
        end = cut_back(begin, end, opens, closes);
        if (begin < end) cut_inside(begin, end);
        std::for_each(tail_.rbegin(), tail_.rend(), [&](const Token& token) { out_.push_back(token); });
    }

private:
    std::string_view view(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

    void put(std::size_t begin, std::size_t end) {
        out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    static bool is_clitic(std::string_view word) {
        if (word.starts_with("\u2019")) return contains(clitics, "'" + std::string(word.substr(3)));
        return contains(clitics, word);
    }

    std::size_t cut_front(std::size_t begin, std::size_t end) {
        while (begin < end) {
            if (is_plain_byte(text_[begin]) && text_[begin] != 'n' && text_[begin] != 'N') break;
            const std::string_view rest = view(begin, end);
            if (is_clitic(rest)) break;
            std::size_t size = mark_at_front(opening_marks, rest);
            if (rest.starts_with("''")) size = 2;
            if (rest.starts_with("--")) size = run_at_front(rest, '-');
            if (rest.starts_with("..")) size = run_at_front(rest, '.');
            if (rest == "-") size = 1;
            if (rest.size() > 1 && rest[0] == '-' && is_letter_byte(rest[1])) size = 1;
            if (rest.size() > 2 && rest[0] == '\'' && is_digit_ascii(rest[1])) size = 0;  // '90s
            if (size == 0) break;
            put(begin, begin + size);
            begin += size;
        }
        return begin;
    }

    bool keeps_full_stop(std::string_view word, bool opens, bool closes) const {
        if (has_full_stops(word)) return true;
        const std::string_view stem = word.substr(0, word.size() - 1);
        if (contains(abbreviations, stem)) return !closes;
        const bool number = !stem.empty() && std::ranges::all_of(stem, is_digit_ascii);
        if (number) return opens && stem.size() <= 3 && !closes;
        const std::size_t dash = stem.rfind('-');  // U.S.-U.K.
        if (dash != std::string_view::npos && has_full_stops(word.substr(dash + 1))) return true;
        return stem.find('.') != std::string_view::npos && stem.find('.') == 1 && is_letter_byte(stem[0]) &&
               stem.size() <= 4;  // J.R.R., D.C
    }

    std::size_t cut_back(std::size_t begin, std::size_t end, bool opens, bool closes) {
        while (begin < end) {
            const std::string_view rest = view(begin, end);
            std::size_t size = mark_at_back(closing_marks, rest);
            if (rest.ends_with("''")) size = 2;
            if (rest.ends_with('.')) {
                const std::size_t stops = run_at_back(rest, '.');
                if (stops > 1) size = stops;
                else if (rest.size() > 1 && !keeps_full_stop(rest, opens, closes && tail_.empty())) size = 1;
            }
            if (size == 0 || size == rest.size()) size = clitic_at_back(rest);
            if (size == 0) break;
            tail_.push_back({static_cast<std::uint32_t>(end - size), static_cast<std::uint32_t>(end)});
            end -= size;
        }
        return end;
    }

    static std::size_t clitic_at_back(std::string_view rest) {
        constexpr std::size_t longest_clitic_bytes = 5;
        const std::string_view tail = rest.substr(rest.size() - std::min(rest.size(), longest_clitic_bytes));
        if (std::ranges::all_of(tail, is_plain_byte)) return 0;
        for (const std::string_view clitic : clitics) {
            if (rest.size() > clitic.size() && rest.ends_with(clitic)) return clitic.size();
        }
        for (const std::string_view curly :
             {"\u2019s"sv, "\u2019re"sv, "\u2019ve"sv, "\u2019ll"sv, "\u2019d"sv, "\u2019m"sv, "n\u2019t"sv}) {
            if (rest.size() > curly.size() && rest.ends_with(curly)) return curly.size();
        }
        return 0;
    }

    /// Length of what parts the word at `at`, 0 for nothing.
    std::size_t parting_at(std::size_t begin, std::size_t at, std::size_t end) const {
        if (is_plain_byte(text_[at])) return 0;
        const std::string_view rest = view(at, end);
        if (const std::size_t size = mark_at_front(parting_marks, rest); size > 0) return size;
        if (at == begin || rest.size() < 2) return 0;
        const char before = text_[at - 1];
        const char after = rest[1];
        switch (rest[0]) {
        case '-': return hyphens_ == Hyphens::cut && !(is_digit_ascii(before) && is_digit_ascii(after)) ? 1 : 0;
        case ',': return !(is_digit_ascii(before) && is_digit_ascii(after)) ? 1 : 0;
        case ':': return is_letter_byte(before) && is_letter_byte(after) ? 1 : 0;
        case '.': return rest.starts_with("...") ? run_at_front(rest, '.') : 0;
        case '?':
        case '!': return is_letter_byte(after) ? 1 : 0;
        case '/': return is_letter_byte(before) && is_letter_byte(after) ? 1 : 0;
        default: return 0;
        }
    }

    void cut_inside(std::size_t begin, std::size_t end) {
        if (is_address(view(begin, end))) return put(begin, end);
        std::size_t first = begin;
        for (std::size_t at = begin; at < end;) {
            const std::size_t size = parting_at(first, at, end);
            if (size == 0) {
                ++at;
                continue;
            }
            if (first < at) put_word(first, at);
            put(at, at + size);
            at += size;
            first = at;
        }
        if (first < end) put_word(first, end);
    }

    /// A word that may have a clitic of its own, before a dash for instance.
    void put_word(std::size_t begin, std::size_t end) {
        const std::size_t clitic = clitic_at_back(view(begin, end));
        if (clitic == 0 || clitic == end - begin) return put(begin, end);
        put(begin, end - clitic);
        put(end - clitic, end);
    }

    std::string_view text_;
    Hyphens hyphens_;
    std::vector<Token>& out_;
    std::vector<Token> tail_;
};

/// Whether the sentence ends between the last token so far and the run that begins at `next`.
bool ends_before(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t next) {
    std::size_t last = tokens.size();
    while (last > first + 1) {  // quotes and brackets that close behind the full stop
        const std::string_view word =
            text.substr(tokens[last - 1].begin, tokens[last - 1].end - tokens[last - 1].begin);
        if (word != "\"" && word != ")" && word != "'" && word != "\u201D" && word != "\u2019" && word != "]") break;
        --last;
    }
    if (last == first) return false;
    const Token& token = tokens[last - 1];
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const std::string_view after =
        text.substr(next, std::min(text.find_first_of(" \n,.;:!?)\"'", next), text.size()) - next);
    if (after.empty() && next < text.size() && (text[next] == ',' || text[next] == ';')) return false;
    std::size_t at = next;
    const char32_t begins = next_code_point(text, at);
    const bool small = is_letter(begins) && !has_capital(text.substr(next, at - next));
    if (word == "." || word == "!" || word == "?" || word == "..." || word == "\u2026") return !small;
    if (word.size() > 2 && word.ends_with('.')) return contains(lower_case_openers, after) && !small;
    return false;
}

}  // namespace

Tokens tokenize(std::string_view text, Hyphens hyphens) {
    Tokens made;
    ChunkCutter cutter(text, hyphens, made.tokens);
    std::size_t sentence = 0;  // its first token
    const auto end_sentence = [&] {
        if (made.tokens.size() == sentence) return;
        made.sentences.push_back(static_cast<std::uint32_t>(sentence));
        sentence = made.tokens.size();
    };
    constexpr std::string_view blanks = " \t\r\n\v\f";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(blanks, at), text.size());
        if (text.substr(at, begin - at).find('\n') != std::string_view::npos) end_sentence();
        if (begin == text.size()) break;
        if (ends_before(text, made.tokens, sentence, begin)) end_sentence();
        const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
        const std::size_t next = std::min(text.find_first_not_of(blanks, end), text.size());
        const bool closes = next == text.size() || text.substr(end, next - end).find('\n') != std::string_view::npos;
        cutter.cut(begin, end, made.tokens.size() == sentence, closes);
        at = end;
    }
    end_sentence();
    return made;
}

}  // namespace dateline::entities
