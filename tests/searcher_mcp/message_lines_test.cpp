#include "searcher/mcp/message_lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline::mcp {
namespace {

std::vector<std::string> taken(MessageLines& lines) {
    std::vector<std::string> texts;
    while (const auto line = lines.next()) texts.push_back(line->is_too_long ? "(too long)" : line->text);
    return texts;
}

TEST_CASE("a line is there once its line feed is") {
    MessageLines lines;
    lines.add("on");
    CHECK(taken(lines).empty());
    lines.add("e\ntwo\nthr");
    CHECK(taken(lines) == std::vector<std::string>{"one", "two"});
    lines.add("ee");
    CHECK(taken(lines).empty());
    lines.end();
    CHECK(taken(lines) == std::vector<std::string>{"three"});
    CHECK(taken(lines).empty());
}

TEST_CASE("blank lines are passed over") {
    MessageLines lines;
    lines.add("\n \r\n\none\r\n\n");
    lines.end();
    CHECK(taken(lines) == std::vector<std::string>{"one\r"});
}

TEST_CASE("a line that is too long is told once, and the next one is read") {
    const std::string much(longest_message_bytes, 'x');
    SUBCASE("the longest is taken") {
        MessageLines lines;
        lines.add(much + "\nnext\n");
        CHECK(taken(lines) == std::vector<std::string>{much, "next"});
    }
    SUBCASE("in one piece") {
        MessageLines lines;
        lines.add(much + "x\nnext\n");
        CHECK(taken(lines) == std::vector<std::string>{"(too long)", "next"});
    }
    SUBCASE("in many pieces") {
        MessageLines lines;
        std::vector<std::string> all;
        for (int piece = 0; piece < 5; ++piece) {
            lines.add(much);
            for (std::string& text : taken(lines)) all.push_back(std::move(text));
        }
        lines.add("\nnext\n");
        for (std::string& text : taken(lines)) all.push_back(std::move(text));
        CHECK(all == std::vector<std::string>{"(too long)", "next"});
    }
    SUBCASE("and never ended") {
        MessageLines lines;
        lines.add(much + "x");
        CHECK(taken(lines) == std::vector<std::string>{"(too long)"});
        lines.end();
        CHECK(taken(lines).empty());
    }
}

}  // namespace
}  // namespace dateline::mcp
