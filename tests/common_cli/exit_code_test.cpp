#include "common/cli/exit_code.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline {

TEST_CASE("exit codes stand in one table, each number once, in order") {
    const auto rows = exit_codes();
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const ExitCodeRow& a, const ExitCodeRow& b) { return a.code < b.code; }));
    CHECK(std::adjacent_find(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code == b.code; }) ==
          rows.end());
    CHECK(std::none_of(rows.begin(), rows.end(), [](const ExitCodeRow& row) { return row.meaning.empty(); }));
}

TEST_CASE("the numbers are part of the interface") {
    CHECK(to_int(ExitCode::ok) == 0);
    CHECK(to_int(ExitCode::nothing_found) == 1);
    CHECK(to_int(ExitCode::some_skipped) == 1);
    CHECK(to_int(ExitCode::usage) == 2);
    CHECK(to_int(ExitCode::index_missing) == 3);
    CHECK(to_int(ExitCode::index_locked) == 4);
    CHECK(to_int(ExitCode::index_corrupt) == 5);
    CHECK(to_int(ExitCode::index_version) == 6);
    CHECK(to_int(ExitCode::input_output) == 7);
    CHECK(to_int(ExitCode::interrupted) == 130);
}

}  // namespace dateline
