#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// What is inside archives (zip, tar, 7z) and compressed streams (gzip, bzip2, xz, zstd), one in the other: each member
/// is sniffed like a file of a folder and goes to its reader. `Input::member` names the way inside, archives and names
/// joined by slashes; a compressed stream has no name of its own. Streamed: nothing is written, nothing but a 7z inside
/// another archive is held as a whole.
///
/// Folders, links, hidden files, `__MACOSX` and `*.expected.json` are left out without a word, as in folders. What is
/// damaged, encrypted, nested too deeply or grows absurdly is skipped, and the rest still read.
class ArchiveReader : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
