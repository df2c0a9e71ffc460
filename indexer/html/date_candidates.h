#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace dateline {

/// Days that a page may have been published on, each with how far something on the page speaks for it.
class DateCandidates {
public:
    /// Dates less exact than a day, or before there was news, are left out. The same day from the same place counts
    /// once, with its highest weight: twenty readers' comments of one day are one voice.
    void add(const Date& date, std::string from, double weight);
    /// How far all that names this very day speaks for it.
    double weight_of_day(const Date& day) const;
    bool empty() const { return candidates_.empty(); }
    /// The day with the most weight; of what speaks for it the most exact date, and the first of these.
    std::optional<Published> best() const;

private:
    struct Candidate {
        Date date;
        std::string from;
        double weight;
    };

    static double support(const Date& speaker, const Date& day);

    std::vector<Candidate> candidates_;
};

}  // namespace dateline
