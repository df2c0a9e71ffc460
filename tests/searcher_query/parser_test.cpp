#include "searcher/query/parser.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/tree.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;
using dateline::query::tests::test_fields;

namespace {

struct TreeRow {
    std::string_view query;
    std::string_view tree;
    std::string_view printed;
};

constexpr TreeRow rows[] = {
    // Words keep what is inside them.
    {"korea", "(word korea)", "korea"},
    {"U.S. O'Hare last-minute", "(and (word U.S.) (word O'Hare) (word last-minute))", "U.S. O'Hare last-minute"},
    {"$20 5% 1,200", "(and (word $20) (word 5%) (word 1,200))", "$20 5% 1,200"},
    {"l’avion C++ #metoo", "(and (word l’avion) (word C++) (word #metoo))", "l’avion C++ #metoo"},
    {"東京　地震", "(and (word 東京) (word 地震))", "東京 地震"},
    {"a\tb\nc", "(and (word a) (word b) (word c))", "a b c"},
    {"foo - bar", "(and (word foo) (word -) (word bar))", "foo - bar"},
    {"yes --no", "(and (word yes) (word --no))", "yes --no"},

    // Wildcards, edits, boosts.
    {"kidnap* wom?n *napping", "(and (pattern kidnap*) (pattern wom?n) (pattern *napping))", "kidnap* wom?n *napping"},
    {"abduct! Yahoo! ok!", "(and (pattern abduct*) (pattern Yahoo*) (word ok!))", "abduct* Yahoo* ok!"},
    {"why? who*", "(and (word why?) (pattern who*))", "why? who*"},
    {"last-min*", "(row (phrase \"last\") (pattern min*))", "\"last min*\""},
    {"kidnaped~1 kidnap~2", "(and (fuzzy 1 kidnaped) (fuzzy 2 kidnap))", "kidnaped~1 kidnap~2"},
    {"summit^2 \"a b\"^0.5 (a OR b)^3", "(and (^2 (word summit)) (^0.5 (phrase \"a b\")) (^3 (or (word a) (word b))))",
     "summit^2 \"a b\"^0.5 (a OR b)^3"},

    // More between quotes than words.
    {"\"abduct* citizens\"", "(row (pattern abduct*) (phrase \"citizens\"))", "\"abduct* citizens\""},
    {"\"(japanese OR korean) citizens\"", "(row (or (phrase \"japanese\") (phrase \"korean\")) (phrase \"citizens\"))",
     "\"(japanese OR korean) citizens\""},
    {"\"a (b) c?\"", "(phrase \"a (b) c?\")", "\"a (b) c?\""},
    {"\"abducted citizens\"~5", "(within 5 (phrase \"abducted citizens\"))", "\"abducted citizens\"~5"},
    {"{New Labour}", "(phrase:literal \"New Labour\")", "=\"New Labour\""},

    // Proximity, as each service writes it.
    {"a W/5 b", "(W/5 (word a) (word b))", "a W/5 b"},
    {"a NEAR/5 b", "(W/5 (word a) (word b))", "a W/5 b"},
    {"a near5 b", "(W/5 (word a) (word b))", "a W/5 b"},
    {"a N/5 b", "(W/5 (word a) (word b))", "a W/5 b"},
    {"a pre/3 b", "(PRE/3 (word a) (word b))", "a PRE/3 b"},
    {"a ADJ3 b", "(PRE/3 (word a) (word b))", "a PRE/3 b"},
    {"a ADJ b", "(PRE/1 (word a) (word b))", "a PRE/1 b"},
    {"a w/s b", "(W/S (word a) (word b))", "a W/S b"},
    {"a W/P b", "(W/P (word a) (word b))", "a W/P b"},
    {"a SAME b", "(W/P (word a) (word b))", "a W/P b"},
    {"a NOT W/5 b", "(NOT W/5 (word a) (word b))", "a NOT W/5 b"},
    {"a not w/5 b", "(NOT W/5 (word a) (word b))", "a NOT W/5 b"},
    {"a W/3 b PRE/3 c", "(PRE/3 (W/3 (word a) (word b)) (word c))", "a W/3 b PRE/3 c"},
    {"a W/3 (b PRE/3 c)", "(W/3 (word a) (PRE/3 (word b) (word c)))", "a W/3 (b PRE/3 c)"},
    {"x a W/3 b y", "(and (word x) (W/3 (word a) (word b)) (word y))", "x a W/3 b y"},
    {"(a OR b) W/3 \"c d\"", "(W/3 (or (word a) (word b)) (phrase \"c d\"))", "(a OR b) W/3 \"c d\""},
    {"(a W/3 b) OR c", "(or (W/3 (word a) (word b)) (word c))", "(a W/3 b) OR c"},
    {"-(a W/3 b) c", "(and (not (W/3 (word a) (word b))) (word c))", "-(a W/3 b) c"},
    {"body:(=a NEAR/5 \"b c\")", "(in body (W/5 (word:literal a) (phrase \"b c\")))", "body:(=a W/5 \"b c\")"},

    // Functions, and names of other services.
    {"atleast3(oil)", "(ATLEAST3 (word oil))", "ATLEAST3(oil)"},
    {"CAPS(apple) allcaps(aids) NOCAPS(us)", "(and (CAPS (word apple)) (ALLCAPS (word aids)) (NOCAPS (word us)))",
     "CAPS(apple) ALLCAPS(aids) NOCAPS(us)"},
    {"clinton/F50/", "(/F50/ (word clinton))", "clinton/F50/"},
    {"headline(summit) hlead(a OR b)", "(and (in title (word summit)) (in hlead (or (word a) (word b))))",
     "title:summit hlead:(a OR b)"},
    {"HD=summit la=en", "(and (in title (word summit)) (filter language (word en)))", "title:summit language:en"},
    {"wc>500 oil wc<=900", "(and (wc>=501) (word oil) (wc<=900))", "wc>=501 oil wc<=900"},

    // Quotes.
    {"\"abducted citizens\"", "(phrase \"abducted citizens\")", "\"abducted citizens\""},
    {"“abducted citizens”", "(phrase \"abducted citizens\")", "\"abducted citizens\""},
    {"“abducted citizens\"", "(phrase \"abducted citizens\")", "\"abducted citizens\""},
    {"„Neue Wege“ Bonn", "(and (phrase \"Neue Wege\") (word Bonn))", "\"Neue Wege\" Bonn"},
    {"«la \"grande\" dame»", "(phrase \"la \"grande\" dame\")", "«la \"grande\" dame»"},
    {"»neue Wege«", "(phrase \"neue Wege\")", "\"neue Wege\""},
    {"\"a (b) OR -c: d»\"", "(phrase \"a (b) OR -c: d»\")", "\"a (b) OR -c: d»\""},
    {"北京\"上海\"", "(and (word 北京) (phrase \"上海\"))", "北京 \"上海\""},
    {"=Apple", "(word:literal Apple)", "=Apple"},
    {"=\"New Labour\"", "(phrase:literal \"New Labour\")", "=\"New Labour\""},
    {"=OR", "(word:literal OR)", "=OR"},
    {"a = b", "(and (word a) (word =) (word b))", "a = b"},

    // Operators and what binds tighter.
    {"a AND b", "(and (word a) (word b))", "a b"},
    {"a and b or not c", "(and (word a) (word and) (word b) (word or) (word not) (word c))", "a and b or not c"},
    {"a b OR c d", "(or (and (word a) (word b)) (and (word c) (word d)))", "(a b) OR (c d)"},
    {"a (b OR c) d", "(and (word a) (or (word b) (word c)) (word d))", "a (b OR c) d"},
    {"a OR b OR c", "(or (word a) (word b) (word c))", "a OR b OR c"},
    {"a OR (b OR c)", "(or (word a) (word b) (word c))", "a OR b OR c"},
    {"(a b) (c d)", "(and (word a) (word b) (word c) (word d))", "a b c d"},
    {"((a))", "(word a)", "a"},
    {"a -b", "(and (word a) (not (word b)))", "a -b"},
    {"-b a", "(and (not (word b)) (word a))", "-b a"},
    {"a NOT b", "(and (word a) (not (word b)))", "a -b"},
    {"a AND NOT b c", "(and (word a) (not (word b)) (word c))", "a -b c"},
    {"a NOT --b", "(and (word a) (not (word --b)))", "a NOT --b"},
    {"a -(b OR c)", "(and (word a) (not (or (word b) (word c))))", "a -(b OR c)"},
    {"a -\"b c\"", "(and (word a) (not (phrase \"b c\")))", "a -\"b c\""},
    {"a OR b -c", "(or (word a) (and (word b) (not (word c))))", "a OR (b -c)"},
    {"+a b", "(and (required (word a)) (word b))", "+a b"},
    {"+(a b) c", "(and (required (and (word a) (word b))) (word c))", "+(a b) c"},

    // Fields.
    {"title:summit", "(in title (word summit))", "title:summit"},
    {"HEADLINE:summit", "(in title (word summit))", "title:summit"},
    {"title: summit", "(in title (word summit))", "title:summit"},
    {"title:\"peace talks\"", "(in title (phrase \"peace talks\"))", "title:\"peace talks\""},
    {"title:(summit OR \"peace talks\")", "(in title (or (word summit) (phrase \"peace talks\")))",
     "title:(summit OR \"peace talks\")"},
    {"title:(a -b) c", "(and (in title (and (word a) (not (word b)))) (word c))", "title:(a -b) c"},
    {"a -title:b", "(and (word a) (not (in title (word b))))", "a -title:b"},
    {"title:=Apple", "(in title (word:literal Apple))", "title:=Apple"},
    {"section:=Asia", "(filter section (word:literal Asia))", "section:=Asia"},
    {"section:=AND", "(filter section (word:literal AND))", "section:=AND"},
    {"section:=\"a* (b) OR c\"", "(filter section (phrase:literal \"a* (b) OR c\"))", "section:=\"a* (b) OR c\""},
    {"section:(=Asia OR =\"World News\")", "(filter section (or (word:literal Asia) (phrase:literal \"World News\")))",
     "section:(=Asia OR =\"World News\")"},
    {"person:=\"Kim Jong-un\" W/5 a", "(W/5 (filter person (phrase:literal \"Kim Jong-un\")) (word a))",
     "person:=\"Kim Jong-un\" W/5 a"},
    {"source:Reuters oil", "(and (filter source (word Reuters)) (word oil))", "source:Reuters oil"},
    {"section:\"World News\"", "(filter section (phrase \"World News\"))", "section:\"World News\""},
    {"lang:(de OR fr)", "(filter language (or (word de) (word fr)))", "language:(de OR fr)"},
    {"id:a-1:b", "(filter id (word a-1:b))", "id:a-1:b"},
    {"id:-7", "(filter id (word -7))", "id:-7"},
    {"url:https://e.org/a?b=c", "(filter url (word https://e.org/a?b=c))", "url:https://e.org/a?b=c"},
    {"(url:https://e.org/Reading_(town))", "(filter url (word https://e.org/Reading_(town)))",
     "url:https://e.org/Reading_(town)"},

    // Colons that are none.
    {"10:30 3:2", "(and (word 10:30) (word 3:2))", "10:30 3:2"},
    {"http://e.org/x", "(word http://e.org/x)", "http://e.org/x"},
    {"Obama: we will", "(and (word Obama:) (word we) (word will))", "Obama: we will"},
    {"EU:n", "(word EU:n)", "EU:n"},

    // Dates.
    {"date:2012", "(date 2012-01-01..2012-12-31)", "date:2012-01-01..2012-12-31"},
    {"date:2012-08-29", "(date 2012-08-29)", "date:2012-08-29"},
    {"date:\"2012-08\"", "(date 2012-08-01..2012-08-31)", "date:2012-08-01..2012-08-31"},
    {"date:(2012 OR 2014-01-02)", "(or (date 2012-01-01..2012-12-31) (date 2014-01-02))",
     "date:2012-01-01..2012-12-31 OR date:2014-01-02"},
    {"before:2012 after:2010-06", "(and (date ..2011-12-31) (date 2010-07-01..))",
     "date:..2011-12-31 date:2010-07-01.."},
    {"kim date:none", "(and (word kim) (date none))", "kim date:none"},
};

}  // namespace

