#include "indexer/entities/document_view.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "indexer/entities/labels.h"
#include "indexer/entities/never_names.h"
#include "indexer/entities/word_hash.h"

namespace dateline::entities {
namespace {

NumberSet hashes_of(std::initializer_list<std::string_view> words) {
    NumberSet hashes;
    for (const std::string_view word : words) hashes.number_of(hash_of(word));
    return hashes;
}

const NumberSet& joins_names() {
    static const NumberSet words = hashes_of({"of", "the", "for", "and", "&",   "de", "la",  "del", "des", "du",
                                              "da", "di",  "van", "der", "von", "al", "bin", "on",  "in",  "'s"});
    return words;
}

const NumberSet& sports_words() {
    static const NumberSet words = hashes_of(
        {"match",      "matches",   "season", "league",       "coach",     "goal",       "goals",     "team",
         "teams",      "players",   "player", "championship", "champion",  "tournament", "cup",       "club",
         "striker",    "innings",   "wicket", "wickets",      "scored",    "score",      "referee",   "midfielder",
         "olympic",    "semifinal", "final",  "halftime",     "game",      "games",      "standings", "defender",
         "goalkeeper", "stadium",   "soccer", "football",     "tennis",    "cricket",    "baseball",  "basketball",
         "golf",       "rugby",     "hockey", "runs",         "batted",    "division",   "played",    "seed",
         "seeded",     "race",      "lap",    "medal",        "athletics", "quarterback"});
    return words;
}

const NumberSet& market_words() {
    static const NumberSet words = hashes_of(
        {"shares",   "stock",       "stocks",       "quarter",  "profit",    "earnings",  "bond",   "bonds",
         "traders",  "analyst",     "analysts",     "market",   "markets",   "investors", "dollar", "yen",
         "index",    "fund",        "funds",        "revenue",  "revenues",  "billion",   "rates",  "futures",
         "exchange", "securities",  "shareholders", "company",  "companies", "net",       "sales",  "forecast",
         "merger",   "acquisition", "yield",        "inflation"});
    return words;
}

/// Small words that names begin with.
const NumberSet& name_particles() {
    static const NumberSet words = hashes_of({"de", "la", "del", "des", "du",  "da",  "di", "van", "der", "den", "von",
                                              "al", "el", "bin", "ibn", "ben", "abu", "le", "los", "las", "dos", "d'"});
    return words;
}

/// Small words inside names: `Bank of the West`, `Journey to the East`.
const NumberSet& words_inside_names() {
    static const NumberSet words =
        hashes_of({"of",   "the", "for", "and", "&",  "on", "in",  "'s",  "to",  "with", "at", "by",
                   "from", "or",  "as",  "a",   "an", "de", "la",  "del", "des", "du",   "da", "di",
                   "van",  "der", "den", "von", "al", "el", "bin", "ibn", "ben", "abu",  "le", "les",
                   "los",  "las", "dos", "e",   "y",  "et", "und", "d'",  "o'",  "'n'",  "n'", "-"});
    return words;
}

/// Forms kept from document to document: some 30 MB.
constexpr std::size_t most_forms = 60'000;

}  // namespace

void DocumentView::look(const Words& words, const Lexicon& lexicon) {
    take_words(words, lexicon);
    find_sentences_in_capitals();
    find_candidates();
    find_likely();
    find_runs();
    find_wide_runs();
    find_topic();
    find_evidence();
    find_listed(lexicon);
}

void DocumentView::take_words(const Words& words, const Lexicon& lexicon) {
    if (forms_.size() > most_forms) {
        forms_.clear();
        form_numbers_.clear();
        last_document_.clear();
        ++forgettings_;
    }
    form_of_token_.clear();
    forms_here_.clear();
    ++document_;
    for (const std::string_view word : words.words) {
        const std::uint32_t number = form_numbers_.number_of(hash_of(word));
        if (number == forms_.size()) {
            forms_.push_back(form_of(word));
            forms_.back().never_name = is_never_name(word, false);
            const Clusters* clusters = lexicon.words.find(hash_of(cluster_key(plain_word(word))));
            if (clusters == nullptr && forms_.back().all_capitals) clusters = lexicon.words.find(forms_.back().title);
            if (clusters != nullptr) forms_.back().clusters = *clusters;
            last_document_.push_back(0);
        }
        if (std::exchange(last_document_[number], document_) != document_) forms_here_.push_back(number);
        form_of_token_.push_back(number);
    }
    sentences_ = words.sentences;
    sentences_.push_back(static_cast<std::uint32_t>(words.words.size()));
    sentence_of_token_.resize(size());
    for (std::uint32_t s = 0; s + 1 < sentences_.size(); ++s) {
        for (std::uint32_t t = sentences_[s]; t < sentences_[s + 1]; ++t) sentence_of_token_[t] = s;
    }
}

void DocumentView::find_sentences_in_capitals() {
    in_capitals_.assign(sentences_.size(), false);
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        bool any = false;
        bool all = true;
        for (std::uint32_t t = sentences_[s]; t < sentences_[s + 1]; ++t) {
            const WordForm& word = form(t);
            any = any || word.all_capitals;
            all = all && (word.all_capitals || !word.has_letter || (word.has_capital && word.prefixes[0] == 0));
        }
        in_capitals_[s] = any && all;
    }
}

