#pragma once

#include <string_view>

namespace dateline {

enum class ColorChoice { automatic, always, never };

enum class Stream { output, error };

/// What is known of where a stream goes.
struct Terminal {
    bool is_terminal = false;
    int width_columns = 80;  ///< of the terminal; 80 where there is none
    bool color = false;      ///< escape sequences for color are welcome
};

/// Looks at standard output or standard error as they are now.
Terminal look_at(Stream stream, ColorChoice choice = ColorChoice::automatic);

/// The rule behind Terminal::color. Left to itself: on a terminal that is not
/// "dumb", unless NO_COLOR is set to anything but the empty text
/// (https://no-color.org). `no_color` and `term` are the two environment
/// variables, null where they are not set.
bool color_allowed(ColorChoice choice, bool is_terminal, const char* no_color, const char* term);

}  // namespace dateline
