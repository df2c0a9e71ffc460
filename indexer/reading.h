#pragma once

#include <functional>

#include "indexer/confinement/helper_process.h"
#include "indexer/messages.h"
#include "indexer/readers/input.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/registry.h"

/// From a file to what is in it.
namespace dateline {

/// Takes what is found, in the order of the file; false where no more is wanted.
using TakeFinding = std::function<bool(Finding)>;

/// Reads one file in this process. `options.format` is the reader for all files; nullptr: by content.
void read_file(const InputFile& file, const ReaderOptions& options, const TakeFinding& take);

/// Reads files in a process of its own: where a reader crashes, hangs or takes too much memory the file is reported as
/// `crashed`, `timed out` or `too large`, what was read of it before is kept, and the next is read.
class ConfinedReading {
public:
    using ReadFile = std::function<void(const InputFile& file, const TakeFinding& take)>;

    /// `read_file`: what the process does. Throws IoError where there can be no process.
    explicit ConfinedReading(ReadFile read_file, const HelperProcess::Limits& limits = {});

    /// Reads one file. False where `take` wanted no more. Throws IoError where the input cannot be read further.
    bool read(const InputFile& file, const TakeFinding& take);

private:
    HelperProcess::Limits limits_;
    HelperProcess helper_;
};

}  // namespace dateline
