#pragma once

#include <string>

#include "common/article.h"

namespace dateline {

/// `content-` and 32 hexadecimal digits, XXH3-128 of title, lead and body: the same text has the same id wherever it
/// is found. Ids live in indexes, so what is hashed never changes.
std::string content_id(const Article& article);

}  // namespace dateline
