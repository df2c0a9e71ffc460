#include "searcher/query/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/query/date_expression.h"
#include "searcher/query/lexer.h"
#include "searcher/query/phrase_parts.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

using Kind = Token::Kind;

/// How far ahead of the present a query may ask what texts speak of.
constexpr int years_spoken_of = 1000;
/// All orders of the words are tried.
constexpr int max_words_within = 12;

DateRelation relation_of(const FieldName& field) {
    if (field.written == "before") {
        return DateRelation::before;
    }
    return field.written == "after" ? DateRelation::after : DateRelation::within;
}

class Parser {
public:
    Parser(std::string_view query, const FieldNames& fields, const Present& present)
        : query_(query), present_(present), tokens_(tokenize(query, fields)) {}

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

    std::vector<std::string> take_notes() { return std::move(notes_); }

private:
    /// and_list { OR and_list }
    NodePtr read_or() {
        std::vector<NodePtr> alternatives;
        const Token* near = nullptr;
        const Token* either = nullptr;
        while (true) {
            bare_near_ = nullptr;
            alternatives.push_back(read_and());
            near = near == nullptr ? bare_near_ : near;
            if (near != nullptr && (either != nullptr || peek().kind == Kind::or_op)) two_readings(*near);
            if (peek().kind != Kind::or_op) break;
            either = &take();
        }
        return make_or(std::move(alternatives));
    }

