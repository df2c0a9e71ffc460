#include "common/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace dateline {

Terminal look_at(Stream stream, ColorChoice choice) {
    const int fd = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    Terminal terminal;
    terminal.is_terminal = isatty(fd) == 1;
    winsize size{};
    if (terminal.is_terminal && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        terminal.width_columns = size.ws_col;
    }
    terminal.color = color_allowed(choice, terminal.is_terminal, std::getenv("NO_COLOR"), std::getenv("TERM"));
    return terminal;
}

bool color_allowed(ColorChoice choice, bool is_terminal, const char* no_color, const char* term) {
    switch (choice) {
    case ColorChoice::always: return true;
    case ColorChoice::never: return false;
    case ColorChoice::automatic: break;
    }
    const bool asked_not_to = no_color != nullptr && *no_color != '\0';
    const bool dumb = term == nullptr || std::string_view(term) == "dumb";
    return is_terminal && !asked_not_to && !dumb;
}

}  // namespace dateline
