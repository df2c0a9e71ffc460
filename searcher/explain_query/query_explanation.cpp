#include "searcher/explain_query/query_explanation.h"

#include <utility>

#include "common/text/utf8.h"
#include "searcher/query/lexer.h"
#include "searcher/query/phrase_parts.h"
#include "searcher/query/printer.h"

namespace dateline {
namespace {

std::string kind_name(query::Token::Kind kind) {
    using Kind = query::Token::Kind;
    switch (kind) {
    case Kind::word: return "word";
    case Kind::phrase: return "phrase";
    case Kind::open: return "open";
    case Kind::close: return "close";
    case Kind::and_op: return "and";
    case Kind::or_op: return "or";
    case Kind::not_op: return "not";
    case Kind::minus: return "minus";
    case Kind::plus: return "plus";
    case Kind::field: return "field";
    case Kind::proximity: return "proximity";
    case Kind::function: return "function";
    case Kind::suffix: return "suffix";
    case Kind::tilde: return "tilde";
    case Kind::length: return "length";
    case Kind::end: break;
    }
    return "end";
}

/// What stands directly behind a field of values or dates is none of the text's words.
bool is_value(const std::vector<query::Token>& tokens, std::size_t i) {
    return i > 0 && tokens[i - 1].field != nullptr && tokens[i - 1].field->kind != query::FieldKind::text;
}

std::string level_of(std::string_view query, const std::vector<query::Token>& tokens, std::size_t i) {
    using Kind = query::Token::Kind;
    const bool is_word = tokens[i].kind == Kind::word;
    if ((!is_word && tokens[i].kind != Kind::phrase) || is_value(tokens, i)) return "";
    if (tokens[i].literal) return level_name(query::Exactness::literal);
    if (is_word && tokens[i + 1].kind == Kind::tilde) return "edits";
    const query::Span text = tokens[i].text;
    if (is_word && query::has_wildcard(query.substr(text.begin, text.end - text.begin))) return "pattern";
    return level_name(tokens[i].kind == Kind::word ? query::Exactness::stemmed : query::Exactness::folded);
}

std::vector<ExplainedToken> tokens_of(std::string_view query, const query::FieldNames& fields) {
    std::vector<ExplainedToken> explained;
    const std::vector<query::Token> tokens = query::tokenize(query, fields);
    for (std::size_t i = 0; i < tokens.size() && tokens[i].kind != query::Token::Kind::end; ++i) {
        const query::Span span = tokens[i].span;
        explained.push_back({kind_name(tokens[i].kind), std::string(query.substr(span.begin, span.end - span.begin)),
                             column_of(query, span.begin), level_of(query, tokens, i)});
    }
    return explained;
}

}  // namespace

std::size_t column_of(std::string_view query, std::size_t byte) { return code_point_index_of(query, byte) + 1; }

QueryExplanation explain_query(const query::ParsedQuery& parsed, const query::FieldNames& fields,
                               const Present& present, MatchContext& context) {
    QueryExplanation explanation;
    explanation.query = parsed.text;
    explanation.tokens = tokens_of(parsed.text, fields);
    explanation.tree = outline_of(*parsed.tree);
    explanation.interpreted = query::print(*parsed.tree);
    explanation.found = expand_terms(*parsed.tree, context, present.zone);
    explanation.zone = present.zone.name();
    explanation.plan = plan_text(*parsed.tree, context);
    explanation.notes = parsed.notes;
    for (std::string& note : context.take_notes()) explanation.notes.push_back(std::move(note));
    return explanation;
}

}  // namespace dateline
