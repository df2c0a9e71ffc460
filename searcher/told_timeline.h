#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/dates/time_interval.h"
#include "searcher/mention_sentence.h"

/// What the articles of an answer say happened when.
namespace dateline {

enum class ToldOrder : std::uint8_t { support, date };

/// A day, month, year or other time that matching articles speak of.
struct ToldDate {
    std::string value;  ///< as TIMEX3 writes it: `2002-09-17`, `2002-09`, `197`; times of day count as their day
    TimeInterval time;
    std::uint64_t articles = 0;  ///< that speak of it, exact
    std::uint64_t as_news = 0;   ///< of these, published on that day or the next: their own news
    double support = 0;          ///< see tell_times.cpp
    MentionSentence sentence;    ///< the best of them
    MentionSource source;        ///< the article it is from
};

/// The best supported times of an answer.
struct ToldTimeline {
    std::string query;
    std::string interpreted;
    std::uint64_t total = 0;       ///< articles that match, exact
    std::uint64_t with_dates = 0;  ///< of these, that speak of any day, month or year
    std::uint64_t times = 0;       ///< different ones they speak of
    bool exact = true;             ///< false where the answer was relaxed
    std::vector<ToldDate> dates;   ///< most supported first, or by time
    std::vector<std::string> notes;
    std::int64_t elapsed_us = 0;
};

}  // namespace dateline
