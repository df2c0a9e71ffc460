#include "searcher/query/relax.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;

namespace {

std::string relaxed(std::string_view query) {
    const ParsedQuery parsed = parse(query, dateline::query::tests::test_fields());
    const NodePtr any = make_any(*parsed.tree);
    return any ? print(*any) : "nothing to relax";
}

}  // namespace

TEST_CASE("required words become alternatives") {
    CHECK(relaxed("kim summit") == "kim OR summit");
    CHECK(relaxed("kim \"peace talks\"") == "kim OR \"peace talks\"");
    CHECK(relaxed("kim title:summit") == "kim OR title:summit");
    CHECK(relaxed("title:(kim summit)") == "title:(kim OR summit)");
    CHECK(relaxed("a (b OR c)") == "a OR b OR c");
    CHECK(relaxed("a b OR c") == "a OR b OR c");
    CHECK(relaxed("a (b OR c d)") == "a OR b OR c OR d");
}

TEST_CASE("of words joined by a hyphen or a slash any will do") {
    CHECK(relaxed("argentine/british relations") == "argentine OR british OR argentine/british OR relations");
    CHECK(relaxed("last-minute") == "last OR minute OR last-minute");
    CHECK(relaxed("title:coup-d'état-plot x") == "title:coup-d'état-plot OR x");
    CHECK(relaxed("title:vice-président") == "title:(vice OR président OR vice-président)");
    CHECK(relaxed("=last-minute call") == "=last-minute OR call");
    CHECK(relaxed("+last-minute call") == "nothing to relax");
    CHECK(relaxed("source:last-minute call") == "nothing to relax");
}

TEST_CASE("what is one word to a reader stays whole") {
    CHECK(relaxed("e-mail x-ray") == "e-mail OR x-ray");
    CHECK(relaxed("r&d prices") == "r&d OR prices");
    CHECK(relaxed("24-hour 1990-91") == "24-hour OR 1990-91");
    CHECK(relaxed("-well-known fact") == "nothing to relax");
}

TEST_CASE("exclusions, filters and what has a plus stay") {
    CHECK(relaxed("kim summit -draft date:2012-08-29") == "(kim OR summit) -draft date:2012-08-29");
    CHECK(relaxed("source:Reuters kim summit") == "source:Reuters (kim OR summit)");
    CHECK(relaxed("+kim summit talks") == "+kim (summit OR talks)");
    CHECK(relaxed("a b (source:x OR source:y)") == "(a OR b) (source:x OR source:y)");
    CHECK(relaxed("a b (c OR date:2012-08-29)") == "(a OR b) (c OR date:2012-08-29)");
}

TEST_CASE("some queries have nothing to relax") {
    for (const std::string_view query : {"kim", "\"peace talks\"", "kim -draft", "kim date:2012", "a OR b",
                                         "date:2012 source:x", "+a b", "source:(a b)"}) {
        CAPTURE(query);
        CHECK(relaxed(query) == "nothing to relax");
    }
}
