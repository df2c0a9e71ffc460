#include "indexer/commands/account_options.h"

#include <CLI/CLI.hpp>

#include "indexer/failed_list.h"

namespace dateline {

void AccountOptions::set_up(CLI::App& command) {
    command.add_option("--report", report_file, "Write the account of the run to FILE as JSON")->type_name("FILE");
    command
        .add_option("--failed", failed_file,
                    "List what was skipped in FILE: path, member, place, reason and detail, parted by tabs")
        ->type_name("FILE");
    command.add_flag("--strict", strict, "End with exit code 1 when an article was skipped");
}

void AccountOptions::write(const Report& report, double seconds) const {
    if (!report_file.empty()) write_report(report_file, report, seconds);
    if (!failed_file.empty()) write_failed_list(failed_file, report.skipped());
}

}  // namespace dateline
