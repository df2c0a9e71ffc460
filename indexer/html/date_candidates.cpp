#include "indexer/html/date_candidates.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace dateline {

namespace {

bool is_plausible_day(const Date& date) {
    constexpr int first_web_archive_year = 1800;
    return date.precision >= Precision::day && date.seconds >= date_of_year(first_web_archive_year).seconds;
}

}  // namespace

void DateCandidates::add(const Date& date, std::string from, double weight) {
    if (!is_plausible_day(date)) {
        return;
    }
    const auto same = std::ranges::find_if(candidates_, [&](const Candidate& candidate) {
        return candidate.from == from && day_number(candidate.date) == day_number(date);
    });
    if (same == candidates_.end()) {
        candidates_.push_back({date, std::move(from), weight});
    } else if (weight > same->weight) {
        *same = {date, std::move(from), weight};
    }
}

double DateCandidates::weight_of_day(const Date& day) const {
    double weight = 0;
    for (const Candidate& candidate : candidates_) {
        weight += day_number(candidate.date) == day_number(day) ? candidate.weight : 0;
    }
    return weight;
}

/// How far a date speaks for the day of another: fully for its own day. A moment written in UTC may be of the day
/// before or after in the zone of the page, and then speaks for that day as well where only the day is given.
double DateCandidates::support(const Date& speaker, const Date& day) {
    constexpr double in_another_zone = 0.9;
    constexpr std::int64_t west = 12 * 3600;
    constexpr std::int64_t east = 12 * 3600;
    const std::int64_t distance = day_number(day) - day_number(speaker);
    if (distance == 0) {
        return 1;
    }
    if (speaker.precision <= Precision::day || speaker.offset_minutes != 0) {
        return 0;
    }
    if (day.precision > Precision::day) {  // the same moment, written in the zone of the page
        const bool same = day.offset_minutes != 0 && std::abs(day.seconds - speaker.seconds) < 60;
        return same ? in_another_zone : 0;
    }
    const std::int64_t time = speaker.seconds - std::int64_t{day_number(speaker)} * 86400;
    const bool before = distance == -1 && time < west;
    const bool after = distance == 1 && time >= east;
    return before || after ? in_another_zone : 0;
}

std::optional<Published> DateCandidates::best() const {
    if (candidates_.empty()) {
        return std::nullopt;
    }
    double most = -1;
    std::int64_t day = 0;
    for (const Candidate& candidate : candidates_) {
        double weight = 0;
        for (const Candidate& other : candidates_) {
            weight += other.weight * support(other.date, candidate.date);
        }
        if (weight > most + 0.001) {
            most = weight;
            day = day_number(candidate.date);
        }
    }
    const Candidate* chosen = nullptr;
    for (const Candidate& candidate : candidates_) {
        if (day_number(candidate.date) == day &&
            (chosen == nullptr || candidate.date.precision > chosen->date.precision)) {
            chosen = &candidate;
        }
    }
    return Published{chosen->date, chosen->from};
}

}  // namespace dateline
