#include "searcher/evaluation/qrels.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

Qrels read(const std::string& text) {
    std::istringstream in(text);
    return read_qrels(in, "some.qrels");
}

std::string fault(const std::string& text) {
    try {
        read(text);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("judgements are read as TREC writes them") {
    const Qrels expected{{"304", {{"FT911-1147", 1}, {"FT911-916", 0}}}, {"306", {{"FT911-1070", -1}, {"x", 3}}}};
    CHECK(read("304 0 FT911-1147 1\n304 0 FT911-916 0\n306 0 FT911-1070 -1\n306 Q0 x 3\n") == expected);
    CHECK(read("306\t0\tx\t3\r\n\n  306  0 FT911-1070  -1  \n304 0 FT911-916 0\n \n304 0 FT911-1147 1") == expected);
    CHECK(read("").empty());
}

TEST_CASE("a line that cannot be read is told with its file and number") {
    struct Row {
        const char* text;
        const char* fault;
    };
    for (const Row& row : {
             Row{"1 0 a 1\n1 0 b\n",
                 "some.qrels, line 2: four columns are wanted (topic, iteration, article, relevance), 3 found"},
             Row{"\n1 0 a 1 x\n",
                 "some.qrels, line 2: four columns are wanted (topic, iteration, article, relevance), 5 found"},
             Row{"1 0 a yes\n", "some.qrels, line 1: the relevance is no whole number: yes"},
             Row{"1 0 a 0.5\n", "some.qrels, line 1: the relevance is no whole number: 0.5"},
             Row{"1 0 a 99999999999\n", "some.qrels, line 1: the relevance is no whole number: 99999999999"},
             Row{"1 0 a 1\n2 0 a 1\n1 0 a 0\n", "some.qrels, line 3: a is judged twice for topic 1"},
         }) {
        CAPTURE(row.text);
        CHECK(fault(row.text) == row.fault);
    }
}

TEST_CASE("a file is read, or it is said which cannot be") {
    const tests::TempDir folder;
    CHECK(read_qrels_file(folder.write("a.qrels", "1 0 a 1\n").string()).at("1").at("a") == 1);
    CHECK_THROWS_AS(read_qrels_file((folder.path() / "none.qrels").string()), IoError);
    CHECK_THROWS_AS(read_qrels_file(folder.path().string()), IoError);
}

}  // namespace dateline
