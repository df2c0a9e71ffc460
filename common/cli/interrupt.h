#pragma once

namespace dateline {

/// From here on the first SIGINT (Ctrl-C) or SIGTERM only sets a flag, so that
/// the work can end at a point of its own choosing; the second ends the process
/// at once with exit code 130. SIGPIPE is ignored: a write to a closed pipe
/// fails with EPIPE instead (see standard_output.h). Call once, early in main.
void catch_interrupts();

/// True once an interrupt has come. Cheap enough for every turn of a loop; any
/// thread.
bool interrupted() noexcept;

}  // namespace dateline
