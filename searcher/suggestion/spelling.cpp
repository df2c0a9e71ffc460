#include "searcher/suggestion/spelling.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "common/index/terms.h"
#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "searcher/suggestion/near_words.h"
#include "searcher/suggestion/query_words.h"
#include "searcher/suggestion/word_forms.h"

namespace dateline {
namespace {

/// More words than these are not put right: such a query is no slip of the pen.
constexpr std::size_t most_words = 16;
constexpr std::size_t most_proposals = 3;  ///< tried for each word
constexpr std::size_t most_queries = 12;   ///< tried altogether
constexpr std::size_t most_near_words = 40;

constexpr std::size_t shortest = 3;            ///< code points of a word that is looked at
constexpr std::size_t shortest_two_edits = 9;  ///< of one that may be two edits off
constexpr std::size_t shortest_known = 5;      ///< of one that some articles have
constexpr std::size_t long_enough = 7;         ///< from here on a single wrong letter leaves little doubt
constexpr std::size_t shortest_name = 6;       ///< of one with a capital that may have a wrong letter
/// In so many articles must be what a shorter word with a wrong letter is taken for: names are short and alike.
constexpr std::uint64_t least_for_short = 20;

/// A word in more articles than one of so many is not rare.
constexpr double rare_share = 5'000;
constexpr double least_rare = 2;
/// So much more frequent must be what a rare word is taken for.
constexpr double rare_ratio = 200;

/// Costs of edits, in halvings of the number of articles: about -log2 of how probable it is that this very edit slips
/// in. A letter left out or swapped can be so in one way, a wrong letter can be any of an alphabet.
constexpr double easy_edit = 3;
constexpr double vowel_edit = 5;
constexpr double edit = 7;
constexpr double first_letter = 3;  ///< on top
constexpr double parted = 7;        ///< a blank left out

struct Proposal {
    std::string text;
    double score = 0;
};

struct WrongWord {
    QueryWord word;
    std::vector<Proposal> proposals;
};

bool is_vowel(char32_t point) { return std::u32string_view(U"aeiouy").find(point) != std::u32string_view::npos; }

/// What it takes to write `written` for `meant`: cheap where a letter is left out, letters are swapped or one is
/// doubled, less so where a vowel stands for another.
double cost_of_edit(std::string_view written, std::string_view meant, unsigned edits) {
    const std::u32string a = code_points(written);
    const std::u32string b = code_points(meant);
    std::size_t front = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front]) ++front;
    const double first = front == 0 ? first_letter : 0;
    if (edits > 1) return edits * edit + first;
    const bool left_out = a.size() < b.size();
    const bool swapped =
        a.size() == b.size() && front + 1 < a.size() && a[front] == b[front + 1] && a[front + 1] == b[front];
    const bool doubled = a.size() > b.size() && front > 0 && a[front] == a[front - 1];
    if (left_out || swapped || doubled) return easy_edit + first;
    const bool vowels = a.size() == b.size() && is_vowel(a[front]) && is_vowel(b[front]);
    return (vowels ? vowel_edit : edit) + first;
}

/// Never all capitals: AND would be an operator.
std::string proposed_form(const Index& index, const std::string& folded) {
    std::string form = usual_form(index, folded);
    return is_all_capitals(form) ? folded : form;
}

class Speller {
public:
    Speller(MatchContext& context, const CountMatches& count) : context_(context), count_(count) {}

    /// Words that are unknown or rare and near others; nothing where an unknown one is near none.
    std::vector<WrongWord> wrong_words(std::vector<QueryWord> words) {
        std::vector<WrongWord> wrong;
        for (QueryWord& word : words) {
            const std::size_t length = count_code_points(word.folded);
            const double known = articles_of(word);
            if (length < shortest || known > most_rare()) continue;
            std::vector<Proposal> proposals =
                known < least_known ? proposals_of_unknown(word, length) : proposals_of_rare(word, length, known);
            if (!proposals.empty()) wrong.push_back({std::move(word), std::move(proposals)});
        }
        return wrong;
    }

private:
    static constexpr double least_known = 0.5;

    double articles_of(const QueryWord& word) {
        if (word.exactness == query::Exactness::stemmed) return context_.stemmed_frequency(word.literal, word.folded);
        return static_cast<double>(context_.document_frequency(terms::word(word.folded)));
    }

    double most_rare() const {
        return std::max(static_cast<double>(context_.index().articles()) / rare_share, least_rare);
    }

    std::vector<Proposal> proposals_of_unknown(const QueryWord& word, std::size_t length) {
        std::vector<Proposal> proposals = near(word, 1, [&](const NearWord& one) {
            if (one.articles == 0 || (is_name(word) && one.articles < least_for_name(length))) return false;
            if (cost_of_edit(word.folded, one.word, 1) <= easy_edit) return true;
            if (is_name(word)) return length >= shortest_name && is_name(one);
            return length >= long_enough || (length > shortest && one.articles >= least_for_short);
        });
        if (proposals.empty() && length >= shortest_two_edits) {
            proposals = near(word, 2,
                             [&](const NearWord& one) { return one.articles > 1 && (!is_name(word) || is_name(one)); });
        }
        if (word.alone) add_parted(word, proposals);
        return best_of(std::move(proposals));
    }

