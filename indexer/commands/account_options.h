#pragma once

#include <string>

#include "indexer/report.h"

namespace CLI {
class App;
}

namespace dateline {

/// --report, --failed and --strict, as the commands that add articles take them.
struct AccountOptions {
    std::string report_file;
    std::string failed_file;
    bool strict = false;

    void set_up(CLI::App& command);
    /// Writes the files asked for. Throws IoError.
    void write(const Report& report, double seconds) const;
};

}  // namespace dateline
