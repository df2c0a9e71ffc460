#include "searcher/mcp/tools/paragraphs.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/utf8.h"

namespace dateline::mcp {
namespace {

/// `start:text` of each piece, and `>next` where there is more.
std::string read(std::string_view text, std::size_t start, std::size_t length) {
    std::string shown;
    const ReadParagraphs paragraphs = read_paragraphs(text, start, length);
    for (const TextPiece& piece : paragraphs.pieces)
        shown += std::to_string(piece.start) + ":" + std::string(piece.text) + "|";
    return paragraphs.next ? shown + ">" + std::to_string(*paragraphs.next) : shown;
}

TEST_CASE("whole paragraphs are read, as many as there is room for") {
    const std::string text = "The dam held.\n\nÜber den Bach.\n\nThe end.";
    CHECK(read(text, 0, 100) == "0:The dam held.|15:Über den Bach.|31:The end.|");
    CHECK(read(text, 0, 39) == "0:The dam held.|15:Über den Bach.|31:The end.|");
    CHECK(read(text, 0, 38) == "0:The dam held.|15:Über den Bach.|>31");
    CHECK(read(text, 31, 100) == "31:The end.|");
    CHECK(read(text, 0, 14) == "0:The dam held.|>15");
    CHECK(read(text, 39, 10).empty());
    CHECK(read(text, 1000, 10).empty());
    CHECK(read("", 0, 10).empty());
}

TEST_CASE("a paragraph that is too long alone is cut at a blank") {
    CHECK(read("The dam held.", 0, 9) == "0:The dam|>7");
    CHECK(read("The dam held.", 7, 9) == "7: held.|");
    CHECK(read("大桥大桥大桥", 0, 4) == "0:大桥大桥|>4");
    CHECK(read("大桥", 0, 0) == "0:大|>1");
}

TEST_CASE("going on reads everything once") {
    const std::string text = "One two three.\n\nVier fünf sechs sieben.\n\n八九十";
    for (std::size_t length = 1; length < 30; ++length) {
        CAPTURE(length);
        std::string joined;
        std::size_t start = 0;
        while (true) {
            const ReadParagraphs read = read_paragraphs(text, start, length);
            for (const TextPiece& piece : read.pieces) {
                CHECK(text.substr(byte_offset_of(text, piece.start), piece.text.size()) == piece.text);
                joined += piece.text;
            }
            if (!read.next) break;
            REQUIRE(*read.next > start);
            start = *read.next;
        }
        CHECK(joined == "One two three.Vier fünf sechs sieben.八九十");
    }
}

}  // namespace
}  // namespace dateline::mcp
