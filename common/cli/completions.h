#pragma once

#include <string>

#include "common/cli/command_tree.h"

namespace dateline {

/// Completion scripts for three shells: subcommands, the options of the
/// subcommand at hand, the choices of an option, files and folders.
std::string bash_completion(const CommandText& program);
std::string zsh_completion(const CommandText& program);
std::string fish_completion(const CommandText& program);

}  // namespace dateline