TEST_CASE("a query is understood as its tree") {
    for (const TreeRow& row : rows) {
        CAPTURE(row.query);
        const ParsedQuery parsed = parse(row.query, test_fields());
        CHECK(dump(*parsed.tree) == row.tree);
        CHECK(print(*parsed.tree) == row.printed);
        CHECK(parsed.text == row.query);
    }
}

TEST_CASE("what is printed parses to the same tree") {
    for (const TreeRow& row : rows) {
        CAPTURE(row.query);
        const ParsedQuery parsed = parse(row.query, test_fields());
        const ParsedQuery again = parse(print(*parsed.tree), test_fields());
        CHECK(same_tree(*parsed.tree, *again.tree));
    }
}

TEST_CASE("spans point into the query") {
    const ParsedQuery parsed = parse("é =b title:“c d”", test_fields());
    const auto& list = std::get<And>(parsed.tree->value).children;
    CHECK(std::get<Word>(list[0]->value).span == Span{0, 2});
    CHECK(std::get<Word>(list[1]->value).span == Span{3, 5});
    const auto& field = std::get<InField>(list[2]->value);
    CHECK(field.span == Span{6, 21});
    CHECK(std::get<Phrase>(field.child->value).span == Span{12, 21});
}

TEST_CASE("a copy is the same tree and shares nothing") {
    const ParsedQuery parsed = parse("a (b OR title:(c -d)) +e date:2012", test_fields());
    const NodePtr copy = clone(*parsed.tree);
    CHECK(same_tree(*copy, *parsed.tree));
    std::get<Word>(std::get<And>(copy->value).children[0]->value).text = "z";
    CHECK_FALSE(same_tree(*copy, *parsed.tree));
}

