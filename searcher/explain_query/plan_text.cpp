#include "searcher/explain_query/plan_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "common/index/terms.h"
#include "searcher/explain_query/expanded_terms.h"
#include "searcher/match/leaf_ids.h"
#include "searcher/match/query_terms.h"
#include "searcher/query/printer.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

constexpr std::string_view nothing = "<nothing>";  ///< a word that no article has
constexpr std::size_t most_words = 12;             ///< of a pattern or stem, written out

using Parts = std::vector<std::string>;

std::string joined(const Parts& parts, std::string_view between) {
    if (parts.empty()) return "";
    if (parts.size() == 1) return parts.front();
    return fmt::format("({})", fmt::join(parts, between));
}

class PlanWriter {
public:
    explicit PlanWriter(MatchContext& context) : context_(context) {}

    std::string visit(const query::Node& node) {
        const query::Node* outer = std::exchange(node_, &node);
        std::string text = std::visit(*this, node.value);
        node_ = outer;
        return text;
    }

    std::string operator()(const query::Word& word) {
        Parts all;
        bool verified = false;
        for (const QueryLeaf& leaf : leaves_of(word, context_.analyzer())) {
            all.push_back(leaf_text(leaf, false));
            verified = verified || leaf.tokens.size() > 1 || leaf.exactness == query::Exactness::literal;
        }
        if (verified) verify();
        return joined(all, " AND ");
    }
    std::string operator()(const query::Phrase& phrase) {
        const QueryLeaf leaf = leaf_of(phrase, context_.analyzer());
        if (leaf.tokens.size() > 1 || leaf.exactness == query::Exactness::literal) verify();
        return leaf_text(leaf, true);
    }
    std::string operator()(const query::Pattern& pattern) {
        const Expansion& expansion = context_.expansion(pattern);
        Parts words(expansion.words.begin(), expansion.words.end());
        return any_of(std::move(words));
    }
    std::string operator()(const query::Sequence& node) {
        verify();
        return joined(inside(node.items), " AND ");
    }
    std::string operator()(const query::Near& node) {
        verify();
        const bool verifying = std::exchange(verifying_, false);
        Parts sides{visit(*node.left)};
        if (!node.negated) sides.push_back(visit(*node.right));
        verifying_ = verifying;
        return joined(sides, " AND ");
    }
    std::string operator()(const query::Modified& node) {
        if (node.kind == query::Modified::Kind::boost) return fmt::format("{} * {}", node.value, visit(*node.child));
        verify();
        const bool verifying = std::exchange(verifying_, false);
        std::string text = visit(*node.child);
        verifying_ = verifying;
        return text;
    }
    std::string operator()(const query::DateRange& range) {
        return (range.mentioned ? "FILTER mentions:" : "FILTER date:") + (range.undated ? "none" : range.understood);
    }
    std::string operator()(const query::LengthRange& range) { return "FILTER " + query::length_text(range); }
    std::string operator()(const query::And& node) {
        Parts all;
        Parts excluded;
        for (const query::NodePtr& child : node.children) {
            const auto* negation = std::get_if<query::Not>(&child->value);
            std::string text = visit(negation != nullptr ? *negation->child : *child);
            if (!text.empty()) (negation != nullptr ? excluded : all).push_back(std::move(text));
        }
        const std::string found = joined(all, " AND ");
        return excluded.empty() ? found : fmt::format("({} AND_NOT {})", found, joined(excluded, " AND_NOT "));
    }
    std::string operator()(const query::Or& node) {
        Parts any;
        for (const query::NodePtr& child : node.children) {
            if (std::string text = visit(*child); !text.empty()) any.push_back(std::move(text));
        }
        return joined(any, " OR ");
    }
    std::string operator()(const query::Not& node) { return visit(*node.child); }
    std::string operator()(const query::Required& node) { return visit(*node.child); }
    std::string operator()(const query::InField& node) {
        if (node.filter) return "FILTER " + query::print(*node_);
        const std::string outer = std::exchange(field_, node.field);
        std::string text = visit(*node.child);
        field_ = outer;
        return text;
    }

    Parts take_verified() { return std::move(verified_); }

private:
    /// The node at hand, as asked of its field.
    void verify() {
        if (!verifying_) return;
        const std::string text = query::print(*node_);
        verified_.push_back(field_.empty() ? text : field_ + ":" + text);
    }

    Parts inside(const std::vector<query::NodePtr>& nodes) {
        const bool verifying = std::exchange(verifying_, false);
        Parts texts;
        for (const query::NodePtr& node : nodes) {
            if (std::string text = visit(*node); !text.empty()) texts.push_back(std::move(text));
        }
        verifying_ = verifying;
        return texts;
    }

    std::string term(const std::string& term, const std::string& shown) {
        if (context_.document_frequency(term) == 0) return std::string(nothing);
        return field_.empty() ? shown : fmt::format("{}[{}]", shown, field_);
    }

    std::string any_of(Parts words) {
        if (words.empty()) return std::string(nothing);
        const std::size_t all = words.size();
        if (all > most_words) words.resize(most_words);
        for (std::string& word : words) word = term(terms::word(word), word);
        if (all > most_words) words.push_back(fmt::format("... {} more", all - most_words));
        return joined(words, " OR ");
    }

    std::string leaf_text(const QueryLeaf& leaf, bool is_phrase) {
        if (leaf.tokens.size() == 1 && leaf.exactness == query::Exactness::stemmed) {
            Parts words;
            for (ExpandedWord& word : words_by_stem(leaf.tokens[0].literal, leaf.tokens[0].folded, context_))
                words.push_back(std::move(word.word));
            return any_of(std::move(words));
        }
        Parts all;
        for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
            std::string text = token_text(leaf, i, is_phrase);
            if (!text.empty() && std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
        }
        return joined(all, " AND ");
    }

    /// Characters of a script without blanks are looked up two by two; a word cut at the end of a run of them is only
    /// verified.
    std::string token_text(const QueryLeaf& leaf, std::size_t i, bool is_phrase) {
        const QueryToken& token = leaf.tokens[i];
        if (is_phrase && is_open_token(leaf, i)) return "";
        if (token.character && i + 1 < leaf.tokens.size() && leaf.tokens[i + 1].character) {
            const std::string& next = leaf.tokens[i + 1].folded;
            return term(terms::pair(token.folded, next), terms::pair(token.folded, next));
        }
        if (token.character && i > 0 && leaf.tokens[i - 1].character) return "";
        return term(terms::word(token.folded), token.folded);
    }

    MatchContext& context_;
    const query::Node* node_ = nullptr;  ///< the one being written
    std::string field_;
    bool verifying_ = true;  ///< outside of what is verified as a whole
    Parts verified_;
};

}  // namespace

PlanText plan_text(const query::Node& tree, MatchContext& context) {
    PlanWriter writer(context);
    std::string candidates = writer.visit(tree);
    if (candidates.size() > 2 && candidates.front() == '(' && candidates.back() == ')') {
        // The outermost parentheses say nothing where they belong together.
        int depth = 0;
        const bool outer = std::all_of(candidates.begin(), candidates.end() - 1, [&](char c) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            return depth > 0;
        });
        if (outer) candidates = candidates.substr(1, candidates.size() - 2);
    }
    return {std::move(candidates), writer.take_verified()};
}

}  // namespace dateline
