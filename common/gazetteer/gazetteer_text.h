#pragma once

#include <string_view>

namespace dateline {

/// gazetteer/countries.tsv and gazetteer/places.tsv, built in.
extern const std::string_view countries_text;
extern const std::string_view places_text;

}  // namespace dateline
