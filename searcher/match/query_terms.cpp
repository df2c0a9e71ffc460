#include "searcher/match/query_terms.h"

namespace dateline {
namespace {

std::vector<QueryToken> tokens_of(std::string_view text, const Analyzer& analyzer) {
    std::vector<QueryToken> tokens;
    for (Token& token : analyzer.tokens(text)) {
        const Segment& place = token.place;
        tokens.push_back(
            {std::string(text.substr(place.begin, place.end - place.begin)), std::move(token.folded), place.character});
    }
    return tokens;
}

/// A run of characters, cut into leaves at ICU's dictionary words.
void add_dictionary_words(std::vector<QueryToken> run, const Analyzer& analyzer, std::vector<QueryLeaf>& leaves) {
    std::string text;
    for (const QueryToken& token : run) text += token.literal;
    std::size_t next = 0;
    for (const std::uint32_t length : analyzer.dictionary_word_lengths(text)) {
        QueryLeaf leaf{{}, query::Exactness::folded};
        for (std::size_t bytes = 0; bytes < length && next < run.size(); ++next) {
            bytes += run[next].literal.size();
            leaf.tokens.push_back(std::move(run[next]));
        }
        if (!leaf.tokens.empty()) leaves.push_back(std::move(leaf));
    }
}

}  // namespace

std::vector<QueryLeaf> leaves_of(const query::Word& word, const Analyzer& analyzer) {
    std::vector<QueryToken> tokens = tokens_of(word.text, analyzer);
    std::vector<QueryLeaf> leaves;
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t end = i + 1;
        while (end < tokens.size() && tokens[end].character == tokens[i].character) ++end;
        const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(i);
        const auto last = tokens.begin() + static_cast<std::ptrdiff_t>(end);
        std::vector<QueryToken> run(std::make_move_iterator(first), std::make_move_iterator(last));
        if (run.front().character && word.exactness == query::Exactness::stemmed) {
            add_dictionary_words(std::move(run), analyzer, leaves);
        } else {
            const bool several = run.size() > 1 && word.exactness == query::Exactness::stemmed;
            leaves.push_back({std::move(run), several ? query::Exactness::folded : word.exactness});
        }
        i = end;
    }
    return leaves;
}

QueryLeaf leaf_of(const query::Phrase& phrase, const Analyzer& analyzer) {
    return {tokens_of(phrase.text, analyzer), phrase.exactness};
}

}  // namespace dateline
