#include "searcher/query/query_error.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "searcher/query/parser.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;
using dateline::query::tests::test_fields;
using namespace std::string_view_literals;

namespace {

std::string error_of(std::string_view query) {
    try {
        parse(query, test_fields());
    } catch (const QueryError& error) {
        return error.what();
    }
    return "understood";
}

struct ErrorRow {
    std::string_view query;
    std::string_view error;
};

constexpr ErrorRow error_rows[] = {
    {"",
     "query, column 1: the query is empty\n"
     "  \n"
     "  ^\n"
     "  give a word, a \"phrase\" or a date such as date:2012"},
    {"  \t",
     "query, column 1: the query is empty\n"
     "     \n"
     "  ^\n"
     "  give a word, a \"phrase\" or a date such as date:2012"},
    {"kim \"abducted citizens",
     "query, column 5: this quote is not closed\n"
     "  kim \"abducted citizens\n"
     "      ^\n"
     "  put a \" where it ends"},
    {"„neue Wege",
     "query, column 1: this quote is not closed\n"
     "  „neue Wege\n"
     "  ^\n"
     "  put a “ where it ends"},
    {"a \"\" b",
     "query, column 3: there is nothing between these quotes\n"
     "  a \"\" b\n"
     "    ^~\n"
     "  put words between them, or leave them out"},
    {"(a (b)",
     "query, column 1: this parenthesis is not closed\n"
     "  (a (b)\n"
     "  ^\n"
     "  put a ) where it ends"},
    {"a b) c",
     "query, column 4: this parenthesis closes nothing\n"
     "  a b) c\n"
     "     ^\n"
     "  leave it out, or put a ( before it"},
    {") a",
     "query, column 1: this parenthesis closes nothing\n"
     "  ) a\n"
     "  ^\n"
     "  leave it out, or put a ( before it"},
    {"a ( )",
     "query, column 3: there is nothing between these parentheses\n"
     "  a ( )\n"
     "    ^~~\n"
     "  put something between them, or leave them out"},
    {"kim OR",
     "query, column 5: OR has nothing behind it\n"
     "  kim OR\n"
     "      ^~\n"
     "  leave it out, or write \"or\" for the word"},
    {"OR kim",
     "query, column 1: OR has nothing before it\n"
     "  OR kim\n"
     "  ^~\n"
     "  leave it out, or write \"or\" for the word"},
    {"a (AND b)",
     "query, column 4: AND has nothing before it\n"
     "  a (AND b)\n"
     "     ^~~\n"
     "  leave it out, or write \"and\" for the word"},
    {"(a AND) b",
     "query, column 4: AND has nothing behind it\n"
     "  (a AND) b\n"
     "     ^~~\n"
     "  leave it out, or write \"and\" for the word"},
    {"a OR OR b",
     "query, column 3: OR has nothing behind it\n"
     "  a OR OR b\n"
     "    ^~\n"
     "  leave it out, or write \"or\" for the word"},
    {"a NOT",
     "query, column 3: NOT has nothing behind it\n"
     "  a NOT\n"
     "    ^~~\n"
     "  leave it out, or write \"not\" for the word"},
    {"a NOT NOT b",
     "query, column 7: this cannot stand behind NOT\n"
     "  a NOT NOT b\n"
     "        ^~~\n"
     "  leave one of the two out"},
    {"-draft",
     "query, column 1: there are only exclusions here\n"
     "  -draft\n"
     "  ^\n"
     "  say also what to find: a word, a phrase, or a date such as date:2012"},
    {"NOT a -b",
     "query, column 1: there are only exclusions here\n"
     "  NOT a -b\n"
     "  ^~~\n"
     "  say also what to find: a word, a phrase, or a date such as date:2012"},
    {"a OR -b",
     "query, column 6: there are only exclusions here\n"
     "  a OR -b\n"
     "       ^\n"
     "  say also what to find: a word, a phrase, or a date such as date:2012"},
    {"titel:summit",
     "query, column 1: there is no field `titel`\n"
     "  titel:summit\n"
     "  ^~~~~\n"
     "  did you mean `title:`? Or, for the text itself, \"titel:summit\"?"},
    {"kim mailto:a@b.c",
     "query, column 5: there is no field `mailto`\n"
     "  kim mailto:a@b.c\n"
     "      ^~~~~~\n"
     "  fields are title, lead, hlead, body, caption, author, source, section, language, agency, id, "
     "url, person, place, mentions, date, before, after; for the text itself write \"mailto:a@b.c\""},
    {"titel:\"a b\"",
     "query, column 1: there is no field `titel`\n"
     "  titel:\"a b\"\n"
     "  ^~~~~\n"
     "  did you mean `title:`?"},
    {"a title:",
     "query, column 3: `title:` has nothing behind it\n"
     "  a title:\n"
     "    ^~~~~~\n"
     "  say what to find there, or write \"title\" for the word"},
    {"title:-b a",
     "query, column 7: a sign stands before the field, not behind its colon\n"
     "  title:-b a\n"
     "        ^\n"
     "  did you mean `-title:`?"},
    {"title:(a body:b)",
     "query, column 10: a field cannot stand inside `title:`\n"
     "  title:(a body:b)\n"
     "           ^~~~~\n"
     "  write the fields side by side"},
    {"kim date:2012-13",
     "query, column 15: there is no month 13\n"
     "  kim date:2012-13\n"
     "                ^~\n"
     "  months run from 01 to 12"},
    {"東京 date:2011-02-30",
     "query, column 17: there is no day 30 in 2011-02\n"
     "  東京 date:2011-02-30\n"
     "                    ^~\n"
     "  its days run from 01 to 28"},
    {"a\0b"sv,
     "query, column 2: the query has a NUL character in it\n"
     "  a�b\n"
     "   ^\n"
     "  leave it out"},
    {"ab\xFF",
     "query, column 3: the query is not valid UTF-8\n"
     "  ab�\n"
     "    ^\n"
     "  write it in UTF-8"},
};

}  // namespace

TEST_CASE("an error says what, where and the way out") {
    for (const ErrorRow& row : error_rows) {
        CAPTURE(row.query);
        CHECK(error_of(row.query) == row.error);
    }
}

TEST_CASE("a long query is shown around the place only") {
    const std::string query = std::string(200, 'a') + " \x1b[31m ) " + std::string(200, 'b');
    CHECK(error_of(query) ==
          "query, column 208: this parenthesis closes nothing\n"
          "  ..." +
              std::string(41, 'a') + " �[31m ) bbbbbbbbbbbbbbbbbbbbbbb...\n" + std::string(53, ' ') +
              "^\n"
              "  leave it out, or put a ( before it");
}

TEST_CASE("nesting is bounded") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "a" + std::string(depth, ')'); };
    CHECK(error_of(nested(max_depth)) == "understood");
    CHECK(error_of(nested(max_depth + 1)).find("nested more than 200 deep") != std::string::npos);
}

TEST_CASE("the parts of an error can be had one by one") {
    const QueryError error("wrong", "a é b", {2, 4}, "do right");
    CHECK(error.message() == "wrong");
    CHECK(error.column() == 3);
    CHECK(error.context() == "  a é b\n    ^");
    CHECK(error.proposal() == "do right");
}
