#include "searcher/suggestion/completion.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "common/index/terms.h"
#include "common/text/utf8.h"
#include "searcher/match/matcher.h"
#include "searcher/query/tree.h"
#include "searcher/suggestion/word_forms.h"

namespace dateline {
namespace {

/// Words in more than one of so many articles say little, as long as hardly any letter has been typed.
constexpr std::uint64_t common_share = 5;
constexpr std::size_t hardly_any = 2;
constexpr std::uint64_t least_for_common = 1000;  ///< articles of an index where there are such words
/// Words looked at beyond those asked for, so that what the context makes rare can give way.
constexpr std::size_t spare_words = 40;
/// Postings walked for one answer, and titles looked at: bounds on the time an answer takes. They bound which words
/// and titles are offered, never their counts.
constexpr std::size_t most_postings = 20'000;
constexpr std::size_t most_titles = 120;
constexpr std::size_t most_texts = 20;  ///< read for words of scripts without blanks

/// What was typed, as the index knows it.
struct Typed {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<std::string> required;  ///< terms of what stands before the last token, and of runs of characters
    bool characters = false;            ///< the last token is of a script written without blanks
    std::size_t last_begin = 0;         ///< bytes: of the last word, or of the run of characters at the end

    const std::string& last() const { return tokens.back().folded; }
    std::string_view before() const { return text.substr(0, last_begin); }
};

Typed read_typed(std::string_view text, const Analyzer& analyzer) {
    Typed typed;
    typed.text = text;
    typed.tokens = analyzer.tokens(text);
    if (typed.tokens.empty()) return typed;
    const std::vector<Token>& tokens = typed.tokens;
    typed.characters = tokens.back().place.character;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool is_last = i + 1 == tokens.size();
        const bool goes_on =
            !is_last && tokens[i].place.character && tokens[i + 1].place.character && tokens[i + 1].place.glued;
        const bool went_on =
            i > 0 && tokens[i].place.character && tokens[i - 1].place.character && tokens[i].place.glued;
        if (!went_on) typed.last_begin = tokens[i].place.begin;
        if (goes_on) typed.required.push_back(terms::pair(tokens[i].folded, tokens[i + 1].folded));
        else if (!went_on && (!is_last || typed.characters)) typed.required.push_back(terms::word(tokens[i].folded));
    }
    return typed;
}

/// Articles of one segment.
struct Rows {
    bool all = true;  ///< every article; then `rows` is empty
    std::vector<std::uint32_t> rows;
};

/// A word that the last one typed may become.
struct Candidate {
    std::string folded;
    std::uint64_t in_lists = 0;  ///< articles that have it, deleted ones and those without the context included
    std::uint64_t articles = 0;
    bool common = false;
};

bool is_before(const Candidate& a, const Candidate& b) {
    if (a.common != b.common) return b.common;
    return a.articles != b.articles ? a.articles > b.articles : a.folded < b.folded;
}

/// An article whose title may be offered, or whose text may have a word.
struct TitleRow {
    std::size_t segment = 0;
    std::uint32_t row = 0;
    std::int64_t date = 0;
};

void sort_newest_first(std::vector<TitleRow>& rows, std::size_t most) {
    const std::size_t kept = std::min(most, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end(),
                      [](const TitleRow& a, const TitleRow& b) {
                          return std::tuple(b.date, a.segment, a.row) < std::tuple(a.date, b.segment, b.row);
                      });
    rows.resize(kept);
}

/// One answer.
class Completing {
public:
    Completing(MatchContext& context, std::string_view typed, std::size_t limit)
        : context_(context), typed_(read_typed(typed, context.analyzer())), limit_(limit) {}

    bool has_words() const { return !typed_.tokens.empty(); }

    void add_words(std::vector<Completion>& completions) {
        find_rows();
        if (typed_.characters) return add_runs(completions);
        find_candidates();
        for (std::size_t i = 0; i < std::min(limit_, candidates_.size()); ++i) {
            const Candidate& candidate = candidates_[i];
            completions.push_back({std::string(typed_.before()) + usual_form(context_.index(), candidate.folded),
                                   "word", candidate.articles});
        }
    }

