#include "searcher/explain_query/expanded_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/date.h"
#include "common/index/terms.h"
#include "searcher/explain_query/outline.h"
#include "searcher/match/leaf_ids.h"
#include "searcher/match/query_terms.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

void sort_by_articles(std::vector<ExpandedWord>& words) {
    std::sort(words.begin(), words.end(), [](const ExpandedWord& a, const ExpandedWord& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
    });
}

std::string moment(std::int64_t seconds) {
    Date date;
    date.seconds = seconds;
    date.precision = Precision::second;
    return to_iso(date);
}

class Expander {
public:
    Expander(MatchContext& context, const TimeZone& zone) : context_(context), zone_(zone) {}

    void visit(const query::Node& node) { std::visit(*this, node.value); }

    void operator()(const query::Word& word) {
        for (const QueryLeaf& leaf : leaves_of(word, context_.analyzer())) add(leaf, word.span);
    }
    void operator()(const query::Phrase& phrase) { add(leaf_of(phrase, context_.analyzer()), phrase.span); }
    void operator()(const query::Pattern& pattern) {
        const Expansion& expansion = context_.expansion(pattern);
        ExpandedTerm term{pattern.text, pattern.span, "pattern", {}, expansion.found};
        if (pattern.edits > 0) {
            term.asked += "~" + std::to_string(pattern.edits);
            term.level = "edits";
        }
        for (const std::string& word : expansion.words) term.words.push_back(known(word));
        sort_by_articles(term.words);
        found_.terms.push_back(std::move(term));
    }
    void operator()(const query::Sequence& node) { visit_all(node.items); }
    void operator()(const query::Near& node) {
        visit(*node.left);
        visit(*node.right);
    }
    void operator()(const query::Modified& node) { visit(*node.child); }
    void operator()(const query::DateRange& range) {
        ExplainedDate date{range.undated ? "none" : range.understood, "", "", range.span};
        const Interval instants = zone_.instants(range.interval);
        if (!range.undated && range.interval.begin != query::open_begin) date.begin = moment(instants.begin);
        if (!range.undated && range.interval.end != query::open_end) date.end = moment(instants.end);
        found_.dates.push_back(std::move(date));
    }
    void operator()(const query::LengthRange&) {}
    void operator()(const query::And& node) { visit_all(node.children); }
    void operator()(const query::Or& node) { visit_all(node.children); }
    void operator()(const query::Not& node) { visit(*node.child); }
    void operator()(const query::Required& node) { visit(*node.child); }
    void operator()(const query::InField& node) {
        if (!node.filter) visit(*node.child);
    }

    ExpandedTerms take() { return std::move(found_); }

private:
    void visit_all(const std::vector<query::NodePtr>& nodes) {
        for (const query::NodePtr& node : nodes) visit(*node);
    }

    ExpandedWord known(const std::string& folded) { return {folded, context_.document_frequency(terms::word(folded))}; }

    void add(const QueryLeaf& leaf, query::Span span) {
        for (const QueryToken& token : leaf.tokens) {
            ExpandedTerm term{token.literal, span, level_name(leaf.exactness), {}, 0};
            if (leaf.exactness == query::Exactness::stemmed)
                term.words = words_by_stem(token.literal, token.folded, context_);
            else if (known(token.folded).articles > 0) term.words.push_back(known(token.folded));
            term.found = term.words.size();
            found_.terms.push_back(std::move(term));
        }
    }

    MatchContext& context_;
    const TimeZone& zone_;
    ExpandedTerms found_;
};

}  // namespace

std::vector<ExpandedWord> words_by_stem(const std::string& literal, const std::string& folded, MatchContext& context) {
    std::set<std::string> folded_words;
    for (std::size_t segment = 0; segment < context.index().segments().size(); ++segment) {
        for (const ClassWord& word : context.lists(segment).stemmed(context.analyzer(), literal, folded).words.words)
            folded_words.insert(word.folded);
    }
    std::vector<ExpandedWord> words;
    for (const std::string& word : folded_words) words.push_back({word, context.document_frequency(terms::word(word))});
    sort_by_articles(words);
    return words;
}

ExpandedTerms expand_terms(const query::Node& tree, MatchContext& context, const TimeZone& zone) {
    Expander expander(context, zone);
    expander.visit(tree);
    return expander.take();
}

}  // namespace dateline
