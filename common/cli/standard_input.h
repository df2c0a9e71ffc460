#pragma once

#include <string>

namespace dateline {

enum class InputState {
    open,
    ended,
    interrupted,  ///< by a signal that catch_interrupts() has caught
};

/// Appends what has come on standard input, at most 64 KiB at a time. With `wait` it first waits until something comes,
/// an end or an interrupt included. For programs that answer while they are asked. Throws std::system_error.
InputState read_standard_input(std::string& bytes, bool wait);

}  // namespace dateline
