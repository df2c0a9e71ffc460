#include "common/index/field_frequency.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

/// Compared by one check a body count: sixty thousand of them would take long.
bool comes_back(const FieldFrequency& frequency) {
    const std::uint32_t packed = frequency.pack();
    return packed < 1U << 21U && FieldFrequency::unpack(packed) == frequency;
}

}  // namespace

TEST_CASE("all counts that can be stored come back") {
    for (std::uint32_t body = 0; body <= FieldFrequency::most_body; ++body) {
        bool all = true;
        for (std::uint32_t rest = 0; rest < 64; ++rest) {
            all = all && comes_back({{rest & 3U, rest >> 2U & 3U, body, rest >> 4U}});
        }
        CAPTURE(body);
        CHECK(all);
    }
}

TEST_CASE("a lead may be the whole text, so it counts far") {
    for (std::uint32_t lead = 0; lead <= FieldFrequency::most_lead; ++lead) {
        CAPTURE(lead);
        CHECK(comes_back({{3, lead, 0, 0}}));
        CHECK(comes_back({{0, lead, FieldFrequency::most_body, 3}}));
    }
}

TEST_CASE("an index that was written while leads counted to 3 reads the same") {
    CHECK(FieldFrequency{{2, 3, 500, 1}}.pack() ==
          (500U & 15U) + (3U << 4U) + (2U << 6U) + (1U << 8U) + (500U >> 4U << 10U));
}

TEST_CASE("larger counts are stored as the largest") {
    const FieldFrequency many{{1000, 256, 512, 70'000}};
    const FieldFrequency most{{3, 255, 511, 3}};
    CHECK(FieldFrequency::unpack(many.pack()) == most);
    CHECK(many.pack() == most.pack());
}

TEST_CASE("a word that occurs a few times in the body alone takes one small number") {
    CHECK(FieldFrequency{{0, 0, 15, 0}}.pack() == 15);
    CHECK(FieldFrequency{}.pack() == 0);
}

TEST_CASE("the fields a word occurs in") {
    CHECK(FieldFrequency{}.fields() == 0);
    CHECK(FieldFrequency{{0, 0, 2, 0}}.fields() == mask_of(TextField::body));
    CHECK(FieldFrequency{{1, 9, 0, 1}}.fields() ==
          (mask_of(TextField::title) | mask_of(TextField::lead) | mask_of(TextField::caption)));
}

TEST_CASE("every field has a bit of its own") {
    FieldMask all = 0;
    for (const TextField field : text_fields) all = static_cast<FieldMask>(all | mask_of(field));
    CHECK(all == all_text_fields);
}

}  // namespace dateline
