#include "searcher/match/planner.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "common/index/terms.h"
#include "common/text/folding.h"
#include "searcher/match/boolean_cursors.h"
#include "searcher/match/keyword_cursor.h"
#include "searcher/match/leaf_ids.h"
#include "searcher/match/mentioned_time.h"
#include "searcher/match/phrase_cursor.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/span_compiler.h"
#include "searcher/match/span_cursor.h"
#include "searcher/match/term_cursor.h"

namespace dateline {
namespace {

/// Lists longer than this many times the rarest one filter too little for what walking them costs: the stream decides.
constexpr std::uint64_t useful_list_ratio = 12;
constexpr std::size_t most_stemmed_frequencies = 100'000;
constexpr std::size_t most_expansions = 200;
/// So much less than the exact word nearly the same ones count: the best of these below the worst of those.
constexpr double nearly_factor = 0.005;

class Planner {
public:
    Planner(std::size_t segment, MatchContext& context, const PlanOptions& options)
        : number_(segment),
          segment_(*context.index().segments()[segment]),
          lists_(context.lists(segment)),
          context_(context),
          options_(options) {}

    CursorPtr plan(const query::Node& node) {
        const query::Node* outer = std::exchange(query_node_, &node);
        CursorPtr cursor = std::visit([&](const auto& value) { return plan(value); }, node.value);
        query_node_ = outer;
        return cursor;
    }

private:
    CursorPtr plan(const query::Word& word) { return all_of(leaves_of(word, context_.analyzer())); }

    CursorPtr plan(const query::Phrase& phrase) {
        QueryLeaf leaf = leaf_of(phrase, context_.analyzer());
        if (!options_.phrases_as_words) return leaf.tokens.empty() ? nullptr : plan_leaf(leaf, true);
        std::vector<QueryLeaf> words;
        for (QueryToken& token : leaf.tokens) words.push_back({{std::move(token)}, leaf.exactness});
        return all_of(words);
    }

    CursorPtr plan(const query::DateRange& range) {
        if (range.mentioned && range.undated) return std::make_unique<TimelessCursor>(segment_);
        if (range.mentioned) return std::make_unique<MentionedTimeCursor>(segment_, range.interval);
        return std::make_unique<DateCursor>(segment_, range.interval, options_.zone.instants(range.interval),
                                            range.undated);
    }

    CursorPtr plan(const query::And& node) {
        std::vector<CursorPtr> children;
        std::vector<CursorPtr> excluded;
        for (const query::NodePtr& child : node.children) {
            const auto* negation = std::get_if<query::Not>(&child->value);
            CursorPtr cursor = plan(negation != nullptr ? *negation->child : *child);
            if (!cursor) continue;  // no word in it
            (negation != nullptr ? excluded : children).push_back(std::move(cursor));
        }
        if (children.empty()) return nullptr;
        if (children.size() == 1 && excluded.empty()) return std::move(children.front());
        return std::make_unique<AndCursor>(std::move(children), std::move(excluded));
    }

    CursorPtr plan(const query::Or& node) {
        std::vector<CursorPtr> children;
        for (const query::NodePtr& child : node.children) {
            if (CursorPtr cursor = plan(*child)) children.push_back(std::move(cursor));
        }
        return children.empty() ? nullptr : any_of(std::move(children));
    }

    CursorPtr plan(const query::LengthRange& range) {
        return std::make_unique<LengthCursor>(segment_, range.least, range.most);
    }

    CursorPtr plan(const query::Pattern& pattern) {
        const std::vector<std::string>& words = context_.expansion(pattern).words;
        if (pattern.edits == 0) return plan_words(words, 1);
        return plan_nearly(fold(pattern.text), words);
    }

    /// Words spelled nearly so, below the exact one in the ranking however often they occur.
    CursorPtr plan_nearly(const std::string& exact, std::vector<std::string> words) {
        const bool has_exact = std::erase(words, exact) > 0;
        std::vector<CursorPtr> children;
        if (has_exact) children.push_back(plan_folded(exact));
        if (!words.empty()) children.push_back(plan_words(words, has_exact ? nearly_factor : 1));
        return any_of(std::move(children));
    }