void DocumentView::find_candidates() {
    candidates_.assign(size(), false);
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        const std::size_t begin = sentences_[s];
        const std::size_t end = sentences_[s + 1];
        for (std::size_t t = begin; t < end; ++t) {
            if (!form(t).has_capital) continue;
            const std::size_t first = t - begin < 2 ? begin : t - 2;
            for (std::size_t near = first; near < std::min(end, t + 3); ++near) candidates_[near] = true;
        }
    }
}

bool DocumentView::has_capital_within(std::size_t first, std::size_t end) const {
    for (std::size_t t = first; t < end; ++t) {
        if (form(t).has_capital) return true;
    }
    return false;
}

/// Of a candidate of the sentence [begin, end).
bool DocumentView::may_be_in_name(std::size_t token, std::size_t begin, std::size_t end) const {
    const WordForm& word = form(token);
    const bool capital_next = has_capital_within(token + 1, std::min(token + 2, end));
    const bool capital_last = token > begin && form(token - 1).has_capital;
    if (word.has_capital) return capital_last || capital_next || !word.never_name;
    static const std::uint64_t possessive = hash_of("'s");
    static const std::uint64_t bracket = hash_of(")");  // Mladost (BJ)
    if (capital_last && (capital_next || word.has_digit || word.lower == possessive || word.lower == bracket))
        return true;
    if (capital_next && (word.has_digit || name_particles().contains(word.lower))) return true;
    if (word.has_letter && !words_inside_names().contains(word.lower)) return false;
    const bool capital_before = has_capital_within(token - std::min<std::size_t>(2, token - begin), token);
    return capital_before && has_capital_within(token + 1, std::min(token + 3, end));
}

void DocumentView::find_likely() {
    likely_.assign(size(), false);
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        for (std::size_t t = sentences_[s]; t < sentences_[s + 1]; ++t)
            likely_[t] = candidates_[t] && may_be_in_name(t, sentences_[s], sentences_[s + 1]);
    }
}

void DocumentView::find_runs() {
    runs_.assign(size(), Run{});
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        if (in_capitals_[s]) continue;
        for (std::uint32_t t = sentences_[s]; t < sentences_[s + 1];) {
            std::uint32_t end = t;
            while (end < sentences_[s + 1] && form(end).capitalized) ++end;
            for (std::uint32_t inner = t; inner < end; ++inner) runs_[inner] = {t, end};
            t = std::max(end, t + 1);
        }
    }
}

