#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/text/analyzer.h"

/// A slow evaluator of queries over plain texts, which shares nothing with the engine but the Analyzer: what the engine
/// must agree with.
namespace dateline::tests {

struct RefNode;
using RefPtr = std::shared_ptr<const RefNode>;

struct RefNode {
    enum class Kind {
        stemmed,   ///< text: one word
        folded,    ///< text: one word
        literal,   ///< text: one word
        wildcard,  ///< text: folded, with * and ?
        row,       ///< children in a row
        stretch,   ///< children within `number`
        near,      ///< two children
        either,
        all,
        except,       ///< the first without the second
        in_field,     ///< text: title, lead, body, caption, hlead
        at_least,     ///< number
        first_words,  ///< number
        caps,
        all_caps,
        no_caps,
        longer,  ///< more words in lead and body than number
        year,    ///< published in the year `number`
    };
    Kind kind = Kind::stemmed;
    std::string text{};
    std::uint32_t number = 0;
    char reach = 'w';  ///< of near: w words, s sentence, p paragraph
    bool ordered = false;
    bool negated = false;
    std::vector<RefPtr> children{};

    bool is_positional() const;
    /// As the query language writes it, with parentheses wherever they may stand.
    std::string written() const;
};

/// First and last+1 of the words of an article, counted over title, lead, body and captions.
using RefSpan = std::pair<std::uint32_t, std::uint32_t>;

class RefArticle {
public:
    /// The article has a lead of its own, so that lead and body are what they are called.
    RefArticle(const Article& article, const Analyzer& analyzer);

    bool matches(const RefNode& node) const;
    /// The places of words and phrases that take part in a match.
    std::set<RefSpan> marks(const RefNode& node) const;

private:
    struct Word {
        std::string folded;
        std::string literal;
        std::string stem;
        std::string field;
        int sentence = 0;
        int paragraph = 0;
    };
    struct Scope {
        std::set<std::string> fields{"title", "lead", "body", "caption"};
        std::set<RefNode::Kind> letter_cases;  ///< caps, all_caps, no_caps
    };

    void add(std::string_view text, const std::string& field);
    std::set<RefSpan> spans(const RefNode& node, const Scope& scope) const;
    void mark(const RefNode& node, const Scope& scope, const std::set<RefSpan>& wanted, std::set<RefSpan>& out) const;
    bool is_word(std::uint32_t at, const RefNode& node, const Scope& scope) const;
    bool is_near(const RefNode& near, RefSpan a, RefSpan b) const;
    bool in_one_text(std::uint32_t a, std::uint32_t b) const;
    bool matches(const RefNode& node, const Scope& scope) const;
    std::set<RefSpan> marks(const RefNode& node, const Scope& scope) const;
    static Scope inner(const RefNode& node, Scope scope);

    const Analyzer& analyzer_;
    std::string language_;
    std::optional<int> year_;
    std::vector<Word> words_;
    int sentence_ = 0;
    int paragraph_ = 0;
};

}  // namespace dateline::tests
