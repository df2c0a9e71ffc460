#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// Markdown, and plain text with front matter: one article a file.
class MarkdownReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