    /// `a OR b W/5 c` is `(a OR b) W/5 c` to some services and `a OR (b W/5 c)` to others.
    [[noreturn]] void two_readings(const Token& near) const {
        fail(near.span, fmt::format("{} beside an OR can be read in two ways", written(near)),
             "put parentheses: (a OR b) W/5 c, or a OR (b W/5 c)");
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
        default: return read_near();
        }
    }

    /// operand { [NOT] W/5 operand }, from left to right
    NodePtr read_near() {
        NodePtr left = read_operand();
        const Token* last = nullptr;
        while (proximity_comes()) {
            const bool negated = peek().kind != Kind::proximity;
            if (negated) ++next_;
            const Token& op = take();
            const auto& meaning = std::get<Near>(op.meaning);
            check_operand(*left, op);
            NodePtr right = read_operand();
            check_operand(*right, op);
            left = make_node(Near{std::move(left), std::move(right), meaning.reach, meaning.distance, meaning.ordered,
                                  negated, op.span});
            last = &op;
        }
        if (last != nullptr) bare_near_ = last;
        return left;
    }

    bool proximity_comes() const {
        const bool is_not = peek().kind == Kind::not_op || (peek().kind == Kind::word && is_lower_not(peek()));
        return tokens_[next_ + (is_not ? 1U : 0U)].kind == Kind::proximity;
    }

    bool is_lower_not(const Token& token) const { return !token.literal && written(token) == "not"; }

    /// Proximity needs operands that stand at places of the text.
    void check_operand(const Node& node, const Token& op) const {
        const std::string_view reason = std::visit([](const auto& value) { return misfit(value); }, node.value);
        if (reason.empty()) return;
        fail(op.span, fmt::format("{} beside {} {}", written(op), reason, "has no meaning"),
             "proximity takes words, phrases, wildcards, alternatives in parentheses (a OR b), and other proximities");
    }

    static std::string_view misfit(const Word&) { return {}; }
    static std::string_view misfit(const Phrase&) { return {}; }
    static std::string_view misfit(const Pattern&) { return {}; }
    static std::string_view misfit(const Sequence&) { return {}; }
    static std::string_view misfit(const Near&) { return {}; }
    static std::string_view misfit(const Modified& node) {
        return node.kind == Modified::Kind::at_least ? "ATLEAST" : misfit(node.child);
    }
    static std::string_view misfit(const DateRange& range) {
        return range.mentioned && !range.undated ? std::string_view() : "a date";
    }
    static std::string_view misfit(const LengthRange&) { return "a length"; }
    static std::string_view misfit(const And&) { return "words joined by AND"; }
    static std::string_view misfit(const Or& node) {
        for (const NodePtr& child : node.children) {
            if (const std::string_view reason = misfit(child); !reason.empty()) return reason;
        }
        return {};
    }
    static std::string_view misfit(const Not&) { return "an exclusion"; }
    static std::string_view misfit(const Required&) { return "a +"; }
    static std::string_view misfit(const InField& node) {
        if (!node.filter) return misfit(node.child);
        if (!node.placed) return "a value";
        return has_exclusion(*node.child) ? "an exclusion" : std::string_view();
    }
    static std::string_view misfit(const NodePtr& node) {
        return std::visit([](const auto& value) { return misfit(value); }, node->value);
    }

    NodePtr read_signed() {
        const Token& sign = take();
        switch (peek().kind) {
        case Kind::minus:
        case Kind::plus:
        case Kind::not_op:
            fail(peek().span, fmt::format("this cannot stand behind {}", written(sign)), "leave one of the two out");
        default: break;
        }
        NodePtr operand = read_operand();
        if (proximity_comes()) {
            fail(sign.span, fmt::format("{} before one side of {}", written(sign), written(peek())),
                 "put parentheses around the proximity: NOT (a W/5 b)");
        }
        return operand;
    }

    /// operand { ^2 | /F50/ }
    NodePtr read_operand() {
        const Span begin = peek().span;
        NodePtr operand = read_bare_operand();
        while (peek().kind == Kind::suffix) {
            const auto& suffix = std::get<ReadModifier>(take().meaning);
            operand = make_modified(suffix, std::move(operand), begin);
        }
        if (peek().kind == Kind::tilde) {
            fail(peek().span, fmt::format("{} belongs to a word or a phrase", written(peek())),
                 "write word~1 for words spelled nearly so, \"some words\"~5 for words near each other");
        }
        return operand;
    }

    NodePtr make_modified(const ReadModifier& modifier, NodePtr operand, Span begin) {
        if (modifier.kind != Modified::Kind::boost) {
            const std::string_view reason = misfit(operand);
            if (!reason.empty()) {
                fail(begin, fmt::format("this cannot be asked of {}", reason),
                     "it takes words, phrases, wildcards and alternatives in parentheses");
            }
        }
        return make_node(
            Modified{modifier.kind, modifier.value, std::move(operand), {begin.begin, tokens_[next_ - 1].span.end}});
    }

    /// word | phrase | field operand | function ( or_list ) | ( or_list )
    NodePtr read_bare_operand() {
        switch (peek().kind) {
        case Kind::word: return read_word(take());
        case Kind::phrase: return read_phrase(take());
        case Kind::field: return read_field(take());
        case Kind::function: return read_function(take());
        case Kind::length: return make_node(std::get<LengthRange>(take().meaning));
        case Kind::open: return read_group(take());
        default: nothing_here();
        }
    }

    NodePtr read_function(const Token& token) {
        NodePtr inside = read_group(take());
        return make_modified(std::get<ReadModifier>(token.meaning), std::move(inside), token.span);
    }

    NodePtr read_word(const Token& token) {
        check_exact(token);
        if (is_date()) {
            return read_date(token);
        }
        const std::string text = text_of(token);
        if (peek().kind == Kind::tilde) {
            const ReadTilde& tilde = std::get<ReadTilde>(peek().meaning);
            if (tilde.number > 2 || token.literal) {
                fail(peek().span, "words are searched with one or two edits", "write word~1 or word~2");
            }
            ++next_;
            return make_node(Pattern{text, tilde.number, token.span});
        }
        if (text == "*" && !token.literal) {
            fail(token.span, "a wildcard needs letters beside it",
                 "write the beginning of a word, such as kidnap*; for all articles leave the words out");
        }
        if (text == "same" && !token.literal && stands_between_operands()) {
            notes_.emplace_back("`same` was read as a word; in capitals SAME asks for one paragraph.");
        }
        const bool is_value = field_ != nullptr && field_->kind == FieldKind::keyword;
        const bool is_as_written = token.literal || (is_value && field_->as_written);
        if (!is_as_written && has_wildcard(text)) {
            return read_pattern(text, token);
        }
        return make_node(Word{text, token.literal ? Exactness::literal : Exactness::stemmed, token.span});
    }

    /// Whether the word just taken could be an operator.
    bool stands_between_operands() const {
        const auto is_operand = [](Kind kind) {
            return kind == Kind::word || kind == Kind::phrase || kind == Kind::open || kind == Kind::close;
        };
        return next_ >= 2 && is_operand(tokens_[next_ - 2].kind) && peek().kind != Kind::close &&
               is_operand(peek().kind);
    }

    /// `kidnap!` is `kidnap*`; in `last-min*` the words stand in a row.
    NodePtr read_pattern(std::string text, const Token& token) {
        if (text.back() == '!') text.back() = '*';
        check_spaceless(text, token.span);
        std::replace(text.begin(), text.end(), '-', ' ');
        std::vector<NodePtr> parts = phrase_parts(text, token.span);
        return parts.size() == 1 ? std::move(parts.front()) : make_node(Sequence{std::move(parts), 0, token.span});
    }

    /// In a script without spaces a word is wherever its characters stand in a row, so nothing has to be left open at
    /// its ends, and what lies between is not one word.
    void check_spaceless(std::string_view text, Span where) const {
        if (!has_wildcard_in_spaceless(text)) return;
        fail(where, "a wildcard cannot stand between characters of a script without spaces",
             "write the parts side by side, or with W/5 between them");
    }

    NodePtr read_phrase(const Token& token) {
        check_exact(token);
        if (is_date()) {
            return read_date(token);
        }
        if (field_ != nullptr && field_->as_written) {
            return make_node(
                Phrase{text_of(token), token.literal ? Exactness::literal : Exactness::folded, token.span});
        }
        std::vector<NodePtr> parts;
        if (token.literal) parts.push_back(make_node(Phrase{text_of(token), Exactness::literal, token.span}));
        else parts = phrase_parts(text_of(token), token.span);
        const bool is_near = peek().kind == Kind::tilde;
        if (parts.size() == 1 && !is_near && std::holds_alternative<Phrase>(parts.front()->value))
            return std::move(parts.front());
        const std::string text = text_of(token);
        if (!token.literal) check_spaceless(text, token.span);
        if (is_near && std::count(text.begin(), text.end(), ' ') >= max_words_within) {
            fail(token.span, fmt::format("at most {} words can be asked to stand within a stretch", max_words_within),
                 "leave some out, or leave out the ~ and its number");
        }
        const unsigned within = is_near ? std::get<ReadTilde>(take().meaning).number : 0;
        return make_node(Sequence{std::move(parts), within, token.span});
    }

    /// `date:=2012`, `site:=bbc.co.uk`: what has rules of its own for what it finds is not asked for exactly.
    void check_exact(const Token& token) const {
        if (field_ == nullptr || field_->kind == FieldKind::text || field_->has_exact_values()) return;
        const std::size_t begin = token.span.begin;
        if (query_[begin] != '=' || !token.literal) return;
        fail({begin, begin + 1}, fmt::format("`{}:` takes no `=`", field_->written),
             "leave it out; for a value that begins with this sign put the value in quotes");
    }

    bool is_date() const { return field_ != nullptr && field_->kind == FieldKind::date; }

    NodePtr read_date(const Token& token) {
        Present present = present_;
        if (field_->placed) {
            present.first_year = 1;
            present.years_ahead = years_spoken_of;
        }
        DateRange range = parse_date_expression(query_, token.text, relation_of(*field_), present);
        range.mentioned = field_->placed;
        return make_node(std::move(range));
    }

    NodePtr read_field(const Token& token) {
        if (field_ != nullptr) {
            fail(token.span, fmt::format("a field cannot stand inside `{}:`", field_->written),
                 "write the fields side by side");
        }
        check_value(token);
        field_ = token.field;
        NodePtr child = read_bare_operand();
        field_ = nullptr;
        if (token.field->kind == FieldKind::keyword) check_value_tree(*child, token);
        if (token.field->kind == FieldKind::text) check_text_tree(*child);
        if (token.field->kind == FieldKind::date) {
            return child;
        }
        const Span span{token.span.begin, tokens_[next_ - 1].span.end};
        const bool filter = token.field->kind == FieldKind::keyword;
        return make_node(InField{token.field->canonical, std::move(child), filter, span, token.field->placed});
    }

    void check_value(const Token& token) {
        const Kind kind = peek().kind;
        if (kind == Kind::minus || kind == Kind::plus) {
            fail(peek().span, "a sign stands before the field, not behind its colon",
                 fmt::format("did you mean `{}{}:`?", written(peek()), token.field->written));
        }
        if (kind != Kind::word && kind != Kind::phrase && kind != Kind::open && kind != Kind::field &&
            kind != Kind::function && kind != Kind::length) {
            fail(token.span, fmt::format("`{}:` has nothing behind it", token.field->written),
                 fmt::format("say what to find there, or write \"{}\" for the word", token.field->written));
        }
    }

    /// Values are compared whole; what asks for places in a text has no meaning for them.
    void check_value_tree(const Node& node, const Token& field) const {
        struct Visitor {
            bool operator()(const And& list) const { return all(list.children); }
            bool operator()(const Or& list) const { return all(list.children); }
            bool operator()(const Not& inner) const { return std::visit(*this, inner.child->value); }
            bool operator()(const Required& inner) const { return std::visit(*this, inner.child->value); }
            bool operator()(const Sequence& row) const { return row.within == 0; }
            bool operator()(const Near&) const { return false; }
            bool operator()(const Modified&) const { return false; }
            bool operator()(const LengthRange&) const { return false; }
            bool operator()(const Pattern& pattern) const { return pattern.edits == 0; }
            bool operator()(const Word&) const { return true; }
            bool operator()(const Phrase&) const { return true; }
            bool operator()(const DateRange&) const { return true; }
            bool operator()(const InField&) const { return true; }
            bool all(const std::vector<NodePtr>& children) const {
                return std::all_of(children.begin(), children.end(),
                                   [this](const NodePtr& child) { return std::visit(*this, child->value); });
            }
        };
        if (std::visit(Visitor{}, node.value)) return;
        fail(field.span, fmt::format("the values of `{}:` have no places in a text", field.field->written),
             "write words, \"values with blanks\", wildcards such as Reut*, and alternatives in parentheses");
    }

    /// A length is one of the whole article.
    void check_text_tree(const Node& node) const {
        if (const auto* length = std::get_if<LengthRange>(&node.value)) {
            fail(length->span, "a length belongs to the whole article, not to a field", "write it outside the field");
        }
        const auto check_all = [this](const std::vector<NodePtr>& children) {
            for (const NodePtr& child : children) check_text_tree(*child);
        };
        if (const auto* all = std::get_if<And>(&node.value)) check_all(all->children);
        if (const auto* any = std::get_if<Or>(&node.value)) check_all(any->children);
        if (const auto* excluded = std::get_if<Not>(&node.value)) check_text_tree(*excluded->child);
        if (const auto* required = std::get_if<Required>(&node.value)) check_text_tree(*required->child);
        if (const auto* weighed = std::get_if<Modified>(&node.value)) check_text_tree(*weighed->child);
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
        const Token* const outer_near = bare_near_;
        NodePtr inside = read_or();
        if (peek().kind != Kind::close) {
            fail(open.span, "this parenthesis is not closed", "put a ) where it ends");
        }
        ++next_;
        --depth_;
        bare_near_ = outer_near;
        return inside;
    }

    /// Complains at a place where an operand should have come.
    [[noreturn]] void nothing_here() const {
        const Token& here = peek();
        const bool has_before = next_ > 0 && tokens_[next_ - 1].kind != Kind::open;
        const bool at_operator = here.kind == Kind::and_op || here.kind == Kind::or_op || here.kind == Kind::proximity;
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
        case Kind::proximity: return "put a word, a phrase or a group on either side of it";
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
    const Present& present_;
    std::vector<Token> tokens_;  ///< the last is Kind::end
    std::size_t next_ = 0;
    std::size_t depth_ = 0;
    const FieldName* field_ = nullptr;  ///< the field whose value is read
    std::vector<std::string> notes_;
    const Token* bare_near_ = nullptr;  ///< the last proximity operator outside parentheses
};

}  // namespace

ParsedQuery parse(std::string_view query, const FieldNames& fields, const Present& present) {
    Parser parser(query, fields, present);
    NodePtr tree = parser.run();
    return {std::string(query), std::move(tree), parser.take_notes()};
}

}  // namespace dateline::query
