#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/dates/time_zone.h"
#include "common/index/index.h"
#include "common/index/terms.h"
#include "common/text/analyzer.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/cursor.h"
#include "searcher/match/deadline.h"
#include "searcher/match/expansion.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/recency.h"
#include "searcher/match/span_work.h"
#include "searcher/naming/aliases.h"
#include "searcher/naming/value_names.h"
#include "searcher/query/ast.h"

/// From the tree of a query to cursors over one segment.
namespace dateline {

struct PlanOptions {
    /// Phrases match where their words stand close together, in any order, instead of in a row.
    bool phrases_as_close_words = false;
    /// Phrases match where their words occur at all.
    bool phrases_as_words = false;
    /// Whose days the dates of the query name.
    TimeZone zone{};
    /// What matches is not changed by it, but an article that it matches too earns its score besides. May be null.
    std::shared_ptr<const query::Node> besides{};
    /// Where newer articles count for more.
    std::optional<Recency> recency{};
};

/// Words further apart than this many, beyond the phrase's own length, are not close.
inline constexpr std::uint32_t close_words_slack = 4;

/// Everything that stays the same from query to query: the index, an analyzer, the lists in memory.
class MatchContext {
public:
    /// `list_memory_bytes`: for lists kept decoded.
    MatchContext(const Index& index, const Bm25fParameters& parameters, std::size_t list_memory_bytes);

    const Index& index() const { return *index_; }
    const Analyzer& analyzer() const { return analyzer_; }
    const Bm25f& ranking() const { return ranking_; }
    PostingLists& lists(std::size_t segment) { return lists_[segment]; }
    /// What the values of a segment are called.
    SegmentNames& names(std::size_t segment) { return names_[segment]; }
    /// Takes other aliases from now on; null for none. The same again costs nothing.
    void set_aliases(std::shared_ptr<const Aliases> aliases);
    /// Over all segments.
    std::uint64_t document_frequency(const std::string& term);
    /// About how many articles have any of these folded words, over all segments, as if the words occurred
    /// independently of each other.
    template <typename List>
    double any_frequency(const List& words) {
        const auto articles = std::max(static_cast<double>(index_->statistics().articles), 1.0);
        double without_any = 1;
        for (const std::string& word : words)
            without_any *= 1 - static_cast<double>(document_frequency(terms::word(word))) / articles;
        return articles * (1 - without_any);
    }
    /// The same for the words of one stem.
    double stemmed_frequency(const std::string& literal, const std::string& folded);
    /// The words of the index that a pattern stands for; the reference holds until the next call.
    const Expansion& expansion(const query::Pattern& pattern);
    /// A new pass over the index begins: what proximity may cost is counted afresh.
    void begin_pass();
    SpanWork& span_work() { return span_work_; }
    /// Until when the query at hand may take; never ends unless it is set.
    Deadline& deadline() { return deadline_; }
    void set_deadline(const Deadline& deadline) { deadline_ = deadline; }
    /// Sentences about patterns that stand for too many words, since the last call.
    std::vector<std::string> take_notes();

private:
    const Index* index_;
    Analyzer analyzer_;
    Bm25f ranking_;
    std::vector<PostingLists> lists_;
    std::shared_ptr<const Aliases> aliases_;
    std::vector<SegmentNames> names_;
    std::unordered_map<std::string, double> stemmed_frequencies_;  ///< by literal
    std::map<std::pair<std::string, unsigned>, Expansion> expansions_;
    std::set<std::string> notes_;
    SpanWork span_work_;
    Deadline deadline_;
};

/// The cursor of the tree over a segment (by its place in index().segments()).
CursorPtr plan(const query::Node& tree, std::size_t segment, MatchContext& context, const PlanOptions& options);

}  // namespace dateline
