#include "searcher/match/planner.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/index/terms.h"
#include "common/text/folding.h"
#include "searcher/match/boolean_cursors.h"
#include "searcher/match/keyword_cursor.h"
#include "searcher/match/phrase_cursor.h"
#include "searcher/match/query_terms.h"

namespace dateline {
namespace {

/// Lists longer than this many times the rarest one filter too little for what walking them costs: the stream decides.
constexpr std::uint64_t useful_list_ratio = 12;
constexpr std::uint64_t without_language = std::uint64_t{1} << 63;

/// A term and the languages whose articles count in its list.
using TermLanguages = std::map<std::string, std::uint64_t>;

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
        if (leaf.tokens.size() > 1) return plan_row(leaf, is_phrase);
        if (leaf.exactness == query::Exactness::literal) return plan_literal(leaf);
        return leaf.exactness == query::Exactness::stemmed ? plan_stemmed(leaf.tokens.front())
                                                           : plan_folded(leaf.tokens.front().folded);
    }

    CursorPtr plan_folded(const std::string& folded) {
        const std::string term = terms::word(folded);
        return plan_terms({{term, TermAlternative::all_languages}}, context_.document_frequency(term));
    }

    /// In how many articles of the whole index a word occurs in any form, whatever languages this segment has.
    std::uint64_t stem_frequency(const QueryToken& token) {
        const Analyzer& analyzer = context_.analyzer();
        std::set<std::string> terms{terms::word(token.folded)};
        for (const std::string& language : context_.index().languages()) {
            const std::string stem = analyzer.stem(token.literal, language);
            if (analyzer.has_stemmer(language)) terms.insert(terms::stem(stem, language));
            if (analyzer.stem(stem, language) == stem) terms.insert(terms::word(stem));
        }
        std::uint64_t total = 0;
        for (const std::string& term : terms) total += context_.document_frequency(term);
        return total;
    }

    CursorPtr plan_terms(const TermLanguages& terms, std::uint64_t everywhere) {
        std::vector<TermAlternative> alternatives;
        std::uint64_t cost = 0;
        for (const auto& [term, languages] : terms) {
            const std::uint64_t here = lists_.document_frequency(term);
            if (here == 0) continue;
            cost += here;
            alternatives.push_back({lists_.open(term), languages});
        }
        if (alternatives.empty()) return std::make_unique<NothingCursor>();
        return std::make_unique<TermCursor>(std::move(alternatives), fields_,
                                            context_.ranking().idf(static_cast<double>(everywhere)), cost, segment_,
                                            context_.ranking());
    }

    /// A stem is looked up in each language of the segment, and counts in the articles of that language: the stem's own
    /// list has the words that differ from it, the list of the word that is the stem has the rest.
    CursorPtr plan_stemmed(const QueryToken& token) {
        const Analyzer& analyzer = context_.analyzer();
        const KeywordColumn& languages = segment_.columns().keyword(*find_field("language"));
        TermLanguages terms;
        std::uint64_t all = without_language;
        terms[terms::word(token.folded)] = without_language;
        for (std::uint32_t ordinal = 0; ordinal < languages.value_count(); ++ordinal) {
            const std::string language(languages.value(ordinal));
            const std::uint64_t bit = std::uint64_t{1} << std::min(ordinal, std::uint32_t{63});
            all |= bit;
            const std::string stem = analyzer.stem(token.literal, language);
            if (analyzer.has_stemmer(language)) terms[terms::stem(stem, language)] = TermAlternative::all_languages;
            if (analyzer.stem(stem, language) == stem) terms[terms::word(stem)] |= bit;
        }
        for (auto& [term, mask] : terms) {
            if (mask == all) mask = TermAlternative::all_languages;
        }
        return plan_terms(terms, stem_frequency(token));
    }

    /// A word exactly as written: candidates from the folded list, the form from the stream.
    CursorPtr plan_literal(const QueryLeaf& leaf) { return plan_row(leaf, false); }

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

CursorPtr plan(const query::Node& tree, std::size_t segment, MatchContext& context, const PlanOptions& options) {
    CursorPtr cursor = Planner(segment, context, options).plan(tree);
    return cursor ? std::move(cursor) : std::make_unique<NothingCursor>();
}

}  // namespace dateline
