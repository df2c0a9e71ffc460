#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"

namespace dateline {

/// Where a phrase appears first: the earliest article of each source.
struct FirstAppearances {
    std::string interpreted;  ///< the phrase as it was searched
    std::uint64_t articles = 0;
    std::uint64_t sources = 0;    ///< each article without a known source counts as one
    std::vector<Result> dated;    ///< one a source, by date of publication; `rank` counts them
    std::vector<Result> undated;  ///< of sources, in the order of their ids; they may be earlier than all others
    bool more_dated = false;      ///< there are more than were asked for
    bool more_undated = false;
    std::vector<std::string> notes;
};

/// The phrase is what stands between quotes, with its wildcards and alternatives; quotes around it are its own.
/// Exact: nothing is relaxed. `limit` is the most articles of each list. The source is the article's, else the host
/// of its address; articles with neither are each their own. Throws query::QueryError.
FirstAppearances find_first(Searcher& searcher, std::string_view phrase, const Request& request);

/// For people, and as one JSON object (docs/formats.md).
std::string first_as_text(const FirstAppearances& first, std::size_t width, bool colours);
std::string first_as_json(const FirstAppearances& first);

}  // namespace dateline
