#include "searcher/query/synonyms.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;

namespace {

constexpr std::string_view lists =
    "# names of states\n"
    "uk = united kingdom = britain\n"
    "\n"
    "  {US} =united states= america  \r\n"
    "north korea = DPRK = 北朝鮮\n"
    "united states of america = usa\n"
    "last-minute = eleventh hour\n"
    "uk = ukraine\n";

WithSynonyms synonyms_in(std::string_view query) {
    const ParsedQuery parsed = parse(query, dateline::query::tests::test_fields());
    return with_synonyms(*parsed.tree, Synonyms::parse(lists, "names.txt"));
}

std::string expanded(std::string_view query) { return print(*synonyms_in(query).tree); }

std::string complaint(std::string_view text) {
    try {
        Synonyms::parse(text, "names.txt");
    } catch (const SynonymsError& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a word, or words side by side, that are one side of a list find the others too") {
    CHECK(expanded("britain") == "britain OR uk OR \"united kingdom\"");
    CHECK(expanded("Britain economy") == "(Britain OR uk OR \"united kingdom\") economy");
    CHECK(expanded("united kingdom economy") == "((united kingdom) OR uk OR britain) economy");
    CHECK(expanded("economy united kingdom") == "economy ((united kingdom) OR uk OR britain)");
    CHECK(expanded("kingdom united") == "kingdom united");
    CHECK(expanded("united kingdomwide") == "united kingdomwide");
    CHECK(expanded("economy") == "economy");
}

TEST_CASE("a word of several lists finds the sides of all, and no list leads to another") {
    CHECK(expanded("uk") == "uk OR \"united kingdom\" OR britain OR ukraine");
    CHECK(expanded("ukraine") == "ukraine OR uk");
}

TEST_CASE("the longest run of words counts") {
    CHECK(expanded("united states of america") == "(united states of america) OR usa");
    CHECK(expanded("united states of mind") == "((united states) OR =US OR america) of mind");
}

TEST_CASE("sides are compared folded, those in braces as written") {
    CHECK(expanded("U.K.") == "U.K. OR \"united kingdom\" OR britain OR ukraine");
    CHECK(expanded("US") == "US OR \"united states\" OR america");
    CHECK(expanded("us") == "us");
    CHECK(expanded("america") == "america OR =US OR \"united states\"");
    CHECK(expanded("last-minute") == "last-minute OR \"eleventh hour\"");
    CHECK(expanded("last minute") == "(last minute) OR \"eleventh hour\"");
    CHECK(expanded("dprk") == "dprk OR \"north korea\" OR \"北朝鮮\"");
}

TEST_CASE("what is asked in these very words stays: phrases, as written, wildcards, values") {
    for (const std::string_view query : {"\"britain\"", "\"united kingdom\"", "=uk", "{uk}", "CAPS(uk)", "britain*",
                                         "britain~1", "section:uk", "source:(uk OR us)", "\"uk economy\"~5"}) {
        CAPTURE(query);
        CHECK(print(*synonyms_in(query).tree) == print(*parse(query, dateline::query::tests::test_fields()).tree));
        CHECK(synonyms_in(query).notes.empty());
    }
}

TEST_CASE("synonyms are found wherever a word may stand") {
    CHECK(expanded("title:usa") == "title:(usa OR \"united states of america\")");
    CHECK(expanded("economy -usa") == "economy -(usa OR \"united states of america\")");
    CHECK(expanded("+usa economy") == "+(usa OR \"united states of america\") economy");
    CHECK(expanded("usa W/5 trade") == "(usa OR \"united states of america\") W/5 trade");
    CHECK(expanded("ATLEAST3(usa)") == "ATLEAST3(usa OR \"united states of america\")");
    CHECK(expanded("usa^2 OR trade") == "(usa OR \"united states of america\")^2 OR trade");
}

TEST_CASE("what was put in is said") {
    const WithSynonyms with = synonyms_in("usa trade usa");
    REQUIRE(with.notes.size() == 1);
    CHECK(with.notes[0] == "usa was also searched as united states of america (synonyms).");
}

TEST_CASE("a file that cannot be understood is told with line and column") {
    CHECK(complaint("a = b\nuk\n") ==
          "names.txt, line 2, column 3: a list has at least two sides; write uk = united kingdom");
    CHECK(complaint("uk = = britain") ==
          "names.txt, line 1, column 5: there is nothing on this side of the =; write uk = united kingdom");
    CHECK(complaint("uk = ") ==
          "names.txt, line 1, column 5: there is nothing on this side of the =; write uk = united kingdom");
    CHECK(complaint("é = brit*").starts_with("names.txt, line 1, column 9: * has no meaning here"));
    CHECK(complaint("uk = (a OR b)").starts_with("names.txt, line 1, column 6: ( has no meaning here"));
    CHECK(complaint("uk = --").starts_with("names.txt, line 1, column 6: there is no word on this side"));
    CHECK(complaint("uk = \xFF").starts_with("names.txt, line 1, column 6: this is no UTF-8"));
    CHECK(complaint("\xEF\xBB\xBFuk = britain\r\n# x\r\n\r\n") == "none");
    CHECK(complaint("uk = \"united kingdom\"") == "none");
    CHECK(complaint("") == "none");
}
