#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The words that English speaks of time with, each with the classes it belongs to.
namespace dateline::timex {

/// A set of these is a bit mask. A pattern (pattern.h) names them as they are called here, in capitals.
enum WordClass : std::uint32_t {
    count_word = 1U << 0U,     ///< COUNT: one, twelve, hundred, 3, 1,200, a few: how many
    number = 1U << 1U,         ///< NUMBER: digits
    ordinal = 1U << 2U,        ///< ORDINAL: first, 21st
    month = 1U << 3U,          ///< MONTH
    weekday = 1U << 4U,        ///< WEEKDAY
    unit = 1U << 5U,           ///< UNIT: day, year
    units = 1U << 6U,          ///< UNITS: days, years
    part_of_day = 1U << 7U,    ///< PART: morning, night
    season = 1U << 8U,         ///< SEASON
    holiday = 1U << 9U,        ///< HOLIDAY: Christmas
    zone = 1U << 10U,          ///< ZONE: GMT, EST
    day_number = 1U << 11U,    ///< DAY: 1 to 31 in digits, 21st
    hour = 1U << 12U,          ///< HOUR: 0 to 24 in digits
    year = 1U << 13U,          ///< YEAR: four digits from 1000 to 2199, nineteen ninety-six
    decade = 1U << 14U,        ///< DECADE: 1970s, '70s, seventies
    preposition = 1U << 15U,   ///< PREPOSITION: what stands before dates: in, since, until
    abbreviation = 1U << 16U,  ///< takes a full stop: Nov., Tues.
    capital = 1U << 17U,       ///< means time only with a capital: March, Sun
    adverb_set = 1U << 18U,    ///< OFTEN: daily, hourly
    edge = 1U << 19U,          ///< EDGE: early, late, mid
    small_number = 1U << 20U,  ///< HOURWORD: one to twelve in letters
    vague = 1U << 21U,         ///< with COUNT: of no number: several, a few
    weekdays = 1U << 22U,      ///< WEEKDAYS: Mondays
    feast = 1U << 23U,         ///< FEAST: Labor, Boxing: what makes a holiday with "Day" behind it
    quarter_code = 1U << 24U,  ///< QUARTERCODE: Q1 to Q4
};

enum class Unit : std::uint8_t { second, minute, hour, day, week, month, quarter, year, decade, century, weekend };

struct Word {
    std::string_view text;  ///< in lower case
    std::uint32_t classes = 0;
    int value = 0;  ///< number of a month, weekday (Monday is 1), count, Unit, Season
};

/// A number that stands for a word: its place in the table. 0 is any word that is not in it.
using WordId = std::uint16_t;

inline constexpr WordId no_word = 0;
inline constexpr std::size_t max_words = 512;  ///< bits of a set of words

std::size_t word_count();
const Word& word(WordId id);
/// By its spelling in lower case; `no_word` where it is none of the table's.
WordId find_word(std::string_view lower_case);

/// Stand-ins for numbers, which are too many for a table. Their `value` means nothing.
namespace number_word {
extern const WordId up_to_12;
extern const WordId up_to_24;
extern const WordId up_to_31;
extern const WordId other;
extern const WordId year;
extern const WordId decade;
extern const WordId ordinal;
extern const WordId day_ordinal;
extern const WordId several;
}  // namespace number_word

/// The classes by the name a pattern calls them.
std::optional<std::uint32_t> word_class_named(std::string_view name);

}  // namespace dateline::timex
