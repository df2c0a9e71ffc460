#include "common/cli/standard_input.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "common/cli/interrupt.h"

namespace dateline {
namespace {

bool has_input() {
    pollfd asked{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    return poll(&asked, 1, 0) > 0;
}

}  // namespace

InputState read_standard_input(std::string& bytes, bool wait) {
    if (interrupted()) return InputState::interrupted;
    if (wait ? !wait_for_input(STDIN_FILENO) : !has_input())
        return interrupted() ? InputState::interrupted : InputState::open;
    std::array<char, 1 << 16> buffer;
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0) return InputState::ended;
    if (count > 0) bytes.append(buffer.data(), static_cast<std::size_t>(count));
    else if (errno != EINTR && errno != EAGAIN)
        throw std::system_error(errno, std::generic_category(), "cannot read standard input");
    return InputState::open;
}

}  // namespace dateline
