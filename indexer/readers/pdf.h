#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// PDF of one printed page or article. Its text is that of a page copied by hand, which the story room takes apart;
/// the day comes from what the page says, never from when the file was made. A child process reads the file, with
/// bounded time and memory.
class PdfReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
