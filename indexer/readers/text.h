#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// Plain text: one input is one article, the text of a page as copied from a browser. What is title, body and the rest
/// is told apart by the story room.
class TextReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
