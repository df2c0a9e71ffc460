#include "indexer/story/published.h"

#include "common/dates/written_date.h"

namespace dateline {

namespace {

std::optional<Date> date_in(const std::string& text) {
    if (const auto date = parse_written_date(text)) {
        return date;
    }
    const auto found = find_written_date(text);
    return found ? std::optional(found->date) : std::nullopt;
}

bool refines(const Date& later, const Date& first) {
    return later.precision > first.precision && first.precision == Precision::day &&
           day_number(later) == day_number(first);
}

}  // namespace

std::optional<Published> published_of(const std::vector<std::pair<std::string, std::string>>& date_texts,
                                      std::vector<std::string>& warnings) {
    std::optional<Published> published;
    for (const auto& [where, text] : date_texts) {
        const auto date = date_in(text);
        if (!date) {
            warnings.push_back("no date, or one out of range: \"" + text + "\" (" + where + ")");
        } else if (!published || refines(*date, published->date)) {
            published = Published{*date, where};
        }
    }
    return published;
}

}  // namespace dateline
