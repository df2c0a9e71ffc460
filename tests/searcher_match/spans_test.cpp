#include "searcher/match/spans.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/index/varint.h"

namespace dateline {
namespace {

/// The stream of an article: the fields that `numbers` do not begin are empty.
std::string stream_of(const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    for (const std::uint32_t number : numbers) put_varint(bytes, number);
    const auto breaks = static_cast<std::size_t>(std::ranges::count(numbers, stream::field_break));
    for (std::size_t field = breaks + 1; field < text_field_count; ++field) put_varint(bytes, stream::field_break);
    return bytes;
}

IdSet ids(std::uint32_t begin, std::uint32_t end) {
    IdSet set;
    set.add({begin, end});
    return set;
}

std::uint32_t in_body(const FieldFrequency& frequency) {
    return frequency.count[static_cast<std::size_t>(TextField::body)];
}

/// 0 ends a sentence, 1 a paragraph, 2 a field; the body is the third field.
struct Case {
    const char* what;
    std::vector<std::uint32_t> body;
    std::uint32_t occurrences;
};

TEST_CASE("words in a row are found where they stand in a row, within one paragraph") {
    const std::vector<Case> cases{
        {"side by side", {10, 300, 11}, 1},
        {"in the other order", {300, 10}, 0},
        {"a word between", {10, 50, 300}, 0},
        {"across a sentence", {10, 0, 300}, 1},
        {"not across a paragraph", {10, 1, 300}, 0},
        {"not across a field", {10, 2, 300}, 0},
        {"twice", {10, 300, 10, 300}, 2},
        {"other forms of the same words", {12, 303}, 1},
        {"bytes of a longer number are no word", {10, 300 << 7U}, 0},
    };
    for (const Case& each : cases) {
        CAPTURE(each.what);
        std::vector<std::uint32_t> numbers{2, 2};
        numbers.insert(numbers.end(), each.body.begin(), each.body.end());
        const SpanCounter counter({.items = {ids(10, 13), ids(300, 304)}});
        CHECK(in_body(counter.count(stream_of(numbers))) == each.occurrences);
    }
}

TEST_CASE("the quick search agrees with reading word by word") {
    std::mt19937 random(21578);
    const std::vector<std::uint32_t> alphabet{0,   1,   2,   3,     4,     5,     126,   127,    128,
                                              129, 300, 301, 16383, 16384, 20000, 38400, 2097151};
    const auto pick = [&] { return alphabet[random() % alphabet.size()]; };
    for (int round = 0; round < 20'000; ++round) {
        std::vector<std::uint32_t> numbers;
        for (std::size_t left = random() % 80; left > 0; --left) numbers.push_back(pick());
        SpanPattern pattern;
        for (std::size_t left = 1 + random() % 3; left > 0; --left) {
            const std::uint32_t word = std::max(pick(), first_word_id);
            pattern.items.push_back(ids(word, word + 1 + random() % 2));
        }
        pattern.fields = static_cast<FieldMask>(1 + random() % all_text_fields);
        // Streams have no more breaks between fields than fields.
        std::size_t breaks = 0;
        std::erase_if(numbers, [&](std::uint32_t number) { return number == 2 && ++breaks >= text_field_count; });
        const SpanCounter counter(pattern);
        const std::string stream = stream_of(numbers);
        REQUIRE(counter.count(stream) == counter.count_word_by_word(stream));
    }
}

TEST_CASE("words close together are found in any order within the window") {
    const SpanCounter counter({.items = {ids(10, 11), ids(20, 21)}, .window = 4});
    CHECK(in_body(counter.count(stream_of({2, 2, 20, 5, 6, 10}))) == 1);
    CHECK(in_body(counter.count(stream_of({2, 2, 20, 5, 6, 7, 10}))) == 0);
    CHECK(in_body(counter.count(stream_of({2, 2, 20, 1, 10}))) == 0);
}

}  // namespace
}  // namespace dateline
