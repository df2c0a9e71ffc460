#pragma once

#include <string>
#include <string_view>

#include "common/cli/command_tree.h"

namespace dateline {

/// The manual of a program in section 1, as roff (the `man` macros): name,
/// synopsis, description, options, commands, exit status.
std::string man_page(const CommandText& program, std::string_view version);

}  // namespace dateline
