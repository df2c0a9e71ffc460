#pragma once

#include <optional>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// The credit a line consists of: `Image: picture-alliance/dpa`, `(NASA/JPL)`, `Photo by Ann Lee`, `Getty Images`.
/// Nothing for other lines.
std::optional<std::string> credit_of_line(std::string_view line);

/// "Ann Lee/Example News", "Ann Lee | Example News": who took a picture, or wrote, and for whom.
bool is_name_and_outlet(std::string_view line);

/// A caption that its own wording shows: with a label in front ("Legende:", "▲"), or with a credit at its end
/// ("Photograph: AP", "(Image credit: NASA)", "[CERN]"). Nothing for other lines.
std::optional<Caption> caption_of_line(std::string_view line);

/// A line known to be a caption, taken apart.
Caption split_caption(std::string_view line);

}  // namespace dateline
