#pragma once

#include <span>
#include <string>

#include "common/article.h"
#include "common/index/mention.h"

namespace dateline {

/// The record `indexer extract` prints for an article: one JSON object without a line feed (docs/formats.md).
/// `mentions`: what was found in its texts, of which those of the body are printed.
std::string extracted_record(const Article& article, std::span<const Mention> mentions = {});

}  // namespace dateline
