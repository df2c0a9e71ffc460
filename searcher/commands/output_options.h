#pragma once

#include <cstddef>
#include <string>

#include "common/cli/shared_options.h"
#include "searcher/output/output.h"

namespace CLI {
class App;
}

/// What commands that print a result page have in common.
namespace dateline {

/// For lists kept in memory: those of a single query are not asked for twice.
inline constexpr std::size_t list_memory_of_one_query = 0;

/// `--format`, one of the table's.
void add_format_option(CLI::App& command, std::string& format);

/// Colours and width of where standard output goes.
OutputOptions options_of_standard_output(const SharedOptions& shared);

}  // namespace dateline
