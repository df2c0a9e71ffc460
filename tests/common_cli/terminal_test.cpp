#include "common/cli/terminal.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_CASE("color_allowed") {
    struct Row {
        ColorChoice choice;
        bool is_terminal;
        const char* no_color;
        const char* term;
        bool allowed;
    };
    const Row rows[] = {
        {ColorChoice::automatic, true, nullptr, "xterm", true},
        {ColorChoice::automatic, false, nullptr, "xterm", false},
        {ColorChoice::automatic, true, "1", "xterm", false},
        {ColorChoice::automatic, true, "", "xterm", true},
        {ColorChoice::automatic, true, nullptr, "dumb", false},
        {ColorChoice::automatic, true, nullptr, nullptr, false},
        {ColorChoice::always, false, "1", nullptr, true},
        {ColorChoice::never, true, nullptr, "xterm", false},
    };
    for (const Row& row : rows) {
        CAPTURE(&row - rows);
        CHECK(color_allowed(row.choice, row.is_terminal, row.no_color, row.term) == row.allowed);
    }
}

}  // namespace dateline
