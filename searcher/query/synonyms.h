#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/ast.h"

/// Words that mean the same, from a file that people edit, put into the tree of a query.
///
///     # one list a line
///     uk = united kingdom = britain
///     {US} = united states = america
///
/// Each side is a word or a phrase, compared folded; in braces it is compared, and added, as written. A query word, or
/// words side by side, that are one side of a list find the others too: `uk economy` is read as
/// `(uk OR "united kingdom" OR britain) economy`. What was written stays one of the alternatives, so nothing is lost.
/// Phrases, what is asked as written (`=`, braces, CAPS), wildcards and values of fields stay as they are: who quotes
/// means these very words.
namespace dateline::query {

/// A file of synonyms that cannot be understood: names file, line and column.
class SynonymsError : public UsageError {
public:
    using UsageError::UsageError;
};

class Synonyms {
public:
    /// One side of a list.
    struct Side {
        std::string text;      ///< as it stands in the file, blanks squeezed, without braces
        bool literal = false;  ///< stood in braces

        bool operator==(const Side&) const = default;
    };

    /// Reads the text of a file; `name` is what errors call it. Throws SynonymsError.
    static Synonyms parse(std::string_view text, const std::string& name);
    /// The same of a file. Throws IoError where it cannot be read.
    static Synonyms read(const std::filesystem::path& path);

    bool empty() const { return lists_.empty(); }
    /// How many words the longest side has.
    std::size_t most_words() const { return most_words_; }
    /// The other sides of all lists in which these words, as written in the query, are a side; in the order of the
    /// file, none twice.
    std::vector<Side> others_of(const std::vector<std::string_view>& words) const;

private:
    void add_list(std::vector<Side> sides);

    std::vector<std::vector<Side>> lists_;
    std::multimap<std::string, std::size_t, std::less<>> lists_of_;  ///< by folded side
    std::size_t most_words_ = 0;
};

/// A tree with its synonyms, and sentences that name those that were put in.
struct WithSynonyms {
    NodePtr tree;
    std::vector<std::string> notes{};
};

/// The tree with alternatives in place of words that have synonyms. The longest run of words counts; where runs
/// overlap, the first.
WithSynonyms with_synonyms(const Node& tree, const Synonyms& synonyms);

}  // namespace dateline::query
