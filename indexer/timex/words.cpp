#include "indexer/timex/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::timex {

namespace {

constexpr std::uint32_t capital_month = month | capital;
constexpr std::uint32_t short_month = month | capital | abbreviation;
constexpr std::uint32_t full_weekday = weekday | capital;
constexpr std::uint32_t hour_word = count_word | small_number;

constexpr int of(Unit unit) { return static_cast<int>(unit); }

/// Words with a class or a number.
constexpr auto classed_words = std::to_array<Word>({
    Word{"", 0, 0},

    Word{"#up_to_12", count_word | number | day_number | hour, 0},
    Word{"#up_to_24", count_word | number | day_number | hour, 0},
    Word{"#up_to_31", count_word | number | day_number, 0},
    Word{"#number", count_word | number, 0},
    Word{"#year", count_word | number | year, 0},
    Word{"#decade", decade, 0},
    Word{"#ordinal", ordinal, 0},
    Word{"#day_ordinal", ordinal | day_number, 0},
    Word{"#several", count_word | vague, 0},

    Word{",", 0, 0},
    Word{".", 0, 0},
    Word{"-", 0, 0},
    Word{"/", 0, 0},
    Word{":", 0, 0},
    Word{"'", 0, 0},
    Word{"'s", 0, 0},
    Word{"$", 0, 0},

    Word{"january", capital_month, 1},
    Word{"february", capital_month, 2},
    Word{"march", capital_month, 3},
    Word{"april", capital_month, 4},
    Word{"may", capital_month, 5},
    Word{"june", capital_month, 6},
    Word{"july", capital_month, 7},
    Word{"august", capital_month, 8},
    Word{"september", capital_month, 9},
    Word{"october", capital_month, 10},
    Word{"november", capital_month, 11},
    Word{"december", capital_month, 12},
    Word{"jan", short_month, 1},
    Word{"feb", short_month, 2},
    Word{"mar", short_month, 3},
    Word{"apr", short_month, 4},
    Word{"jun", short_month, 6},
    Word{"jul", short_month, 7},
    Word{"aug", short_month, 8},
    Word{"sep", short_month, 9},
    Word{"sept", short_month, 9},
    Word{"oct", short_month, 10},
    Word{"nov", short_month, 11},
    Word{"dec", short_month, 12},

    Word{"monday", full_weekday, 1},
    Word{"tuesday", full_weekday, 2},
    Word{"wednesday", full_weekday, 3},
    Word{"thursday", full_weekday, 4},
    Word{"friday", full_weekday, 5},
    Word{"saturday", full_weekday, 6},
    Word{"sunday", full_weekday, 7},
    Word{"mon", full_weekday | abbreviation, 1},
    Word{"tue", full_weekday | abbreviation, 2},
    Word{"tues", full_weekday | abbreviation, 2},
    Word{"wed", full_weekday | abbreviation, 3},
    Word{"thu", full_weekday | abbreviation, 4},
    Word{"thur", full_weekday | abbreviation, 4},
    Word{"thurs", full_weekday | abbreviation, 4},
    Word{"fri", full_weekday | abbreviation, 5},
    Word{"sat", full_weekday | abbreviation, 6},
    Word{"sun", full_weekday | abbreviation, 7},

    Word{"second", ordinal, 2},
    Word{"seconds", units, of(Unit::second)},
    Word{"minute", unit, of(Unit::minute)},
    Word{"minutes", units, of(Unit::minute)},
    Word{"hour", unit, of(Unit::hour)},
    Word{"hours", units, of(Unit::hour)},
    Word{"day", unit, of(Unit::day)},
    Word{"days", units, of(Unit::day)},
    Word{"week", unit, of(Unit::week)},
    Word{"weeks", units, of(Unit::week)},
    Word{"month", unit, of(Unit::month)},
    Word{"months", units, of(Unit::month)},
    Word{"quarter", unit, of(Unit::quarter)},
    Word{"quarters", units, of(Unit::quarter)},
    Word{"year", unit, of(Unit::year)},
    Word{"years", units, of(Unit::year)},
    Word{"decade", unit, of(Unit::decade)},
    Word{"decades", units, of(Unit::decade)},
    Word{"century", unit, of(Unit::century)},
    Word{"centuries", units, of(Unit::century)},
    Word{"weekend", unit, of(Unit::weekend)},
    Word{"weekends", units, of(Unit::weekend)},

    Word{"morning", part_of_day, 0},
    Word{"afternoon", part_of_day, 1},
    Word{"evening", part_of_day, 2},
    Word{"night", part_of_day, 3},

    Word{"q1", quarter_code | capital, 1},
    Word{"q2", quarter_code | capital, 2},
    Word{"q3", quarter_code | capital, 3},
    Word{"q4", quarter_code | capital, 4},

    Word{"spring", season, 0},
    Word{"summer", season, 1},
    Word{"fall", season, 2},
    Word{"autumn", season, 2},
    Word{"winter", season, 3},

    Word{"one", hour_word, 1},
    Word{"two", hour_word, 2},
    Word{"three", hour_word, 3},
    Word{"four", hour_word, 4},
    Word{"five", hour_word, 5},
    Word{"six", hour_word, 6},
    Word{"seven", hour_word, 7},
    Word{"eight", hour_word, 8},
    Word{"nine", hour_word, 9},
    Word{"ten", hour_word, 10},
    Word{"eleven", hour_word, 11},
    Word{"twelve", hour_word, 12},
    Word{"thirteen", count_word, 13},
    Word{"fourteen", count_word, 14},
    Word{"fifteen", count_word, 15},
    Word{"sixteen", count_word, 16},
    Word{"seventeen", count_word, 17},
    Word{"eighteen", count_word, 18},
    Word{"nineteen", count_word, 19},
    Word{"twenty", count_word, 20},
    Word{"thirty", count_word, 30},
    Word{"forty", count_word, 40},
    Word{"fifty", count_word, 50},
    Word{"sixty", count_word, 60},
    Word{"seventy", count_word, 70},
    Word{"eighty", count_word, 80},
    Word{"ninety", count_word, 90},
    Word{"several", count_word | vague, 0},
    Word{"many", count_word | vague, 0},
    Word{"hundred", 0, 100},
    Word{"thousand", 0, 1000},
    Word{"million", 0, 1000000},
    Word{"billion", 0, 1000000000},
    Word{"dozen", 0, 12},
    Word{"couple", 0, 2},
    Word{"few", 0, 0},
    Word{"half", 0, 0},

    Word{"first", ordinal, 1},
    Word{"third", ordinal, 3},
    Word{"fourth", ordinal, 4},
    Word{"fifth", ordinal, 5},
    Word{"sixth", ordinal, 6},
    Word{"seventh", ordinal, 7},
    Word{"eighth", ordinal, 8},
    Word{"ninth", ordinal, 9},
    Word{"tenth", ordinal, 10},
    Word{"eleventh", ordinal, 11},
    Word{"twelfth", ordinal, 12},
    Word{"thirteenth", ordinal, 13},
    Word{"fourteenth", ordinal, 14},
    Word{"fifteenth", ordinal, 15},
    Word{"sixteenth", ordinal, 16},
    Word{"seventeenth", ordinal, 17},
    Word{"eighteenth", ordinal, 18},
    Word{"nineteenth", ordinal, 19},
    Word{"twentieth", ordinal, 20},

    Word{"twenties", decade, 2},
    Word{"thirties", decade, 3},
    Word{"forties", decade, 4},
    Word{"fifties", decade, 5},
    Word{"sixties", decade, 6},
    Word{"seventies", decade, 7},
    Word{"eighties", decade, 8},
    Word{"nineties", decade, 9},

    Word{"christmas", holiday | capital, 0},
    Word{"thanksgiving", holiday | capital, 1},
    Word{"easter", holiday | capital, 2},
    Word{"halloween", holiday | capital, 3},
    Word{"labor", feast | capital, 4},
    Word{"memorial", feast | capital, 5},
    Word{"independence", feast | capital, 6},
    Word{"veterans", feast | capital, 7},
    Word{"boxing", feast | capital, 8},
    Word{"columbus", feast | capital, 9},
    Word{"election", feast | capital, 10},
    Word{"valentine", feast | capital, 11},

    Word{"est", zone, 0},
    Word{"edt", zone, 0},
    Word{"cst", zone, 0},
    Word{"cdt", zone, 0},
    Word{"mst", zone, 0},
    Word{"mdt", zone, 0},
    Word{"pst", zone, 0},
    Word{"pdt", zone, 0},
    Word{"gmt", zone, 0},
    Word{"utc", zone, 0},
    Word{"bst", zone, 0},
    Word{"cet", zone, 0},
    Word{"cest", zone, 0},
    Word{"et", zone, 0},
    Word{"pt", zone, 0},
    Word{"ct", zone, 0},

    Word{"early", edge, 0},
    Word{"late", edge, 0},
    Word{"mid", edge, 0},

    Word{"daily", adverb_set, of(Unit::day)},
    Word{"nightly", adverb_set, of(Unit::day)},
    Word{"weekly", adverb_set, of(Unit::week)},
    Word{"monthly", adverb_set, of(Unit::month)},
    Word{"hourly", adverb_set, of(Unit::hour)},
    Word{"yearly", adverb_set, of(Unit::year)},
    Word{"annually", adverb_set, of(Unit::year)},

    Word{"in", preposition, 0},
    Word{"on", preposition, 0},
    Word{"of", preposition, 0},
    Word{"by", preposition, 0},
    Word{"since", preposition, 0},
    Word{"until", preposition, 0},
    Word{"till", preposition, 0},
    Word{"from", preposition, 0},
    Word{"through", preposition, 0},
    Word{"throughout", preposition, 0},
    Word{"during", preposition, 0},
    Word{"after", preposition, 0},
    Word{"before", preposition, 0},
    Word{"between", preposition, 0},
    Word{"to", preposition, 0},
    Word{"for", preposition, 0},
    Word{"around", preposition, 0},
    Word{"about", preposition, 0},
    Word{"over", preposition, 0},
    Word{"within", preposition, 0},
    Word{"into", preposition, 0},

    Word{"mondays", weekdays | capital, 1},
    Word{"tuesdays", weekdays | capital, 2},
    Word{"wednesdays", weekdays | capital, 3},
    Word{"thursdays", weekdays | capital, 4},
    Word{"fridays", weekdays | capital, 5},
    Word{"saturdays", weekdays | capital, 6},
    Word{"sundays", weekdays | capital, 7},
});

/// Words that patterns name as they are.
constexpr std::array<std::string_view, 123> plain_words{
    "time",      "fy",          "moment",     "and",       "or",        "at",
    "a",         "an",          "the",        "this",      "that",      "these",
    "last",      "past",        "previous",   "preceding", "prior",     "next",
    "coming",    "following",   "upcoming",   "current",   "same",      "latest",
    "recent",    "most",        "more",       "less",      "fewer",     "than",
    "least",     "up",          "nearly",     "almost",    "roughly",   "approximately",
    "some",      "another",     "additional", "full",      "entire",    "whole",
    "each",      "every",       "all",        "per",       "once",      "twice",
    "times",     "ago",         "earlier",    "later",     "hence",     "now",
    "today",     "tonight",     "yesterday",  "tomorrow",  "overnight", "currently",
    "presently", "nowadays",    "recently",   "lately",    "soon",      "possible",
    "right",     "as",          "so",         "future",    "near",      "foreseeable",
    "short",     "long",        "rest",       "remainder", "distant",   "term",
    "period",    "fiscal",      "beginning",  "start",     "middle",    "end",
    "close",     "ended",       "ending",     "ends",      "be",        "beyond",
    "spent",     "spend",       "spending",   "took",      "take",      "takes",
    "lasted",    "lasts",       "lasting",    "spanning",  "follows",   "waited",
    "leading",   "consecutive", "straight",   "will",      "when",      "eve",
    "new",       "good",        "old",        "noon",      "midday",    "midnight",
    "am",        "pm",          "o'clock",    "turn",      "someday",   "corresponding",
    "ahead",     "other",       "its"};

constexpr std::size_t all_words = classed_words.size() + plain_words.size();
static_assert(all_words < max_words);

constexpr std::array<Word, all_words> word_table = [] {
    std::array<Word, all_words> words{};
    std::ranges::copy(classed_words, words.begin());
    for (std::size_t i = 0; i < plain_words.size(); ++i) words.at(classed_words.size() + i).text = plain_words.at(i);
    return words;
}();

/// The words by a hash of their spelling, in twice as many slots as there may be words.
class WordIndex {
public:
    WordIndex() {
        for (std::size_t id = 1; id < word_table.size(); ++id) {
            std::size_t slot = hash(word_table.at(id).text) % slots_.size();
            while (slots_.at(slot) != no_word) slot = (slot + 1) % slots_.size();
            slots_.at(slot) = static_cast<WordId>(id);
        }
    }

