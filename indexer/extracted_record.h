#pragma once

#include <string>

#include "common/article.h"

namespace dateline {

/// What a record has beside the article itself; what is switched off is an empty list.
struct RecordOptions {
    bool mentions = true;  ///< the times that the body speaks of
};

/// The record `indexer extract` prints for an article: one JSON object without a line feed (docs/formats.md).
std::string extracted_record(const Article& article, const RecordOptions& options = {});

}  // namespace dateline
