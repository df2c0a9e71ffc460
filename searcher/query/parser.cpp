#include "searcher/query/parser.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "searcher/query/date_expression.h"
#include "searcher/query/lexer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

using Kind = Token::Kind;

DateRelation relation_of(const FieldName& field) {
    if (field.written == "before") {
        return DateRelation::before;
    }
    return field.written == "after" ? DateRelation::after : DateRelation::within;
}

class Parser {
public:
    Parser(std::string_view query, const FieldNames& fields) : query_(query), tokens_(tokenize(query, fields)) {}

    NodePtr run() {
        if (peek().kind == Kind::end) {
            fail({0, 1}, "the query is empty", "give a word, a \"phrase\" or a date such as date:2012");
        }
        NodePtr tree = read_or();
        if (peek().kind == Kind::close) {
            fail(peek().span, "this parenthesis closes nothing", "leave it out, or put a ( before it");
        }
        return tree;
    }

private:
    /// and_list { OR and_list }
    NodePtr read_or() {
        std::vector<NodePtr> alternatives;
        alternatives.push_back(read_and());
        while (peek().kind == Kind::or_op) {
            ++next_;
            alternatives.push_back(read_and());
        }
        return make_or(std::move(alternatives));
    }

    /// item { [AND] item }
    NodePtr read_and() {
        std::vector<NodePtr> items;
        bool positive = false;
        const Span first = peek().span;
        do {
            const Kind kind = peek().kind;
            items.push_back(read_item());
            positive = positive || (kind != Kind::minus && kind != Kind::not_op);
        } while (goes_on());
        if (!positive) {
            fail(first, "there are only exclusions here",
                 "say also what to find: a word, a phrase, or a date such as date:2012");
        }
        return make_and(std::move(items));
    }

    /// Whether another item of the list comes; steps over the AND before it.
    bool goes_on() {
        switch (peek().kind) {
        case Kind::end:
        case Kind::close:
        case Kind::or_op: return false;
        case Kind::and_op: ++next_; return true;
        default: return true;
        }
    }

    /// [ - | + | NOT ] operand
    NodePtr read_item() {
        switch (peek().kind) {
        case Kind::minus:
        case Kind::not_op: return make_node(Not{read_signed()});
        case Kind::plus: return make_node(Required{read_signed()});
        default: return read_operand();
        }
    }

    NodePtr read_signed() {
        const Token& sign = take();
        switch (peek().kind) {
        case Kind::minus:
        case Kind::plus:
        case Kind::not_op:
            fail(peek().span, fmt::format("this cannot stand behind {}", written(sign)), "leave one of the two out");
        default: return read_operand();
        }
    }

    /// word | phrase | field operand | ( or_list )
    NodePtr read_operand() {
        switch (peek().kind) {
        case Kind::word: return read_word(take());
        case Kind::phrase: return read_phrase(take());
        case Kind::field: return read_field(take());
        case Kind::open: return read_group(take());
        default: nothing_here();
        }
    }

    NodePtr read_word(const Token& token) {
        if (is_date()) {
            return read_date(token);
        }
        return make_node(Word{text_of(token), token.literal ? Exactness::literal : Exactness::stemmed, token.span});
    }

    NodePtr read_phrase(const Token& token) {
        if (is_date()) {
            return read_date(token);
        }
        return make_node(Phrase{text_of(token), token.literal ? Exactness::literal : Exactness::folded, token.span});
    }

    bool is_date() const { return field_ != nullptr && field_->kind == FieldKind::date; }

    NodePtr read_date(const Token& token) {
        return make_node(parse_date_expression(query_, token.text, relation_of(*field_)));
    }

    NodePtr read_field(const Token& token) {
        if (field_ != nullptr) {
            fail(token.span, fmt::format("a field cannot stand inside `{}:`", field_->written),
                 "write the fields side by side");
        }
        check_value(token);
        field_ = token.field;
        NodePtr child = read_operand();
        field_ = nullptr;
        if (token.field->kind == FieldKind::date) {
            return child;
        }
        const Span span{token.span.begin, tokens_[next_ - 1].span.end};
        const bool filter = token.field->kind == FieldKind::keyword;
        return make_node(InField{token.field->canonical, std::move(child), filter, span});
    }

    void check_value(const Token& token) {
        const Kind kind = peek().kind;
        if (kind == Kind::minus || kind == Kind::plus) {
            fail(peek().span, "a sign stands before the field, not behind its colon",
                 fmt::format("did you mean `{}{}:`?", written(peek()), token.field->written));
        }
        if (kind != Kind::word && kind != Kind::phrase && kind != Kind::open && kind != Kind::field) {
            fail(token.span, fmt::format("`{}:` has nothing behind it", token.field->written),
                 fmt::format("say what to find there, or write \"{}\" for the word", token.field->written));
        }
    }

    NodePtr read_group(const Token& open) {
        if (++depth_ > max_depth) {
            fail(open.span, fmt::format("parentheses are nested more than {} deep here", max_depth),
                 "leave out those that are not needed");
        }
        if (peek().kind == Kind::close) {
            fail({open.span.begin, peek().span.end}, "there is nothing between these parentheses",
                 "put something between them, or leave them out");
        }
        NodePtr inside = read_or();
        if (peek().kind != Kind::close) {
            fail(open.span, "this parenthesis is not closed", "put a ) where it ends");
        }
        ++next_;
        --depth_;
        return inside;
    }

    /// Complains at a place where an operand should have come.
    [[noreturn]] void nothing_here() const {
        const Token& here = peek();
        const bool has_before = next_ > 0 && tokens_[next_ - 1].kind != Kind::open;
        const bool at_operator = here.kind == Kind::and_op || here.kind == Kind::or_op;
        if (at_operator && !has_before) {
            fail(here.span, fmt::format("{} has nothing before it", written(here)), operator_proposal(here));
        }
        if (!has_before) {
            fail(here.span, "this parenthesis closes nothing", "leave it out, or put a ( before it");
        }
        const Token& before = tokens_[next_ - 1];
        fail(before.span, fmt::format("{} has nothing behind it", written(before)), operator_proposal(before));
    }

    static std::string operator_proposal(const Token& token) {
        switch (token.kind) {
        case Kind::and_op: return "leave it out, or write \"and\" for the word";
        case Kind::or_op: return "leave it out, or write \"or\" for the word";
        case Kind::not_op: return "leave it out, or write \"not\" for the word";
        default: return "leave it out, or put it in quotes";
        }
    }

    std::string_view written(const Token& token) const {
        return query_.substr(token.span.begin, token.span.end - token.span.begin);
    }

    std::string text_of(const Token& token) const {
        return std::string(query_.substr(token.text.begin, token.text.end - token.text.begin));
    }

    const Token& peek() const { return tokens_[next_]; }
    const Token& take() { return tokens_[next_++]; }

    [[noreturn]] void fail(Span where, const std::string& message, const std::string& proposal) const {
        throw QueryError(message, query_, where, proposal);
    }

    std::string_view query_;
    std::vector<Token> tokens_;  ///< the last is Kind::end
    std::size_t next_ = 0;
    std::size_t depth_ = 0;
    const FieldName* field_ = nullptr;  ///< the field whose value is read
};

}  // namespace

ParsedQuery parse(std::string_view query, const FieldNames& fields) {
    return {std::string(query), Parser(query, fields).run()};
}

}  // namespace dateline::query
