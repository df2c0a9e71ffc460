#pragma once

#include <string_view>

namespace dateline {

/// The one line at the foot of a terminal's standard error that is drawn over
/// and over, and the messages that scroll above it. All of them go through
/// here, so that no message lands in the middle of the line. Any thread.
namespace status_line {

/// Draws this text, one line without a line break, over the line there was.
void show(std::string_view text);

/// Takes the line away; nothing when there is none.
void clear();

/// Writes whole lines above the status line, which is drawn again below them.
void write_above(std::string_view lines);

}  // namespace status_line

}  // namespace dateline
