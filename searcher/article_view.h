#pragma once

#include <string>

#include "common/article.h"

namespace dateline {

/// One article to read on a terminal: headline, what is known of it, text wrapped to `width` columns, captions. Control
/// characters of the text never reach the terminal. With `colours` the headline is bold.
std::string article_as_text(const Article& article, std::size_t width, bool colours);

}  // namespace dateline
