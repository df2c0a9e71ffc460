#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/mention_sentence.h"
#include "searcher/results/result_page.h"

/// What an index knows of a person, an organization, a place or another thing that articles name.
namespace dateline {

/// Another thing that is named in the same articles.
struct Companion {
    std::string name;
    std::uint64_t articles = 0;      ///< that name both, exact
    std::uint64_t all_articles = 0;  ///< that name it at all, exact
    double association = 0;          ///< log_likelihood_ratio()
};

struct CompanionsOfType {
    std::string_view type;              ///< person, org, place, misc
    std::vector<Companion> companions;  ///< the strongest first
};

/// A name as it is written.
struct WrittenForm {
    std::string text;
    std::uint64_t mentions = 0;
};

/// A thing that may have been meant instead.
struct NamedThing {
    std::string_view type;
    std::string name;
    std::uint64_t articles = 0;
};

struct EntityMention {
    MentionSource source;
    MentionSentence sentence;
};

struct EntityProfile {
    std::string name;
    std::string_view type;
    std::vector<std::string> aliases;  ///< of the file of aliases
    std::vector<WrittenForm> written;  ///< the most frequent first
    std::uint64_t articles = 0;        ///< that name it, exact
    std::uint64_t all_articles = 0;    ///< that were looked at: all, or those that match
    std::uint64_t mentions = 0;
    Timeline timeline;                   ///< of the articles that name it
    std::optional<EntityMention> first;  ///< of the dated articles; nothing where none is
    std::optional<EntityMention> latest;
    std::vector<CompanionsOfType> companions;
    std::vector<NamedThing> others;  ///< also called like what was asked for; those with most articles
    std::string interpreted;         ///< the query that says which articles count; empty for all
    std::int64_t elapsed_us = 0;
};

/// How surprising it is that two names stand in the same articles as often as they do: the log-likelihood ratio -2 log
/// lambda of Dunning (Accurate Methods for the Statistics of Surprise and Coincidence, 1993), with a minus where they
/// do so less often than by chance. Unlike the quotient of frequencies (mutual information) it does not put what occurs
/// once before what is known, and unlike the count alone it does not put what is everywhere (United States) first.
///
/// both: articles that name both; one, other: that name each; all: articles.
double log_likelihood_ratio(std::uint64_t both, std::uint64_t one, std::uint64_t other, std::uint64_t all);

}  // namespace dateline
