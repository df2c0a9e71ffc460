#include "searcher/query/phrase_parts.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "common/text/character_class.h"
#include "common/text/utf8.h"
#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

/// Letters and digits; of text beyond ASCII every byte.
bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

bool has_inner_wildcard(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool letter_before = i > 0 && is_letter(word[i - 1]);
        const bool letter_behind = i + 1 < word.size() && is_letter(word[i + 1]);
        if (word[i] == '*' && (letter_before || letter_behind)) return true;
        if (word[i] == '?' && letter_before && letter_behind) return true;
    }
    return false;
}

bool is_spaceless_at(std::string_view text, std::size_t at) {
    return at < text.size() &&
           class_of(static_cast<std::int32_t>(next_code_point(text, at))) == CharacterClass::character;
}

/// Where the code point begins that ends before `at`.
std::size_t before(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

/// `大桥*`: open at its ends already, as it is written without spaces.
std::string_view without_open_ends(std::string_view piece) {
    while (piece.size() > 1 && piece.back() == '*' && is_spaceless_at(piece, before(piece, piece.size() - 1)))
        piece.remove_suffix(1);
    while (piece.size() > 1 && piece.front() == '*' && is_spaceless_at(piece, 1)) piece.remove_prefix(1);
    return piece;
}

/// Cuts at blanks, but not inside parentheses.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char byte = at < text.size() ? text[at] : ' ';
        if (byte == '(') ++depth;
        if (byte == ')') --depth;
        const bool is_end = at == text.size() || (depth <= 0 && (byte == ' ' || byte == '\t' || byte == '\n'));
        if (!is_end) continue;
        if (at > begin) pieces.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    return pieces;
}

/// `(a OR b c)`: the alternatives; none where the piece is not written so.
std::vector<std::string_view> alternatives_of(std::string_view piece) {
    constexpr std::string_view between = " OR ";
    if (piece.size() < 2 || piece.front() != '(' || piece.back() != ')') return {};
    std::string_view inside = piece.substr(1, piece.size() - 2);
    if (inside.find_first_of("()") != std::string_view::npos || inside.find(between) == std::string_view::npos)
        return {};
    std::vector<std::string_view> alternatives;
    while (true) {
        const std::size_t end = inside.find(between);
        const std::string_view one = inside.substr(0, end);
        if (one.find_first_not_of(' ') == std::string_view::npos) return {};
        alternatives.push_back(one);
        if (end == std::string_view::npos) return alternatives;
        inside.remove_prefix(end + between.size());
    }
}

NodePtr row_of(std::string_view text, Span span) {
    std::vector<NodePtr> parts = phrase_parts(text, span);
    return parts.size() == 1 ? std::move(parts.front()) : make_node(Sequence{std::move(parts), 0, span});
}

NodePtr any_of(const std::vector<std::string_view>& alternatives, Span span) {
    std::vector<NodePtr> rows;
    for (const std::string_view alternative : alternatives) rows.push_back(row_of(alternative, span));
    return make_or(std::move(rows));
}

}  // namespace

bool has_wildcard(std::string_view word) {
    const bool ends_so = word.size() > 3 && word.back() == '!' && is_letter(word[word.size() - 2]) &&
                         is_letter(word[word.size() - 3]) && is_letter(word[word.size() - 4]);
    return ends_so || has_inner_wildcard(word);
}

bool has_wildcard_in_spaceless(std::string_view text) {
    constexpr std::string_view between_words = " \t\n()";
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(between_words, begin), text.size());
        const std::string_view inner = without_open_ends(text.substr(begin, end - begin));
        begin = end + 1;
        for (std::size_t at = inner.find_first_of("*?"); at < inner.size(); at = inner.find_first_of("*?", at + 1)) {
            const bool behind = is_spaceless_at(inner, at + 1);
            const bool ahead = at > 0 && is_spaceless_at(inner, before(inner, at));
            if ((ahead && behind) || (inner[at] == '*' && (ahead || behind))) return true;
        }
    }
    return false;
}

std::vector<NodePtr> phrase_parts(std::string_view text, Span span) {
    std::vector<NodePtr> parts;
    std::string plain;
    const auto close_plain = [&] {
        if (!plain.empty()) parts.push_back(make_node(Phrase{plain, Exactness::folded, span}));
        plain.clear();
    };
    for (std::string_view piece : pieces_of(text)) {
        piece = without_open_ends(piece);
        const auto alternatives = alternatives_of(piece);
        if (alternatives.empty() && (piece.front() == '(' || !has_inner_wildcard(piece))) {
            plain.append(plain.empty() ? "" : " ").append(piece);
            continue;
        }
        NodePtr part =
            alternatives.empty() ? make_node(Pattern{std::string(piece), 0, span}) : any_of(alternatives, span);
        if (const auto* only = std::get_if<Phrase>(&part->value)) {  // all alternatives are the same
            plain.append(plain.empty() ? "" : " ").append(only->text);
            continue;
        }
        close_plain();
        parts.push_back(std::move(part));
    }
    close_plain();
    return parts;
}

}  // namespace dateline::query
