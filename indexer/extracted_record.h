#pragma once

#include <string>

#include "common/article.h"

namespace dateline {

/// The record `indexer extract` prints for an article: one JSON object without a line feed (docs/formats.md).
std::string extracted_record(const Article& article);

}  // namespace dateline