    WordId find(std::string_view text) const {
        for (std::size_t slot = hash(text) % slots_.size();; slot = (slot + 1) % slots_.size()) {
            const WordId id = slots_[slot];
            if (id == no_word || word_table[id].text == text) return id;
        }
    }

private:
    /// FNV-1a.
    static std::size_t hash(std::string_view text) {
        std::uint32_t value = 2166136261U;
        for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
        return value ^ (value >> 15U);
    }

    std::array<WordId, std::size_t{4} * max_words> slots_{};
};

constexpr WordId id_of(std::string_view text) {
    for (std::size_t id = 0; id < word_table.size(); ++id) {
        if (word_table.at(id).text == text) return static_cast<WordId>(id);
    }
    return no_word;
}

}  // namespace

namespace number_word {
const WordId up_to_12 = id_of("#up_to_12");
const WordId up_to_24 = id_of("#up_to_24");
const WordId up_to_31 = id_of("#up_to_31");
const WordId other = id_of("#number");
const WordId year = id_of("#year");
const WordId decade = id_of("#decade");
const WordId ordinal = id_of("#ordinal");
const WordId day_ordinal = id_of("#day_ordinal");
const WordId several = id_of("#several");
}  // namespace number_word

std::size_t word_count() { return word_table.size(); }

const Word& word(WordId id) { return word_table[id]; }

WordId find_word(std::string_view lower_case) {
    static const WordIndex index;
    return index.find(lower_case);
}

std::optional<std::uint32_t> word_class_named(std::string_view name) {
    using Named = std::pair<std::string_view, std::uint32_t>;
    constexpr std::array names{
        Named{"COUNT", count_word},
        Named{"NUMBER", number},
        Named{"ORDINAL", ordinal},
        Named{"MONTH", month},
        Named{"WEEKDAY", weekday},
        Named{"UNIT", unit},
        Named{"UNITS", units},
        Named{"PART", part_of_day},
        Named{"SEASON", season},
        Named{"HOLIDAY", holiday},
        Named{"ZONE", zone},
        Named{"DAY", day_number},
        Named{"HOUR", hour},
        Named{"YEAR", year},
        Named{"DECADE", decade},
        Named{"PREPOSITION", preposition},
        Named{"OFTEN", adverb_set},
        Named{"EDGE", edge},
        Named{"HOURWORD", small_number},
        Named{"WEEKDAYS", weekdays},
        Named{"FEAST", feast},
        Named{"QUARTERCODE", quarter_code},
    };
    const auto* const found = std::ranges::find(names, name, &Named::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace dateline::timex
