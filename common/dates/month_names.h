#pragma once

#include <optional>
#include <string_view>

namespace dateline {

/// The month (1..12) a lower-case word names in any of the languages known, nothing for other words. Abbreviations
/// come without their dot. Two names of one language written in two words (Levantine Arabic) are joined by one blank.
std::optional<unsigned> month_named(std::string_view lower_case_word);
/// Whether a lower-case word names a day of the week.
bool is_weekday(std::string_view lower_case_word);

}  // namespace dateline
