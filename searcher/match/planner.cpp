#include "searcher/match/planner.h"

#include <algorithm>
#include <set>

#include "common/index/terms.h"
#include "common/text/folding.h"
#include "searcher/match/boolean_cursors.h"
#include "searcher/match/keyword_cursor.h"
#include "searcher/match/phrase_cursor.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/term_cursor.h"

namespace dateline {
namespace {

/// Lists longer than this many times the rarest one filter too little for what walking them costs: the stream decides.
constexpr std::uint64_t useful_list_ratio = 12;
constexpr std::size_t most_stemmed_frequencies = 100'000;

class Planner {
public:
    Planner(std::size_t segment, MatchContext& context, const PlanOptions& options)
        : segment_(*context.index().segments()[segment]),
          lists_(context.lists(segment)),
          context_(context),
          options_(options) {}

    CursorPtr plan(const query::Node& node) {
        return std::visit([&](const auto& value) { return plan(value); }, node.value);
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
        return std::make_unique<DateCursor>(segment_, range.interval, range.undated);
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
        if (children.empty()) return nullptr;
        if (children.size() == 1) return std::move(children.front());
        return std::make_unique<OrCursor>(std::move(children));
    }

    CursorPtr plan(const query::Not&) { return nullptr; }  // the parser only lets it stand in an And

    CursorPtr plan(const query::Required& node) { return plan(*node.child); }

    CursorPtr plan(const query::InField& node) {
        const Field* field = find_field(node.field);
        if (field == nullptr) return std::make_unique<NothingCursor>();
        if (field->kind != FieldKind::text) return plan_keyword(*field, *node.child);
        const FieldMask outer = std::exchange(fields_, static_cast<FieldMask>(fields_ & mask_of(field->text_field)));
        CursorPtr cursor = plan(*node.child);
        fields_ = outer;
        return cursor;
    }

    CursorPtr plan_keyword(const Field& field, const query::Node& value) {
        return keyword_cursor(field, value, segment_, context_.analyzer());
    }

    CursorPtr all_of(const std::vector<QueryLeaf>& leaves) {
        std::vector<CursorPtr> children;
        for (const QueryLeaf& leaf : leaves) children.push_back(plan_leaf(leaf, false));
        if (children.empty()) return nullptr;
        if (children.size() == 1) return std::move(children.front());
        return std::make_unique<AndCursor>(std::move(children), std::vector<CursorPtr>());
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
            pattern.items.push_back(ids_of(leaf, i, is_phrase));
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

    IdSet ids_of(const QueryLeaf& leaf, std::size_t i, bool is_phrase) const {
        const QueryToken& token = leaf.tokens[i];
        IdSet ids;
        if (leaf.exactness == query::Exactness::literal) {
            if (const auto id = segment_.words().find_literal(token.folded, token.literal)) ids.add({*id, *id + 1});
            return ids;
        }
        ids.add(segment_.words().find(token.folded));
        if (is_phrase) add_partial(leaf, i, ids);
        return ids;
    }

    /// A word at the edge of a phrase, beside a character of a script written without spaces, may be cut: `24年` stands
    /// in `2024年`, and every run of characters of an article must find it.
    static bool is_open_at_front(const QueryLeaf& leaf, std::size_t i) {
        return i == 0 && leaf.tokens.size() > 1 && !leaf.tokens[0].character && leaf.tokens[1].character;
    }

    static bool is_open_at_back(const QueryLeaf& leaf, std::size_t i) {
        return i > 0 && i + 1 == leaf.tokens.size() && !leaf.tokens[i].character && leaf.tokens[i - 1].character;
    }

    /// Adds longer words that end, or begin, with the token as written or folded.
    void add_partial(const QueryLeaf& leaf, std::size_t i, IdSet& ids) const {
        const bool front = is_open_at_front(leaf, i);
        if (!front && !is_open_at_back(leaf, i)) return;
        const auto is_part = [&](std::string_view part, std::string_view word) {
            return front ? word.ends_with(part) : word.starts_with(part);
        };
        const QueryToken& token = leaf.tokens[i];
        const Words& words = segment_.words();
        for (std::size_t at = 0; at < words.size(); ++at) {
            const std::string_view folded = words.folded(at);
            const IdRange range = words.ids(at);
            if (is_part(token.folded, folded)) {
                ids.add(range);
                continue;
            }
            for (std::uint32_t id = range.begin; id < range.end; ++id) {
                if (is_part(token.literal, words.literal(id, folded))) ids.add({id, id + 1});
            }
        }
    }

    /// Terms that every match has in its lists, the rarest here first: pairs of characters where they stand in a row,
    /// words otherwise.
    std::vector<std::string> candidate_terms(const QueryLeaf& leaf, bool is_phrase) {
        const bool close = is_phrase && options_.phrases_as_close_words;
        std::set<std::string> terms;
        for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
            const QueryToken& token = leaf.tokens[i];
            if (is_phrase && (is_open_at_front(leaf, i) || is_open_at_back(leaf, i))) continue;
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

    const IndexSegment& segment_;
    PostingLists& lists_;
    MatchContext& context_;
    const PlanOptions& options_;
    FieldMask fields_ = all_text_fields;
};

}  // namespace

MatchContext::MatchContext(const Index& index, const Bm25fParameters& parameters, std::size_t list_memory_bytes)
    : index_(&index), analyzer_(index.analyzer()), ranking_(parameters, index.statistics()) {
    for (const auto& segment : index.segments())
        lists_.emplace_back(*segment, list_memory_bytes / index.segments().size());
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
    const auto articles = static_cast<double>(std::max<std::uint64_t>(index_->statistics().articles, 1));
    double without_any = 1;
    for (const std::string& word : words)
        without_any *= 1 - static_cast<double>(document_frequency(terms::word(word))) / articles;
    if (stemmed_frequencies_.size() >= most_stemmed_frequencies) stemmed_frequencies_.clear();
    return stemmed_frequencies_.emplace(literal, articles * (1 - without_any)).first->second;
}

CursorPtr plan(const query::Node& tree, std::size_t segment, MatchContext& context, const PlanOptions& options) {
    CursorPtr cursor = Planner(segment, context, options).plan(tree);
    return cursor ? std::move(cursor) : std::make_unique<NothingCursor>();
}

}  // namespace dateline
