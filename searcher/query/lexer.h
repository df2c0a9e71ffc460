#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/query/field_names.h"
#include "searcher/query/operators.h"

/// Cuts a query into tokens. The whole grammar of characters is here:
///
///  - Words run from blank to blank; parentheses and double quotes end them too. So `U.S.`,
///  `O'Hare`, `last-minute`,
///    `$20` and `10:30` are words.
///  - Double quotes are "…", “…”, „…“, «…» and »…«; what is between them is a phrase, whatever it
///  holds.
///  - `-` and `+` are signs, `=` makes the next word, phrase or value literal, directly before it only: `a
///  - b` has no sign.
///  - `AND`, `OR` and `NOT` in capitals are operators, and so are the words of operators.h.
///  - `{...}` is a phrase as written. `name(` and `NAME=` are fields, too, where the name is known.
///  - Letters with a colon behind them are a field where the name is known. An unknown name is an
///  error, but
///    `http://...` and a word that ends in a colon are words.
namespace dateline::query {

struct Token {
    enum class Kind {
        word,
        phrase,
        open,
        close,
        and_op,
        or_op,
        not_op,
        minus,
        plus,
        field,
        proximity,  ///< `W/5`
        function,   ///< `ATLEAST3` before a parenthesis
        suffix,     ///< `^2`, `/F50/` behind an operand
        tilde,      ///< `~5` behind a word or phrase
        length,     ///< `wc>500`
        end
    };

    Kind kind = Kind::end;
    Span span;                         ///< all of it, with quotes, `=` and colon
    Span text;                         ///< of a word or phrase: what is looked for
    bool literal = false;              ///< of a word or phrase: `=` stands before it
    const FieldName* field = nullptr;  ///< of a field
    std::variant<std::monostate, Near, ReadModifier, ReadTilde, LengthRange> meaning{};  ///< of those with one
};

/// Longer queries and those of more tokens are refused.
inline constexpr std::size_t max_query_bytes = std::size_t{1} << 20;
inline constexpr std::size_t max_tokens = 20'000;

/// The tokens in order, the last of Kind::end. Throws QueryError: NUL, invalid UTF-8, a quote that
/// is not closed, an empty phrase, an unknown field, a query that is too long.
std::vector<Token> tokenize(std::string_view query, const FieldNames& fields);

}  // namespace dateline::query
