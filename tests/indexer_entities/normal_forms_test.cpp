// One name for one thing in an article.

#include "indexer/entities/normal_forms.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::entities {
namespace {

constexpr EntityType per = EntityType::person;
constexpr EntityType org = EntityType::organization;
constexpr EntityType loc = EntityType::location;
constexpr EntityType misc = EntityType::other;

using Mentions = std::vector<std::pair<EntityType, std::string>>;

/// The names that mentions get, parted by `; `.
std::string names(const Mentions& mentions) {
    std::vector<Entity> entities;
    for (const auto& [type, text] : mentions) entities.push_back({.type = type, .text = text});
    give_normal_forms(entities);
    std::string joined;
    for (const Entity& entity : entities) {
        if (!joined.empty()) joined += "; ";
        joined += entity.name;
    }
    return joined;
}

}  // namespace

TEST_CASE("mentions of one thing get one name") {
    const std::vector<std::pair<Mentions, std::string>> rows{
        {{{loc, "U.S."}, {loc, "US"}, {loc, "United States"}, {loc, "USA"}},
         "United States; United States; United States; United States"},
        {{{loc, "N. Korea"}, {loc, "DPRK"}, {loc, "North Korea"}}, "North Korea; North Korea; North Korea"},
        {{{org, "U.N."}, {org, "UN"}, {org, "the United Nations"}}, "United Nations; United Nations; United Nations"},
        {{{per, "Kim Jong-il"}, {per, "Kim"}}, "Kim Jong-il; Kim Jong-il"},
        {{{per, "Yokota"}, {per, "Megumi Yokota"}, {per, "Megumi"}}, "Megumi Yokota; Megumi Yokota; Megumi Yokota"},
        {{{per, "Anna Moor"}, {per, "Moor"}, {per, "Berta Moor"}, {per, "Moor"}},
         "Anna Moor; Anna Moor; Berta Moor; Berta Moor"},
        {{{per, "Mr. Moor"}, {per, "Moor's"}}, "Moor; Moor"},
        {{{loc, "LONDON"}, {loc, "London"}}, "London; London"},
        {{{loc, "NEW YORK"}}, "New York"},
        {{{per, "HILLMAN"}, {per, "Anna Hillman"}}, "Anna Hillman; Anna Hillman"},
        {{{org, "World Archive Union"}, {org, "WAU"}}, "World Archive Union; World Archive Union"},
        {{{org, "Moor"}, {org, "Moor Brothers Inc"}}, "Moor Brothers Inc; Moor Brothers Inc"},
        {{{org, "IBM"}, {misc, "Japanese"}}, "IBM; Japanese"},
        {{{per, "Chad Moor"}, {per, "America"}}, "Chad Moor; America"},
        {{{loc, "New\n York"}, {per, "O\u2019Hill"}}, "New York; O'Hill"},
        {{{loc, "North Korea"}, {loc, "the North"}, {org, "North"}}, "North Korea; North Korea; North Korea"},
        {{{per, "Anna Moor"}, {per, "Berta Moor"}, {per, "Berta"}, {per, "Moor"}},
         "Anna Moor; Berta Moor; Berta Moor; Anna Moor"},
        {{{org, "Harbour Commission"}, {org, "the Commission"}}, "Harbour Commission; Harbour Commission"},
        {{{org, "Commission"}, {org, "Harbour Commission"}}, "Commission; Harbour Commission"},
        {{{loc, "ROME"}, {loc, "BONN"}, {loc, "USA"}, {loc, "XQZ"}}, "Rome; Bonn; United States; XQZ"},
        {{{loc, "Calif"}, {loc, "N.J."}, {org, "Mass"}}, "California; New Jersey; Mass"},
        {{{misc, "Palestinians"}, {misc, "Swiss"}, {misc, "Games"}}, "Palestinian; Swiss; Games"},
        {{{per, "(Ben) Moor"}, {org, "<Moor Brothers Inc"}, {loc, "\u201CLondon\u201D"}},
         "Ben Moor; Moor Brothers Inc; London"},
        {{{per, "Anna Hillman"}, {per, "Hillman"}, {org, "Hillman"}}, "Anna Hillman; Anna Hillman; Anna Hillman"},
        {{{per, "Anna Paris"}, {per, "Paris"}, {loc, "Paris"}}, "Anna Paris; Anna Paris; Paris"},
        {{{per, "Anna Hillman"}, {per, "Hillman"}, {org, "Hillman Inc"}, {org, "Hillman"}},
         "Anna Hillman; Anna Hillman; Hillman Inc; Hillman Inc"},
        {{}, ""},
    };
    for (const auto& [mentions, expected] : rows) CHECK(names(mentions) == expected);
}

TEST_CASE("a country that acts is still a place") {
    std::vector<Entity> entities{{.type = loc, .text = "North Korea"}, {.type = org, .text = "North"}};
    give_normal_forms(entities);
    CHECK(entities.back().type == loc);
}

}  // namespace dateline::entities