void DocumentView::find_wide_runs() {
    wide_runs_.assign(size(), Run{});
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        const std::uint32_t end = sentences_[s + 1];
        for (std::uint32_t begin = sentences_[s]; begin < end; ++begin) {
            if (runs_[begin].end == 0) continue;
            std::uint32_t last = runs_[begin].end;
            while (last < end) {
                std::uint32_t next = last;
                while (next < end && next - last < 2 && joins_names().contains(form(next).lower)) ++next;
                if (next == last || next == end || runs_[next].end == 0) break;
                last = runs_[next].end;
            }
            if (last > runs_[begin].end)
                std::fill(wide_runs_.begin() + begin, wide_runs_.begin() + last, Run{begin, last});
            begin = last;
        }
    }
}

void DocumentView::find_topic() {
    std::size_t sports = 0;
    std::size_t markets = 0;
    for (const std::uint32_t number : forms_here_) {
        const WordForm& word = forms_[number];
        if (sports_words().contains(word.lower)) ++sports;
        if (market_words().contains(word.lower)) ++markets;
    }
    const auto much = [](std::size_t words) { return words < 2 ? 0U : words < 4 ? 1U : words < 8 ? 2U : 3U; };
    topic_ = static_cast<std::uint8_t>(much(sports) << 2U | much(markets));
}

std::uint64_t DocumentView::looked_up(std::size_t token) const {
    return in_capitals_[sentence_of_token_[token]] ? form(token).title : form(token).word;
}

void DocumentView::find_evidence() {
    small_words_.clear();
    groups_.clear();
    evidence_.clear();
    group_of_token_.assign(size(), no_group);
    for (std::uint32_t t = 0; t < size(); ++t) {
        const WordForm& word = form(t);
        if (!word.has_capital) {
            if (word.has_letter) small_words_.number_of(word.word);
            continue;
        }
        const std::uint32_t group = groups_.number_of(looked_up(t));
        if (group == evidence_.size()) evidence_.emplace_back();
        group_of_token_[t] = group;
        const std::uint32_t sentence = sentence_of_token_[t];
        if (in_capitals_[sentence]) continue;
        Evidence& evidence = evidence_[group];
        if (t != sentences_[sentence]) evidence.inside_sentence = true;
        if (evidence.occurrences < most_occurrences) evidence.places[evidence.occurrences++] = t;
    }
}

void DocumentView::find_listed(const Lexicon& lexicon) {
    listed_.assign(size(), 0);
    for (std::size_t s = 0; s + 1 < sentences_.size(); ++s) {
        std::array<std::uint32_t, most_lists> free_from{};  // behind the last name of each list
        const std::uint32_t end = sentences_[s + 1];
        for (std::uint32_t t = sentences_[s]; t < end; ++t) {
            if (!form(t).has_capital) continue;
            std::array<ListSet, longest_listed_words> found{};
            std::uint64_t key = name_key_start;
            const std::size_t longest = std::min<std::size_t>(longest_listed_words, end - t);
            for (std::uint32_t n = 0; n < longest; ++n) {
                key = mix(key, looked_up(t + n));
                if (const ListSet* lists = lexicon.names.find(key)) found[n] = *lists;
            }
            for (std::uint32_t list = 0; list < most_lists; ++list) {
                if (free_from[list] > t) continue;
                for (std::size_t n = longest; n-- > 0;) {
                    if ((found[n] >> list & 1U) == 0) continue;
                    for (std::size_t i = 0; i <= n; ++i) {
                        const Place place = n == 0   ? Place::single
                                            : i == 0 ? Place::begin
                                            : i == n ? Place::end
                                                     : Place::inner;
                        listed_[t + i] |= std::uint64_t{1} << (list * places + static_cast<unsigned>(place));
                    }
                    free_from[list] = t + static_cast<std::uint32_t>(n) + 1;
                    break;
                }
            }
        }
    }
}

}  // namespace dateline::entities
