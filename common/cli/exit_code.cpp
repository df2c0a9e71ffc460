#include "common/cli/exit_code.h"

#include <array>

namespace dateline {

std::span<const ExitCodeRow> exit_codes() {
    static constexpr std::array rows{
        ExitCodeRow{ExitCode::ok, "Success; a search found something."},
        ExitCodeRow{ExitCode::nothing_found,
                    "A search found nothing; with --strict, some articles were skipped while "
                    "indexing."},
        ExitCodeRow{ExitCode::usage, "The command line or the query is wrong."},
        ExitCodeRow{ExitCode::index_missing, "There is no index at the place named."},
        ExitCodeRow{ExitCode::index_locked, "Another process is writing to the index."},
        ExitCodeRow{ExitCode::index_corrupt, "The index is damaged."},
        ExitCodeRow{ExitCode::index_version, "The index was written by a version that this one cannot read."},
        ExitCodeRow{ExitCode::input_output, "Reading or writing failed, for example because the disk is full."},
        ExitCodeRow{ExitCode::timed_out, "A search took longer than --timeout."},
        ExitCodeRow{ExitCode::interrupted, "Interrupted by Ctrl-C or SIGTERM."},
    };
    return rows;
}

}  // namespace dateline