    /// Any of these folded words, as if they were one.
    CursorPtr plan_words(const std::vector<std::string>& words, double factor) {
        std::vector<ClassWord> all;
        for (const std::string& word : words) all.push_back({word, all_languages, {}});
        const auto list = lists_.merged(all);
        if (list->rows.empty()) return std::make_unique<NothingCursor>();
        std::vector<TermAlternative> alternatives;
        alternatives.push_back({PostingReader(list)});
        const double idf = factor * context_.ranking().idf(context_.any_frequency(words));
        return std::make_unique<TermCursor>(std::move(alternatives), fields_, idf, list->rows.size(), segment_,
                                            context_.ranking());
    }

    CursorPtr plan(const query::Sequence& node) { return plan_positional(query_node_, candidates(node), 1); }
    CursorPtr plan(const query::Near& node) { return plan_positional(query_node_, candidates(node), 1); }

    CursorPtr plan(const query::Modified& node) {
        if (node.kind == query::Modified::Kind::boost) {
            CursorPtr inner = plan(*node.child);
            return inner ? std::make_unique<ScaledCursor>(std::move(inner), node.value) : nullptr;
        }
        const bool counts = node.kind == query::Modified::Kind::at_least;
        return plan_positional(query_node_, candidates(*node.child),
                               counts ? static_cast<std::uint32_t>(node.value) : 1);
    }

    CursorPtr plan_positional(const query::Node* node, CursorPtr found, std::uint32_t least) {
        if (!found) return nullptr;
        SpanCompiler compiler(number_, context_, options_);
        SpanExpressionPtr expression = compiler.compile(*node, fields_);
        if (!expression) return nullptr;
        return std::make_unique<SpanCursor>(std::move(found), std::move(expression), least, compiler.idf(), segment_,
                                            context_.ranking(), context_.span_work());
    }

    /// Articles that may match an operand, by lists alone; null where there is no word in it.
    CursorPtr candidates(const query::Node& node) {
        return std::visit([&](const auto& value) { return candidates(value); }, node.value);
    }
    template <typename Other>
    CursorPtr candidates(const Other& value) {
        return plan(value);
    }
    CursorPtr candidates(const query::Word& word) {
        QueryLeaf leaf = leaf_of({word.text, word.exactness, word.span}, context_.analyzer());
        if (leaf.tokens.empty()) return nullptr;
        if (leaf.tokens.size() > 1 && leaf.exactness == query::Exactness::stemmed)
            leaf.exactness = query::Exactness::folded;
        return plan_leaf(leaf, false);
    }
    CursorPtr candidates(const query::Sequence& node) {
        std::vector<CursorPtr> all;
        for (const query::NodePtr& item : node.items) {
            CursorPtr cursor = node.within > 0 ? candidates_anywhere(*item) : candidates(*item);
            if (cursor) all.push_back(std::move(cursor));
        }
        return all_of(std::move(all));
    }
    /// A phrase's words, wherever they stand.
    CursorPtr candidates_anywhere(const query::Node& item) {
        const auto* phrase = std::get_if<query::Phrase>(&item.value);
        if (phrase == nullptr) return candidates(item);
        QueryLeaf leaf = leaf_of(*phrase, context_.analyzer());
        std::vector<CursorPtr> words;
        for (QueryToken& token : leaf.tokens) words.push_back(plan_leaf({{std::move(token)}, leaf.exactness}, false));
        return all_of(std::move(words));
    }
    CursorPtr candidates(const query::Near& node) {
        if (node.negated) return candidates(*node.left);
        std::vector<CursorPtr> all;
        all.push_back(candidates(*node.left));
        all.push_back(candidates(*node.right));
        std::erase(all, nullptr);
        return all_of(std::move(all));
    }
    CursorPtr candidates(const query::Or& node) {
        std::vector<CursorPtr> any;
        for (const query::NodePtr& child : node.children) {
            if (CursorPtr cursor = candidates(*child)) any.push_back(std::move(cursor));
        }
        return any_of(std::move(any));
    }
    CursorPtr candidates(const query::Modified& node) { return candidates(*node.child); }
    CursorPtr candidates(const query::InField& node) {
        if (node.filter) return plan(node);
        const FieldMask outer = std::exchange(fields_, static_cast<FieldMask>(fields_ & text_mask(node)));
        CursorPtr cursor = candidates(*node.child);
        fields_ = outer;
        return cursor;
    }

