#pragma once

#include <ostream>

namespace dateline {

/// Standard output, buffered. Once its reader has gone away (`searcher ... |
/// head`) what is written is dropped in silence: a closed pipe is no error. Any
/// other failure is kept for finish_standard_output(). One thread at a time.
std::ostream& standard_output();

/// Writes out what is buffered. Throws std::system_error when anything since
/// the start could not be written, for example because the disk is full.
void finish_standard_output();

/// False once the reader has gone away: whatever is left to compute for it may
/// be left undone.
bool standard_output_has_reader();

}  // namespace dateline
