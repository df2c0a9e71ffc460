#pragma once

#include "common/cli/exit_code.h"
#include "common/cli/shared_options.h"
#include "searcher/output/registry.h"
#include "searcher/search.h"

namespace dateline {

/// Writes all matches to standard output while they come. Shows on standard error how it goes, where that is a terminal
/// and the answer is not shown there. A closed pipe ends it in peace; an interrupt after the article at hand, with what
/// stands behind the results written and a warning that names how many are missing.
ExitCode export_all(Searcher& searcher, const Request& request, const OutputFormat& format,
                    const OutputOptions& options, const SharedOptions& shared);

/// Tells on standard error what a format has no place for.
void warn_of_notes(const ResultPage& page, const OutputFormat& format);

}  // namespace dateline