    static CursorPtr all_of(std::vector<CursorPtr> children) {
        if (children.empty()) return nullptr;
        if (children.size() == 1) return std::move(children.front());
        return std::make_unique<AndCursor>(std::move(children), std::vector<CursorPtr>());
    }
    static CursorPtr any_of(std::vector<CursorPtr> children) {
        if (children.empty()) return std::make_unique<NothingCursor>();
        if (children.size() == 1) return std::move(children.front());
        return std::make_unique<OrCursor>(std::move(children));
    }

    CursorPtr plan(const query::Not&) { return nullptr; }  // the parser only lets it stand in an And

    CursorPtr plan(const query::Required& node) { return plan(*node.child); }

    CursorPtr plan(const query::InField& node) {
        const Field* field = find_field(node.field);
        if (field == nullptr) return std::make_unique<NothingCursor>();
        if (field->kind != FieldKind::text) return plan_keyword(*field, *node.child);
        const FieldMask outer = std::exchange(fields_, static_cast<FieldMask>(fields_ & text_mask(node)));
        CursorPtr cursor = plan(*node.child);
        fields_ = outer;
        return cursor;
    }

    CursorPtr plan_keyword(const Field& field, const query::Node& value) {
        return keyword_cursor(field, value, context_.names(number_), context_.analyzer());
    }

    CursorPtr all_of(const std::vector<QueryLeaf>& leaves) {
        std::vector<CursorPtr> children;
        for (const QueryLeaf& leaf : leaves) children.push_back(plan_leaf(leaf, false));
        return all_of(std::move(children));
    }

    CursorPtr plan_leaf(const QueryLeaf& leaf, bool is_phrase) {
        if (leaf.tokens.size() > 1 || leaf.exactness == query::Exactness::literal) return plan_row(leaf, is_phrase);
        return leaf.exactness == query::Exactness::stemmed ? plan_stemmed(leaf.tokens.front())
                                                           : plan_folded(leaf.tokens.front().folded);
    }

    CursorPtr plan_folded(const std::string& folded) {
        const std::string term = terms::word(folded);
        const std::uint64_t here = lists_.document_frequency(term);
        if (here == 0) return std::make_unique<NothingCursor>();
        std::vector<TermAlternative> list;
        list.push_back({lists_.open(term)});
        return term_cursor(std::move(list), here, static_cast<double>(context_.document_frequency(term)));
    }

    CursorPtr plan_stemmed(const QueryToken& token) {
        KnownClass& of_words = lists_.stemmed(context_.analyzer(), token.literal, token.folded);
        if (of_words.words.words.empty()) return std::make_unique<NothingCursor>();
        return term_cursor(lists_.open(of_words), of_words.postings,
                           context_.stemmed_frequency(token.literal, token.folded));
    }

    CursorPtr term_cursor(std::vector<TermAlternative> lists, std::uint64_t here, double everywhere) {
        return std::make_unique<TermCursor>(std::move(lists), fields_, context_.ranking().idf(everywhere), here,
                                            segment_, context_.ranking());
    }

    /// Words in a row, or a single word exactly as written: candidates from the lists, the place from the stream.
    CursorPtr plan_row(const QueryLeaf& leaf, bool is_phrase) {
        SpanPattern pattern;
        pattern.fields = fields_;
        for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
            pattern.items.push_back(leaf_ids(segment_, leaf, i, is_phrase));
            if (pattern.items.back().empty()) return std::make_unique<NothingCursor>();
        }
        if (is_phrase && options_.phrases_as_close_words) {
            pattern.window = static_cast<std::uint32_t>(pattern.items.size()) + close_words_slack;
        }
        std::vector<std::string> terms = candidate_terms(leaf, is_phrase);
        if (terms.empty()) return std::make_unique<NothingCursor>();
        const std::uint64_t rarest = lists_.document_frequency(terms.front());
        if (rarest == 0) return std::make_unique<NothingCursor>();
        double idf = 0;  // summed in one order, so that a score does not depend on the segment
        for (const std::string& term : std::set<std::string>(terms.begin(), terms.end())) {
            idf += context_.ranking().idf(static_cast<double>(context_.document_frequency(term)));
        }
        std::vector<PostingReader> readers;
        for (const std::string& term : terms) {
            const bool is_useful = readers.empty() || lists_.document_frequency(term) <= useful_list_ratio * rarest;
            if (is_useful) readers.push_back(lists_.open(term));
        }
        return std::make_unique<PhraseCursor>(std::move(readers), std::move(pattern), idf, rarest, segment_,
                                              context_.ranking());
    }

