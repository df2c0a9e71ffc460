#include "searcher/query/question.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;

namespace {

/// The question's tree and what it leaves out; empty where it is none.
std::string question(std::string_view text) {
    const ParsedQuery parsed = parse(text, dateline::query::tests::test_fields());
    const auto question = as_question(*parsed.tree, text);
    if (!question) return "";
    std::string answer = print(*question->tree) + " |";
    for (const std::string& word : question->left_out) answer += " " + word;
    return answer;
}

}  // namespace

TEST_CASE("more than five words that carry something are a question") {
    CHECK(question("why did the soviet union withdraw its missiles from cuba in october") ==
          "soviet OR union OR withdraw OR missiles OR cuba OR october | why did the its from in");
    CHECK(question("What is the policy of the kennedy administration toward south viet nam?") ==
          "policy OR kennedy OR administration OR toward OR south OR viet OR nam? | what is the of");
    CHECK(question("one two three four five six") == "one OR two OR three OR four OR five OR six |");
    CHECK(question("warum wurde die mauer in berlin von der regierung der ddr gebaut und bewacht") ==
          "mauer OR berlin OR regierung OR ddr OR gebaut OR bewacht | warum wurde die in von der und");
}

TEST_CASE("five words or fewer are all asked for, whatever stands between them") {
    CHECK(question("kim summit") == "");
    CHECK(question("what is the policy of the kennedy administration toward them") == "");
}

TEST_CASE("dates, values and exclusions hold") {
    CHECK(question("soviet union withdraw missiles cuba october -castro date:1962 source:Reuters") ==
          "(soviet OR union OR withdraw OR missiles OR cuba OR october) -castro date:1962-01-01..1962-12-31 "
          "source:Reuters |");
}

TEST_CASE("what was written with care is taken as it stands") {
    for (const std::string_view query :
         {"a1 AND b1 AND c1 AND d1 AND e1 AND f1", "\"soviet union\" withdraw missiles cuba october castro",
          "+soviet union withdraw missiles cuba october", "=Soviet union withdraw missiles cuba october",
          "soviet union withdraw missiles cub* october", "title:soviet union withdraw missiles cuba october",
          "soviet OR union withdraw missiles cuba october castro", "soviet^2 union withdraw missiles cuba october"}) {
        CAPTURE(query);
        CHECK(question(query) == "");
    }
}
