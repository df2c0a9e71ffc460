#pragma once

namespace dateline {

/// From here on the first SIGINT (Ctrl-C) or SIGTERM only sets a flag, so that
/// the work can end at a point of its own choosing; the second ends the process
/// at once with exit code 130. For work that asks interrupted(); other work is ended by the signal itself, which is
/// always safe.
void catch_interrupts();

/// From here on a write to a closed pipe fails with EPIPE instead of ending the process (see standard_output.h).
void ignore_broken_pipes();

/// Waits until something can be read of a file descriptor, its end included. False where an interrupt has come: then
/// nothing is waited for. One thread at a time, after catch_interrupts().
bool wait_for_input(int file_descriptor);

/// True once an interrupt has come. Cheap enough for every turn of a loop; any
/// thread.
bool interrupted() noexcept;

}  // namespace dateline