    /// Terms that every match has in its lists, the rarest here first: pairs of characters where they stand in a row,
    /// words otherwise.
    std::vector<std::string> candidate_terms(const QueryLeaf& leaf, bool is_phrase) {
        const bool close = is_phrase && options_.phrases_as_close_words;
        std::set<std::string> terms;
        for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
            const QueryToken& token = leaf.tokens[i];
            if (is_phrase && is_open_token(leaf, i)) continue;
            const bool pairs_with_next =
                !close && token.character && i + 1 < leaf.tokens.size() && leaf.tokens[i + 1].character;
            const bool pairs_with_last = !close && token.character && i > 0 && leaf.tokens[i - 1].character;
            if (pairs_with_next) terms.insert(terms::pair(token.folded, leaf.tokens[i + 1].folded));
            else if (!pairs_with_last) terms.insert(terms::word(token.folded));
        }
        std::vector<std::string> sorted(terms.begin(), terms.end());
        std::stable_sort(sorted.begin(), sorted.end(), [&](const std::string& a, const std::string& b) {
            return lists_.document_frequency(a) < lists_.document_frequency(b);
        });
        return sorted;
    }

    std::size_t number_;
    const IndexSegment& segment_;
    PostingLists& lists_;
    MatchContext& context_;
    const PlanOptions& options_;
    const query::Node* query_node_ = nullptr;  ///< the node being planned
    FieldMask fields_ = all_text_fields;
};

}  // namespace

MatchContext::MatchContext(const Index& index, const Bm25fParameters& parameters, std::size_t list_memory_bytes)
    : index_(&index), analyzer_(index.analyzer()), ranking_(parameters, index.statistics()) {
    for (const auto& segment : index.segments())
        lists_.emplace_back(*segment, list_memory_bytes / index.segments().size());
    for (const auto& segment : index.segments()) names_.emplace_back(*segment, nullptr);
}

void MatchContext::set_aliases(std::shared_ptr<const Aliases> aliases) {
    if (aliases == aliases_) return;
    aliases_ = std::move(aliases);
    names_.clear();
    for (const auto& segment : index_->segments()) names_.emplace_back(*segment, aliases_.get());
}

std::uint64_t MatchContext::document_frequency(const std::string& term) {
    std::uint64_t total = 0;
    for (PostingLists& lists : lists_) total += lists.document_frequency(term);
    return total;
}

double MatchContext::stemmed_frequency(const std::string& literal, const std::string& folded) {
    if (const auto known = stemmed_frequencies_.find(literal); known != stemmed_frequencies_.end())
        return known->second;
    std::set<std::string> words;
    for (PostingLists& lists : lists_) {
        for (const ClassWord& word : lists.stemmed(analyzer_, literal, folded).words.words) words.insert(word.folded);
    }
    if (stemmed_frequencies_.size() >= most_stemmed_frequencies) stemmed_frequencies_.clear();
    return stemmed_frequencies_.emplace(literal, any_frequency(words)).first->second;
}

const Expansion& MatchContext::expansion(const query::Pattern& pattern) {
    const std::pair key(pattern.text, pattern.edits);
    auto known = expansions_.find(key);
    if (known == expansions_.end()) {
        if (expansions_.size() >= most_expansions) expansions_.clear();
        known = expansions_.emplace(key, expand(*index_, pattern)).first;
    }
    if (known->second.is_cut()) {
        notes_.insert(
            fmt::format("{} stands for {} words of the index; only the {} in the most articles were searched.",
                        pattern.text, known->second.found, known->second.words.size()));
    }
    return known->second;
}

void MatchContext::begin_pass() { span_work_ = SpanWork(index_->statistics().articles); }

std::vector<std::string> MatchContext::take_notes() {
    const std::set<std::string> notes = std::exchange(notes_, {});
    return {notes.begin(), notes.end()};
}

CursorPtr plan(const query::Node& tree, std::size_t segment, MatchContext& context, const PlanOptions& options) {
    CursorPtr cursor = Planner(segment, context, options).plan(tree);
    if (!cursor) return std::make_unique<NothingCursor>();
    CursorPtr besides = options.besides ? Planner(segment, context, options).plan(*options.besides) : nullptr;
    return besides ? std::make_unique<BesidesCursor>(std::move(cursor), std::move(besides)) : std::move(cursor);
}

}  // namespace dateline
