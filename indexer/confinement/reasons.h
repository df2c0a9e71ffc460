#pragma once

#include <string>

#include "indexer/confinement/helper_process.h"

namespace dateline {

/// Why nothing came of confined work, in the words of a Skipped.
struct Reason {
    std::string reason;
    std::string detail;
};

Reason reason_of(const Ending& ending, const HelperProcess::Limits& limits);

}  // namespace dateline