    void add_titles(std::vector<Completion>& completions) {
        struct Offer {
            std::string title;
            bool begins = false;
        };
        std::vector<Offer> offers;
        for (const TitleRow& at : title_rows()) {
            const std::string title(title_of(at));
            const auto place = place_in(title);
            const bool known =
                std::any_of(offers.begin(), offers.end(), [&](const auto& o) { return o.title == title; });
            if (place && !known) offers.push_back({title, *place == 0});
        }
        std::stable_sort(offers.begin(), offers.end(),
                         [](const Offer& a, const Offer& b) { return a.begins && !b.begins; });
        if (offers.size() > limit_) offers.resize(limit_);
        for (Offer& offer : offers) {
            const std::uint64_t articles = articles_called(offer.title);
            completions.push_back({std::move(offer.title), "title", articles});
        }
    }

private:
    const IndexSegment& segment(std::size_t number) const { return *context_.index().segments()[number]; }
    std::size_t segments() const { return context_.index().segments().size(); }

    /// The articles that have all that was typed before the last word.
    void find_rows() {
        rows_.resize(segments());
        if (typed_.required.empty()) return;
        for (std::size_t number = 0; number < segments(); ++number) {
            PostingLists& lists = context_.lists(number);
            std::vector<std::string> terms = typed_.required;
            std::sort(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
                return lists.document_frequency(a) < lists.document_frequency(b);
            });
            std::vector<PostingReader> others;
            for (std::size_t i = 1; i < terms.size(); ++i) others.push_back(lists.open(terms[i]));
            Rows& found = rows_[number];
            found.all = false;
            for (PostingReader first = lists.open(terms.front()); first.row() != Cursor::end; first.next()) {
                const std::uint32_t row = first.row();
                const bool has_all = std::all_of(others.begin(), others.end(), [&](PostingReader& other) {
                    other.skip_to(row);
                    return other.row() == row;
                });
                if (has_all && !segment(number).deletions().contains(row)) found.rows.push_back(row);
            }
        }
    }

    /// The most frequent words that begin as the last one typed does, each with its exact number of articles.
    void find_candidates() {
        const std::uint64_t all = context_.index().statistics().articles;
        const bool put_common_last = all >= least_for_common && count_code_points(typed_.last()) <= hardly_any;
        for (const std::string& word : frequent_words()) {
            Candidate candidate{word, context_.document_frequency(terms::word(word)), 0, false};
            candidate.common = put_common_last && candidate.in_lists * common_share > all;
            candidates_.push_back(std::move(candidate));
        }
        const auto by_lists = [](const Candidate& a, const Candidate& b) {
            if (a.common != b.common) return b.common;
            return a.in_lists != b.in_lists ? a.in_lists > b.in_lists : a.folded < b.folded;
        };
        std::sort(candidates_.begin(), candidates_.end(), by_lists);
        count_candidates();
        std::erase_if(candidates_, [](const Candidate& candidate) { return candidate.articles == 0; });
        std::stable_sort(candidates_.begin(), candidates_.end(), is_before);
    }

    std::set<std::string> frequent_words() const {
        const std::size_t wanted = limit_ + spare_words;
        std::set<std::string> frequent;
        for (const auto& segment : context_.index().segments()) {
            const Words& words = segment->words();
            std::vector<std::pair<std::uint32_t, std::size_t>> by_id;  // numbers rise as frequency falls
            const std::size_t end = words.lower_bound(typed_.last() + "\xFF");
            for (std::size_t at = words.lower_bound(typed_.last()); at < end; ++at)
                by_id.emplace_back(words.ids(at).begin, at);
            const std::size_t kept = std::min(wanted, by_id.size());
            std::partial_sort(by_id.begin(), by_id.begin() + static_cast<std::ptrdiff_t>(kept), by_id.end());
            for (std::size_t i = 0; i < kept; ++i) frequent.emplace(words.folded(by_id[i].second));
        }
        return frequent;
    }