namespace {

/// Parses or fails, and says how long that took.
std::chrono::milliseconds time_to_parse(const std::string& query) {
    const auto start = std::chrono::steady_clock::now();
    try {
        const ParsedQuery parsed = parse(query, test_fields());
        CHECK_FALSE(print(*parsed.tree).empty());
    } catch (const QueryError& error) {
        CHECK_FALSE(std::string(error.what()).empty());
        CHECK(std::string(error.what()).size() < 1000);
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

}  // namespace

TEST_CASE("pathological queries end quickly") {
    const std::string queries[] = {
        repeated("(", 10'000),
        repeated("(", 10'000) + "a" + repeated(")", 10'000),
        repeated(")", 10'000),
        repeated("\"", 1'000'000),
        repeated("“", 300'000),
        repeated("\"a\"", 300'000),
        repeated("a OR ", 5'000) + "a",
        repeated("NOT ", 100'000) + "a",
        repeated("-", 1'000'000),
        repeated("+-", 500'000),
        repeated("title:", 150'000),
        repeated("x", 1'000'000) + ":y",
        "url:" + repeated("(", 1'000'000),
        "url:" + repeated("(a", 500'000) + repeated(")", 10),
        "date:" + repeated("-", 1'000'000),
        repeated("a(", 150) + "b" + repeated(")", 150),
        repeated("a ", 2'000'000),
    };
    for (const std::string& query : queries) {
        CAPTURE(query.substr(0, 20));
        CHECK(time_to_parse(query).count() < 1000);
    }
}
