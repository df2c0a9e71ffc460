#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searcher/match/matcher.h"
#include "searcher/match/planner.h"
#include "searcher/query/ast.h"

/// The words that tell most of what articles are about, for feedback expansion and for related articles.
namespace dateline {

struct InformativeWord {
    std::string text;   ///< the form most frequent in the articles; it is asked for stemmed
    double weight = 0;  ///< of all words given, the weights sum to 1
};

/// A word's weight is the sum over the articles a of  P(a) * w / (w + 1.5) * idf,  where w is how often any of its
/// forms stands in a, each field counted by its weight, and P(a) is e to the power of a's score, so scaled that all sum
/// to 1. That is the relevance model of Lavrenko and Croft (Relevance-Based Language Models, 2001: P(a) is how likely
/// the query is by the article, and a sum of logarithms is what BM25 scores are) with the term weight of BM25 in place
/// of relative frequency. Left out: words in more than a tenth of all articles, words of one or two letters, numbers,
/// and scripts without blanks, whose single characters tell little.
struct InformativeParameters {
    std::size_t most_words = 20;
    double saturation = 1.5;
    double most_frequent = 0.1;  ///< share of all articles
    /// Whether the weight given has the idf, which the words are chosen by in any case. Where words are asked for,
    /// their scores have it once more: then one rare name outweighs the story.
    bool idf_in_weight = true;
    /// title, lead, body, caption
    std::array<double, text_field_count> weight{1, 1, 1, 1};
};

/// The best words first; equal ones by byte order. Reads the articles' texts.
std::vector<InformativeWord> informative_words(std::span<const Hit> articles, MatchContext& context,
                                               const InformativeParameters& parameters);

/// An Or of the words, each boosted by its weight times `factor`; null where there is no word.
query::NodePtr any_of_words(std::span<const InformativeWord> words, double factor);

}  // namespace dateline
