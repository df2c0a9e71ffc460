#include "indexer/readers/publication_status.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "common/dates/written_date.h"
#include "common/text/ascii.h"

namespace dateline {

std::string why_withdrawn(std::string_view status, std::string_view id) {
    constexpr auto withdrawn = std::to_array<std::string_view>({"canceled", "cancelled", "withheld", "killed"});
    const std::string name = lower_ascii(status.substr(status.find(':') + 1));
    if (std::ranges::find(withdrawn, name) == withdrawn.end()) {
        return "";
    }
    return "its agency has withdrawn it (" + name + ")" +
           (id.empty() ? "" : "; an earlier version, if there is one, has the id " + std::string(id));
}

std::uint64_t version_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

void add_embargo(std::string_view from, std::string text, RawArticle& raw) {
    const auto end = parse_written_date(text);
    const auto first = raw.date_texts.empty() ? std::nullopt : parse_written_date(raw.date_texts.front().second);
    if (end && (!first || first->seconds < end->seconds)) {
        raw.date_texts.emplace(raw.date_texts.begin(), from, std::move(text));
    }
}

}  // namespace dateline