    static bool is_name(const QueryWord& word) { return has_capital(word.literal); }
    /// Names are alike, and right: a short one is put right to a well-known one only.
    std::uint64_t least_for_name(std::size_t length) const {
        return length >= shortest_two_edits ? 1 : context_.index().articles() / static_cast<std::uint64_t>(rare_share);
    }
    /// Whether articles only write it with a capital.
    bool is_name(const NearWord& one) const { return has_capital(usual_form(context_.index(), one.word)); }

    std::vector<Proposal> proposals_of_rare(const QueryWord& word, std::size_t length, double known) {
        if (length < shortest_known) return {};
        return best_of(near(word, 1, [&](const NearWord& one) {
            const double most_cost = length >= long_enough ? vowel_edit : easy_edit;
            const bool probable = cost_of_edit(word.folded, one.word, 1) <= most_cost;
            return probable && static_cast<double>(one.articles) >= rare_ratio * known;
        }));
    }

    template <typename Accept>
    std::vector<Proposal> near(const QueryWord& word, unsigned edits, Accept accept) {
        std::vector<Proposal> proposals;
        for (const NearWord& one : near_words(context_.index(), word.folded, edits, most_near_words)) {
            if (!accept(one)) continue;
            const double cost = cost_of_edit(word.folded, one.word, one.edits);
            proposals.push_back({one.word, std::log2(static_cast<double>(one.articles)) - cost});
        }
        return proposals;
    }

    /// `northkorea`: two words that stand side by side somewhere.
    void add_parted(const QueryWord& word, std::vector<Proposal>& proposals) {
        constexpr std::size_t shortest_part = 3;
        const std::string& text = word.folded;
        std::size_t points = 0;
        for (std::size_t at = 0; at < text.size();) {
            next_code_point(text, at);
            ++points;
            const std::string_view rest = std::string_view(text).substr(at);
            if (points < shortest_part || count_code_points(rest) < shortest_part) continue;
            const std::string front = text.substr(0, at);
            const bool known = context_.document_frequency(terms::word(front)) > 0 &&
                               context_.document_frequency(terms::word(rest)) > 0;
            if (!known) continue;
            const std::string both = front + " " + std::string(rest);
            const std::uint64_t articles = count_("\"" + both + "\"");
            if (articles > 1) proposals.push_back({both, std::log2(static_cast<double>(articles)) - parted});
        }
    }

    std::vector<Proposal> best_of(std::vector<Proposal> proposals) const {
        std::stable_sort(proposals.begin(), proposals.end(),
                         [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
        if (proposals.size() > most_proposals) proposals.resize(most_proposals);
        for (Proposal& proposal : proposals) {
            if (proposal.text.find(' ') == std::string::npos)
                proposal.text = proposed_form(context_.index(), proposal.text);
        }
        return proposals;
    }

    MatchContext& context_;
    const CountMatches& count_;
};

/// The query with the chosen proposal for each wrong word.
std::string put_right(std::string_view query, const std::vector<WrongWord>& wrong,
                      const std::vector<std::size_t>& chosen) {
    std::vector<std::pair<query::Span, std::string_view>> changes;
    for (std::size_t i = 0; i < wrong.size(); ++i)
        changes.emplace_back(wrong[i].word.span, wrong[i].proposals[chosen[i]].text);
    std::sort(changes.begin(), changes.end(),
              [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
    std::string text;
    std::size_t at = 0;
    for (const auto& [span, proposal] : changes) {
        text.append(query.substr(at, span.begin - at)).append(proposal);
        at = span.end;
    }
    return text.append(query.substr(at));
}

/// One proposal for each word.
struct Choice {
    std::vector<std::size_t> chosen;
    double score = 0;
};

/// Choices by falling score, `most_queries` of them.
std::vector<Choice> choices_of(const std::vector<WrongWord>& wrong) {
    std::vector<Choice> choices{{}};
    for (const WrongWord& word : wrong) {
        std::vector<Choice> longer;
        for (const Choice& choice : choices) {
            for (std::size_t i = 0; i < word.proposals.size(); ++i) {
                longer.push_back(choice);
                longer.back().chosen.push_back(i);
                longer.back().score += word.proposals[i].score;
            }
        }
        std::stable_sort(longer.begin(), longer.end(),
                         [](const Choice& a, const Choice& b) { return a.score > b.score; });
        if (longer.size() > most_queries) longer.resize(most_queries);
        choices = std::move(longer);
    }
    return choices;
}

}  // namespace

std::optional<Suggestion> suggest_spelling(const query::Node& tree, std::string_view query, std::uint64_t total,
                                           MatchContext& context, const CountMatches& count) {
    std::vector<QueryWord> words = words_of_query(tree, query, context.analyzer());
    if (words.empty() || words.size() > most_words) return std::nullopt;
    const bool several = words.size() > 1;
    const std::vector<WrongWord> wrong = Speller(context, count).wrong_words(std::move(words));
    if (wrong.empty()) return std::nullopt;
    std::optional<Suggestion> best;
    double best_score = 0;
    for (const Choice& choice : choices_of(wrong)) {
        std::string text = put_right(query, wrong, choice.chosen);
        const std::uint64_t found = count(text);
        if (found <= total) continue;
        // Words that are found together were meant together.
        const double score = choice.score + (several ? std::log2(static_cast<double>(found)) : 0);
        if (best && score <= best_score) continue;
        best = Suggestion{std::move(text), found};
        best_score = score;
    }
    return best;
}

}  // namespace dateline