    /// A word cannot be in more articles than its lists have: once enough have more, the rest need no look.
    void count_candidates() {
        std::size_t walked = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            Candidate& candidate = candidates_[i];
            const bool enough = i >= limit_ && (walked > most_postings || is_beaten(i));
            if (!enough) candidate.articles = count(candidate, walked);
        }
    }

    bool is_beaten(std::size_t i) const {
        const auto beats = [&](const Candidate& other) {
            if (other.common != candidates_[i].common) return other.articles > 0;  // common words come last
            return other.articles >= candidates_[i].in_lists;
        };
        const auto end = candidates_.begin() + static_cast<std::ptrdiff_t>(i);
        return static_cast<std::size_t>(std::count_if(candidates_.begin(), end, beats)) >= limit_;
    }

    std::uint64_t count(const Candidate& candidate, std::size_t& walked) {
        std::uint64_t articles = 0;
        const std::string term = terms::word(candidate.folded);
        for (std::size_t number = 0; number < segments(); ++number) {
            PostingLists& lists = context_.lists(number);
            const std::uint64_t here = lists.document_frequency(term);
            if (here == 0) continue;
            const bool whole = rows_[number].all && segment(number).deletions().empty();
            if (whole) articles += here;
            else for_each_row(number, term, walked, [&](std::uint32_t, const PostingReader&) { ++articles; });
        }
        return articles;
    }

    /// Visits the articles that have the term and the context and are not deleted.
    template <typename Visit>
    void for_each_row(std::size_t number, const std::string& term, std::size_t& walked, Visit visit) {
        const Rows& rows = rows_[number];
        PostingReader reader = context_.lists(number).open(term);
        const Deletions& deletions = segment(number).deletions();
        if (rows.all) {
            for (; reader.row() != Cursor::end; reader.next(), ++walked) {
                if (!deletions.contains(reader.row())) visit(reader.row(), reader);
            }
            return;
        }
        for (auto at = rows.rows.begin(); at != rows.rows.end() && reader.row() != Cursor::end; ++walked) {
            if (reader.row() < *at) reader.skip_to(*at);
            if (reader.row() == *at) visit(*at++, reader);
            else at = std::lower_bound(at, rows.rows.end(), reader.row());
        }
    }

    // ---- titles

    std::string_view title_of(const TitleRow& at) const { return segment(at.segment).stored().card(at.row).title; }

    /// The newest articles with a title that may go on as was typed.
    std::vector<TitleRow> title_rows() {
        std::vector<TitleRow> rows;
        std::size_t walked = 0;
        const auto gather = [&](const std::string& term) {
            for (std::size_t number = 0; number < segments() && walked < most_postings; ++number) {
                const auto dates = segment(number).columns().dates();
                for_each_row(number, term, walked, [&](std::uint32_t row, const PostingReader& reader) {
                    if (reader.frequency().count[0] > 0) rows.push_back({number, row, dates[row].value});
                });
            }
        };
        if (typed_.characters) gather(typed_.required.back());
        for (const Candidate& candidate : candidates_) {
            if (!candidate.common && walked + candidate.in_lists <= most_postings)
                gather(terms::word(candidate.folded));
        }
        sort_newest_first(rows, most_titles);
        return rows;
    }

    /// The first token of a title where what was typed stands in a row, the last word perhaps only begun.
    std::optional<std::size_t> place_in(std::string_view title) const {
        const std::vector<Token> tokens = context_.analyzer().tokens(title);
        const std::vector<Token>& wanted = typed_.tokens;
        for (std::size_t at = 0; at + wanted.size() <= tokens.size(); ++at) {
            bool all = tokens[at + wanted.size() - 1].folded.starts_with(typed_.last());
            for (std::size_t i = 0; all && i + 1 < wanted.size(); ++i) all = tokens[at + i].folded == wanted[i].folded;
            if (all) return at;
        }
        return std::nullopt;
    }

    /// How many articles are called so: all of them are in the list of the title's rarest word.
    std::uint64_t articles_called(std::string_view title) {
        std::string rarest;
        std::uint64_t fewest = 0;
        for (const Token& token : context_.analyzer().tokens(title)) {
            const std::uint64_t articles = context_.document_frequency(terms::word(token.folded));
            if (!rarest.empty() && articles >= fewest) continue;
            rarest = terms::word(token.folded);
            fewest = articles;
        }
        std::uint64_t called = 0;
        for (std::size_t number = 0; number < segments(); ++number) {
            for (PostingReader reader = context_.lists(number).open(rarest); reader.row() != Cursor::end;
                 reader.next()) {
                const bool counts =
                    reader.frequency().count[0] > 0 && !segment(number).deletions().contains(reader.row());
                if (counts && title_of({number, reader.row(), 0}) == title) ++called;
            }
        }
        return called;
    }

    // ---- scripts written without blanks

    /// Ends of words that articles have behind the characters typed.
    void add_runs(std::vector<Completion>& completions) {
        std::map<std::string, std::uint64_t> runs;  // and how often they were met
        for (const TitleRow& at : newest_rows()) {
            const Article article = segment(at.segment).article(at.row);
            for (const std::string_view text :
                 {std::string_view(article.title), std::string_view(article.lead), std::string_view(article.body)})
                count_runs(text, runs);
        }
        std::vector<std::pair<std::string, std::uint64_t>> ranked(runs.begin(), runs.end());
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (ranked.size() > limit_) ranked.resize(limit_);
        const std::size_t first = completions.size();
        for (const auto& [run, met] : ranked)
            completions.push_back({std::string(typed_.before()) + run, "word", articles_with(run)});
        std::stable_sort(completions.begin() + static_cast<std::ptrdiff_t>(first), completions.end(),
                         [](const Completion& a, const Completion& b) { return a.articles > b.articles; });
    }

    std::vector<TitleRow> newest_rows() const {
        std::vector<TitleRow> rows;
        for (std::size_t number = 0; number < segments(); ++number) {
            for (const std::uint32_t row : rows_[number].rows)
                rows.push_back({number, row, segment(number).columns().dates()[row].value});
        }
        sort_newest_first(rows, most_texts);
        return rows;
    }

    /// Wherever the run typed stands, it and what follows up to the end of a word of the dictionary.
    void count_runs(std::string_view text, std::map<std::string, std::uint64_t>& runs) const {
        constexpr std::size_t longest_bytes = 96;
        const std::string_view typed = typed_.text.substr(typed_.last_begin);
        for (std::size_t at = text.find(typed); at != std::string_view::npos;
             at = text.find(typed, at + typed.size())) {
            const std::string_view here = cut_at_code_point(text.substr(at), longest_bytes);
            const std::vector<Token> tokens = context_.analyzer().tokens(here);
            std::size_t end = 0;
            while (end < tokens.size() && tokens[end].place.character && (end == 0 || tokens[end].place.glued)) ++end;
            if (end == 0) continue;
            std::size_t bytes = 0;
            for (const std::uint32_t length :
                 context_.analyzer().dictionary_word_lengths(here.substr(0, tokens[end - 1].place.end))) {
                bytes += length;
                if (bytes <= typed.size()) continue;
                ++runs[std::string(here.substr(0, bytes))];
                break;
            }
        }
    }

    std::uint64_t articles_with(const std::string& run) {
        std::vector<query::NodePtr> parts;
        for (const Token& token : typed_.tokens) {
            if (token.place.begin >= typed_.last_begin) break;
            parts.push_back(query::make_node(query::Word{token.folded, query::Exactness::folded, {}}));
        }
        parts.push_back(query::make_node(query::Phrase{run, query::Exactness::folded, {}}));
        FacetCounter none({});
        return match(*query::make_and(std::move(parts)), context_, {}, SortOrder::relevance, 0, none).total;
    }

    MatchContext& context_;
    Typed typed_;
    std::size_t limit_;
    std::vector<Rows> rows_;             ///< of each segment
    std::vector<Candidate> candidates_;  ///< as they are offered
};

}  // namespace

Completer::Completer(const Index& index, std::size_t list_memory_bytes)
    : context_(index, Bm25fParameters{}, list_memory_bytes) {}

std::vector<Completion> Completer::complete(std::string_view typed, std::size_t limit) {
    Completing completing(context_, typed, limit);
    std::vector<Completion> completions;
    if (!completing.has_words()) return completions;
    completing.add_words(completions);
    completing.add_titles(completions);
    return completions;
}

}  // namespace dateline
