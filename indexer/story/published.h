#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"

namespace dateline {

/// The date of publication among the dates a format states (where, as written), in their order: the first that can be
/// read, made more exact by a later one that names the same day with its time. Texts that are no date are added to
/// `warnings`.
std::optional<Published> published_of(const std::vector<std::pair<std::string, std::string>>& date_texts,
                                      std::vector<std::string>& warnings);

}  // namespace dateline
