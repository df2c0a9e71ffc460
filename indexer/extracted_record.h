#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/entity.h"

namespace dateline {

/// What a record has beside the article itself; what is switched off is an empty list.
struct RecordOptions {
    bool mentions = true;          ///< the times that the body speaks of
    std::vector<Entity> entities;  ///< the names found in the body, in its order
};

/// The record `indexer extract` prints for an article: one JSON object without a line feed (docs/formats.md).
std::string extracted_record(const Article& article, const RecordOptions& options = {});

}  // namespace dateline
