#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/match/planner.h"
#include "searcher/query/ast.h"
#include "searcher/results/result_page.h"

/// "Did you mean": other spellings of a query's words, from the words of the index itself and their frequencies.
///
/// A word is looked at where no article has it in any form, or hardly any. What may be meant are words one edit away,
/// of long unknown words two, and two words written as one. An edit that slips in easily (a letter left out or
/// doubled, two swapped) counts less than others, one of the first letter more: a noisy channel (Kernighan, Church,
/// Gale: A Spelling Correction Program Based on a Noisy Channel Model, 1990) whose prior is the number of articles.
/// A word that some articles do have is taken for a mistake only where one easily mistaken for it is very much more
/// frequent: names are rare and right.
namespace dateline {

/// How many articles a query finds.
using CountMatches = std::function<std::uint64_t(const std::string& query)>;

/// What may have been meant by a query that finds `total` articles as it stands; nothing where all its words are known
/// or nothing better is near. All wrong words are put right together, and the query proposed finds more articles,
/// which `count` says.
std::optional<Suggestion> suggest_spelling(const query::Node& tree, std::string_view query, std::uint64_t total,
                                           MatchContext& context, const CountMatches& count);

}  // namespace dateline
