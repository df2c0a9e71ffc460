#pragma once

#include <string>
#include <vector>

#include "searcher/suggestion/completion.h"

namespace dateline {

/// What may be typed next as one JSON object (docs/formats.md), with a line feed at its end.
std::string completions_as_json(const std::string& typed, const std::vector<Completion>& completions,
                                double elapsed_ms);

}  // namespace dateline
