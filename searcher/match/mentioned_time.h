#pragma once

#include <span>
#include <vector>

#include "common/date.h"
#include "common/dates/time_interval.h"
#include "common/index/segment.h"
#include "searcher/match/cursor.h"

/// Articles by the times they speak of.
namespace dateline {

/// How near a time that a text speaks of comes to the days that are asked for, from 0 to 1:
///
///     (days of both / days spoken of) / (1 + log2(days spoken of))
///
/// so that a day in them counts 1, a month 0.17, a year 0.1, and what reaches beyond them as much less as it does. 0
/// where it has no day of them, and where it says too little of them: longer than most_times_longer times what is
/// asked, or a century where less than one is asked. `asked` has whole days, its open sides as in query::DateRange.
double closeness(const TimeInterval& spoken_of, Interval asked);
inline constexpr double most_times_longer = 31;

/// The same for all values of a column, by their numbers; 0 for what names no days: durations, `PAST_REF`.
std::vector<double> closeness_of_values(const KeywordColumn& column, Interval asked);

/// Articles that speak of certain days. The closest mention decides the score, and how many different ones there are
/// among equals: 2 * (closeness + (1 - 1 / different ones) / 100).
class MentionedTimeCursor : public Cursor {
public:
    MentionedTimeCursor(const IndexSegment& segment, Interval asked);

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override;
    bool contains(std::uint32_t row) override;
    double score() const override { return score_; }
    std::uint64_t cost() const override { return articles_; }

private:
    bool look_at(std::uint32_t row);

    const KeywordColumn& column_;
    std::uint32_t articles_;
    std::vector<double> closeness_;
    double score_ = 0;
};

/// Articles that speak of no day, month, year or other time that has days.
class TimelessCursor : public Cursor {
public:
    explicit TimelessCursor(const IndexSegment& segment);

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override;
    bool contains(std::uint32_t row) override;
    std::uint64_t cost() const override { return articles_; }

private:
    bool is_timeless(std::uint32_t row) const;

    const KeywordColumn& column_;
    std::uint32_t articles_;
    std::vector<bool> has_days_;
};

}  // namespace dateline
