// What a file of aliases says, and what is wrong with one.

#include "searcher/naming/aliases.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

/// `place US is place United States; person Reuters is nothing`.
std::string called_in(std::string_view text) {
    std::string all;
    const Aliases aliases = Aliases::parse(text, "aliases.toml");
    for (const auto& [from, to] : aliases.called()) {
        if (!all.empty()) all += "; ";
        all += fmt::format("{} {} is {}", from.field->name, from.name,
                           to ? fmt::format("{} {}", to->field->name, to->name) : "nothing");
    }
    return all;
}

std::string error_of(std::string_view text) {
    try {
        Aliases::parse(text, "aliases.toml");
    } catch (const AliasesError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("names are merged, renamed, stopped and moved to another kind") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"", ""},
        {"[place.names]\n\"United States\" = [\"US\"]", "place US is place United States"},
        {"[person]\nstop = [\"Reuters\"]", "person Reuters is nothing"},
        {"[place.types]\nApple = \"org\"", "place Apple is org Apple"},
        {"[place.types]\nApple = \"org\"\n[org.names]\n\"Apple Inc\" = [\"Apple\"]",
         "org Apple is org Apple Inc; place Apple is org Apple Inc"},
        {"[org.names]\nB = [\"A\"]\n[org]\nstop = [\"B\"]", "org A is nothing; org B is nothing"},
        {"[place.names]\nParis = [\"Paris\"]", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(called_in(row.first) == row.second);
    }
}

TEST_CASE("one name can be two things") {
    const Aliases aliases = Aliases::parse(
        "[[person.split]]\nname = \"John Moor\"\nwith = { org = \"Harbour Office\" }\nas = \"John Moor (master)\"",
        "aliases.toml");
    REQUIRE(aliases.splits().size() == 1);
    CHECK(aliases.splits().front().name.name == "John Moor");
    CHECK(aliases.splits().front().with.field->name == "org");
    CHECK(aliases.splits().front().as == "John Moor (master)");
    CHECK(!aliases.empty());
}

TEST_CASE("what cannot be understood is named with file and line") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"[place", "aliases.toml:1: "},
        {"[town]\nstop = [\"A\"]", "aliases.toml:1: 'town' is no kind"},
        {"[author]\nstop = [\"A\"]", "aliases.toml:1: 'author' is no kind"},
        {"[entity]\nstop = [\"A\"]", "is no kind of name"},
        {"[place]\nstopp = [\"A\"]", "aliases.toml:2: 'stopp' is not known"},
        {"[place]\nstop = \"A\"", "a list of names is wanted"},
        {"[place]\nstop = [1]", "a name in quotes is wanted"},
        {"[place.types]\nApple = \"fruit\"", "'fruit' is no kind"},
        {"[place]\nstop = [\"A\"]\n[place.names]\nB = [\"A\"]", "'A' stands twice as place"},
        {"[place.names]\nA = [\"B\"]\nB = [\"A\"]", "take one of these out"},
        {"[[person.split]]\nname = \"A\"", "a split has name, with and as"},
        {"[[person.split]]\nname = \"A\"\nas = \"B\"\nwith = {}", "with is one name"},
    };
    for (const auto& row : rows) {
        const std::string error = error_of(row.first);
        CAPTURE(row.first);
        CAPTURE(error);
        CHECK(error.find(row.second) != std::string::npos);
    }
}

}  // namespace dateline
