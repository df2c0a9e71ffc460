#include "searcher/page/query_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/index/fields.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "searcher/query/ast.h"
#include "searcher/query/lexer.h"
#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace dateline::page {
namespace {

using query::Token;
using Kind = Token::Kind;

constexpr std::string_view date_field = "date";

/// Nothing where the query cannot be understood.
std::vector<Token> tokens_of(std::string_view query, const query::FieldNames& fields) try {
    return query::tokenize(query, fields);
} catch (const query::QueryError&) {
    return {};
}

/// The token behind the operand that begins at `at`: a word, a phrase, or a group with all that is in it.
std::size_t behind_operand(const std::vector<Token>& tokens, std::size_t at) {
    int depth = 0;
    for (; at < tokens.size() && tokens[at].kind != Kind::end; ++at) {
        if (tokens[at].kind == Kind::open) ++depth;
        if (tokens[at].kind == Kind::close) --depth;
        if (depth <= 0) return at + 1;
    }
    return at;
}

bool has_alternatives(const std::vector<Token>& tokens) {
    int depth = 0;
    for (const Token& token : tokens) {
        if (token.kind == Kind::open) ++depth;
        if (token.kind == Kind::close) --depth;
        if (token.kind == Kind::or_op && depth == 0) return true;
    }
    return false;
}

std::string joined(std::string_view before, std::string_view after) {
    const std::string_view left = trim(before);
    const std::string_view right = trim(after);
    return fmt::format("{}{}{}", left, left.empty() || right.empty() ? "" : " ", right);
}

/// What is taken away with the tokens [begin, end): an AND that joined them to the others, too.
query::Span span_taken(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    if (begin > 0 && tokens[begin - 1].kind == Kind::and_op) --begin;
    else if (tokens[end].kind == Kind::and_op) ++end;
    return {tokens[begin].span.begin, tokens[end - 1].span.end};
}

/// Whether some pair of quotes can stand around a value as it is (see the printer).
bool can_be_quoted(std::string_view value) {
    constexpr std::array<std::string_view, 3> closing{"\"", "»", "}"};
    const auto is_free = [&](std::string_view quote) { return value.find(quote) == std::string_view::npos; };
    return is_free(std::string_view("\0", 1)) && std::any_of(closing.begin(), closing.end(), is_free);
}

/// A value as it can stand between quotes that are not literal: quotes and wildcards become blanks.
std::string words_of(std::string_view value) {
    std::string words(value);
    for (const std::string_view sign : {std::string_view("\0", 1), std::string_view("\""), std::string_view("*"),
                                        std::string_view("?"), std::string_view("“"), std::string_view("”"),
                                        std::string_view("„"), std::string_view("«"), std::string_view("»")}) {
        for (std::size_t at = words.find(sign); at != std::string::npos; at = words.find(sign))
            words.replace(at, sign.size(), " ");
    }
    return squeeze_space(words);
}

/// Needs no quotes.
bool is_plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(),
                       [](char byte) { return is_upper_ascii(byte) || is_lower_ascii(byte) || is_digit_ascii(byte); });
}

bool is_restriction(const Token& token) {
    return token.kind == Kind::field && token.field->kind != query::FieldKind::text;
}

}  // namespace

std::vector<Restriction> restrictions_of(std::string_view query, const query::FieldNames& fields) {
    const std::vector<Token> tokens = tokens_of(query, fields);
    std::vector<Restriction> found;
    if (has_alternatives(tokens)) return found;
    for (std::size_t i = 0; i < tokens.size() && tokens[i].kind != Kind::end;) {
        const bool is_signed = tokens[i].kind == Kind::minus || tokens[i].kind == Kind::not_op;
        const std::size_t field = is_signed ? i + 1 : i;
        if (!is_restriction(tokens[field])) {
            i = behind_operand(tokens, i);
            continue;
        }
        const std::size_t behind = behind_operand(tokens, field + 1);
        const std::size_t begin = tokens[i].span.begin;
        const query::Span taken = span_taken(tokens, i, behind);
        found.push_back({std::string(query.substr(begin, tokens[behind - 1].span.end - begin)),
                         tokens[field].field->canonical, is_signed,
                         joined(query.substr(0, taken.begin), query.substr(taken.end))});
        i = behind;
    }
    return found;
}

std::string restriction(std::string_view field, std::string_view value, bool excludes) {
    const Field* known = find_field(field);
    const bool is_exact = known != nullptr && known->kind == dateline::FieldKind::keyword && can_be_quoted(value);
    const auto level = is_exact ? query::Exactness::literal : query::Exactness::folded;
    const std::string text = is_exact ? std::string(value) : words_of(value);
    query::NodePtr asked = is_plain(text) ? query::make_node(query::Word{text, level, {}})
                                          : query::make_node(query::Phrase{text, level, {}});
    return (excludes ? "-" : "") +
           query::print(*query::make_node(query::InField{std::string(field), std::move(asked), true, {}}));
}

std::string with_restriction(std::string_view query, std::string_view restriction, const query::FieldNames& fields) {
    const std::vector<Restriction> present = restrictions_of(query, fields);
    if (std::any_of(present.begin(), present.end(), [&](const auto& each) { return each.text == restriction; }))
        return std::string(query);
    const bool needs_parentheses = has_alternatives(tokens_of(query, fields));
    return joined(needs_parentheses ? fmt::format("({})", trim(query)) : std::string(query), restriction);
}

std::string with_period(std::string_view query, std::string_view period, const query::FieldNames& fields) {
    std::string rest(query);
    for (bool has_date = true; has_date;) {
        const std::vector<Restriction> present = restrictions_of(rest, fields);
        const auto date = std::find_if(present.begin(), present.end(),
                                       [](const auto& each) { return each.field == date_field && !each.excludes; });
        has_date = date != present.end();
        if (has_date) rest = date->without;
    }
    return period.empty() ? rest : with_restriction(rest, fmt::format("{}:{}", date_field, period), fields);
}

}  // namespace dateline::page
