#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/date.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/relax.h"
#include "searcher/query/tree.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;
using dateline::query::tests::test_fields;

namespace {

/// Random trees such as the parser makes.
class TreeMaker {
public:
    explicit TreeMaker(unsigned seed) : random_(seed) {}

    NodePtr make(unsigned depth, bool in_field = false) {
        switch (depth == 0 ? below(3) : below(8)) {
        case 0:
        case 1: return make_node(Word{pick(words), literal() ? Exactness::literal : Exactness::stemmed, {}});
        case 2: return make_node(Phrase{pick(phrases), literal() ? Exactness::literal : Exactness::folded, {}});
        case 3: return make_list(depth, in_field);
        case 4: return make_alternatives(depth, in_field);
        case 5: return in_field ? make(depth - 1, true) : make_date();
        case 6: return in_field ? make(depth - 1, true) : make_filter();
        default:
            return in_field ? make(depth - 1, true)
                            : make_node(InField{pick({"title", "lead", "body"}), make(depth - 1, true), false, {}});
        }
    }

private:
    const std::vector<std::string_view> words{"kim", "U.S.",  "O'Hare", "last-minute", "$20",
                                              "5%",  "1,200", "東京",   "10:30",       "--no",
                                              "-",   "a=b",   "or",     "Obama:",      "http://a.b/c"};
    const std::vector<std::string_view> phrases{"abducted citizens", "la \"grande\" dame", "a (b) OR",
                                                "ein »Wort«",        "two blanks",         "-x:y"};

    NodePtr make_list(unsigned depth, bool in_field) {
        std::vector<NodePtr> children;
        children.push_back(make(depth - 1, in_field));
        for (std::size_t more = 1 + below(3); more > 0; --more) {
            NodePtr child = make(depth - 1, in_field);
            switch (below(5)) {
            case 0: children.push_back(make_node(Not{std::move(child)})); break;
            case 1: children.push_back(make_node(Required{std::move(child)})); break;
            default: children.push_back(std::move(child));
            }
        }
        return make_and(std::move(children));
    }

    NodePtr make_alternatives(unsigned depth, bool in_field) {
        std::vector<NodePtr> children;
        for (std::size_t more = 2 + below(3); more > 0; --more) {
            children.push_back(make(depth - 1, in_field));
        }
        return make_or(std::move(children));
    }

    NodePtr make_date() {
        const std::string text = pick({"2012", "2012-08", "2012-08-29", "2012..", "..1999-12", "none"});
        return make_node(parse_date_expression(text, {0, text.size()}, DateRelation::within));
    }

    NodePtr make_filter() {
        const std::string text = pick({"Reuters", "a-1:b", "https://e.org/Reading_(town)", "-7"});
        return make_node(
            InField{pick({"source", "id", "url"}), make_node(Word{text, Exactness::stemmed, {}}), true, {}});
    }

    bool literal() { return below(6) == 0; }
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    std::string pick(const std::vector<std::string_view>& choices) {
        return std::string(choices[below(choices.size())]);
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("random trees survive printing and parsing") {
    TreeMaker maker(7);
    for (int i = 0; i < 5000; ++i) {
        const NodePtr tree = maker.make(4);
        const std::string text = print(*tree);
        CAPTURE(text);
        const ParsedQuery parsed = parse(text, test_fields());
        REQUIRE(dump(*parsed.tree) == dump(*tree));
        REQUIRE(same_tree(*parsed.tree, *tree));
    }
}

TEST_CASE("relaxed trees can be printed and parsed too") {
    TreeMaker maker(8);
    for (int i = 0; i < 5000; ++i) {
        const NodePtr tree = maker.make(3);
        if (const NodePtr any = make_any(*tree)) {
            const std::string text = print(*any);
            CAPTURE(text);
            REQUIRE(dump(*parse(text, test_fields()).tree) == dump(*any));
        }
    }
}

TEST_CASE("random pieces of queries give a tree that can be said back, or an error inside the query") {
    const std::vector<std::string> pieces{
        "(",  ")",   "\"",  "“",      "”",    "«",  "»",     "-",    "+",  "=",   " ",  " ",    " ",  "a", "kim",
        "OR", "AND", "NOT", "title:", "url:", "x:", "date:", "2012", "..", "-08", "東", "\xFF", "\t", ":", "//"};
    std::mt19937 random(9);
    const auto below = [&random](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int i = 0; i < 50'000; ++i) {
        std::string query;
        for (std::size_t length = below(12); length > 0; --length) {
            query += pieces[below(pieces.size())];
        }
        CAPTURE(query);
        try {
            const ParsedQuery parsed = parse(query, test_fields());
            REQUIRE(dump(*parse(print(*parsed.tree), test_fields()).tree) == dump(*parsed.tree));
        } catch (const QueryError& error) {
            REQUIRE(error.column() <= query.size() + 1);
        }
    }
}
