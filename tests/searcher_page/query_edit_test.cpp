#include "searcher/page/query_edit.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "searcher/search.h"

using namespace dateline;
using namespace dateline::page;

namespace {

const query::FieldNames names = field_names();

}  // namespace

TEST_CASE("a click adds a restriction as a reader would type it") {
    struct Case {
        const char* query;
        const char* restriction;
        const char* after;
    };
    const std::vector<Case> cases{
        {"", "section:Asia", "section:Asia"},
        {"korea", "section:Asia", "korea section:Asia"},
        {"korea ", "section:Asia", "korea section:Asia"},
        {"korea OR japan", "section:Asia", "(korea OR japan) section:Asia"},
        {"(korea OR japan)", "section:Asia", "(korea OR japan) section:Asia"},
        {"korea section:Asia", "section:Asia", "korea section:Asia"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        CHECK(with_restriction(each.query, each.restriction, names) == each.after);
    }
}

TEST_CASE("a value is asked for as it is, quoted where it is more than letters and digits") {
    CHECK(restriction("section", "Asia") == "section:=Asia");
    CHECK(restriction("source", "The Example Courier") == "source:=\"The Example Courier\"");
    CHECK(restriction("author", "O'Neil", true) == "-author:=\"O'Neil\"");
    CHECK(restriction("section", "\"Why?\" asks * “he”") == "section:=«\"Why?\" asks * “he”»");
    CHECK(restriction("section", "«a» \"b\"") == "section:{«a» \"b\"}");
    CHECK(restriction("section", "国際") == "section:=\"国際\"");
}

TEST_CASE("what cannot stand between quotes is asked for by its words, and a field without exact values as ever") {
    CHECK(restriction("section", "{«a» \"b\"}") == "section:\"{ a b }\"");
    CHECK(restriction("mentions", "2002") == "mentions:2002");
}

TEST_CASE("whatever a value is, the query with it asks for this value") {
    for (const char* value : {"a\"b", "*", "?", "«x»", "a:b", "(", ")", "-", "=x", "{y}", "x^2", "\\", "“", "a OR b",
                              "AND", "a  b", "x~1"}) {
        CAPTURE(value);
        const query::ParsedQuery parsed = query::parse(restriction("section", value), names);
        const auto& asked = std::get<query::InField>(parsed.tree->value).child->value;
        const auto* word = std::get_if<query::Word>(&asked);
        CHECK((word != nullptr ? word->text : std::get<query::Phrase>(asked).text) == value);
        CHECK_NOTHROW(query::parse(with_restriction("korea", restriction("section", value), names), names));
    }
}

TEST_CASE("restrictions are found with what is left without them") {
    struct Case {
        const char* query;
        std::vector<std::string> found;
        std::vector<std::string> without;
    };
    const std::vector<Case> cases{
        {"korea", {}, {}},
        {"korea section:Asia", {"section:Asia"}, {"korea"}},
        {"section:\"World News\" korea", {"section:\"World News\""}, {"korea"}},
        {"korea -section:Asia date:2012", {"-section:Asia", "date:2012"}, {"korea date:2012", "korea -section:Asia"}},
        {"korea NOT source:x", {"NOT source:x"}, {"korea"}},
        {"korea AND section:Asia", {"section:Asia"}, {"korea"}},
        {"korea section:=\"World News\"", {"section:=\"World News\""}, {"korea"}},
        {"section:Asia AND korea", {"section:Asia"}, {"korea"}},
        {"korea author:(jane smith) japan", {"author:(jane smith)"}, {"korea japan"}},
        {"korea OR section:Asia", {}, {}},
        {"korea (section:Asia OR section:Europe)", {}, {}},
        {"title:korea -title:japan", {}, {}},
        {"before:2012 korea", {"before:2012"}, {"korea"}},
        {"titel:korea section:Asia", {}, {}},
        {"\"korea", {}, {}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.query);
        std::vector<std::string> found;
        std::vector<std::string> without;
        for (const Restriction& one : restrictions_of(each.query, names)) {
            found.push_back(one.text);
            without.push_back(one.without);
        }
        CHECK(found == each.found);
        CHECK(without == each.without);
    }
}

TEST_CASE("a period takes the place of the dates there were") {
    CHECK(with_period("korea", "2012", names) == "korea date:2012");
    CHECK(with_period("korea date:2012 japan", "2012-08", names) == "korea japan date:2012-08");
    CHECK(with_period("after:2001 korea before:2009", "2002..2004", names) == "korea date:2002..2004");
    CHECK(with_period("korea -date:2012", "2013", names) == "korea -date:2012 date:2013");
    CHECK(with_period("", "2013", names) == "date:2013");
}
