#include "indexer/entities/tagger.h"

#include <algorithm>

#include "indexer/entities/features.h"
#include "indexer/entities/never_names.h"
#include "indexer/entities/normal_forms.h"

namespace dateline::entities {
namespace {

constexpr std::size_t word_places = 2 * feature::reach + 1;

void add(Scores& sum, const Scores& other) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = static_cast<std::int16_t>(sum[i] + other[i]);
}

/// Adds `share` parts of other.
void add(Scores& sum, const Scores& other, int share) {
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] = static_cast<std::int16_t>(sum[i] + other[i] * share / whole_share);
}

void add(const Model& model, const WeightCodes& codes, Scores& scores) {
    if (codes.outside == WeightCodes::is_exact) {
        const ExactWeights& weights = model.exact_weights()[codes.exact_row()];
        for (std::size_t label = 0; label < label_count; ++label) {
            scores[label] = static_cast<std::int16_t>(scores[label] + weights[label]);
        }
        return;
    }
    // Gathered first, so that the sum is one operation on a vector.
    std::array<std::array<std::int16_t, places>, entity_types> weights;
    for (std::size_t type = 0; type < entity_types; ++type) weights[type] = model.code_books()[type][codes.books[type]];
    const std::int16_t* const first = weights.front().data();
    for (std::size_t label = 0; label < places * entity_types; ++label)
        scores[label] = static_cast<std::int16_t>(scores[label] + first[label]);
    scores[outside] = static_cast<std::int16_t>(scores[outside] + codes.outside * (score_unit / outside_unit));
}

}  // namespace

Tagger::Tagger(const Model& model) : model_(model), viterbi_(model.transitions()) {}

void Tagger::add(std::span<const std::uint64_t> features, Scores& scores) {
    model_.features().find_all(features, places_,
                               [&](std::size_t, const WeightCodes& codes) { entities::add(model_, codes, scores); });
}

void Tagger::add_gathered(Scores& scores) {
    for (std::size_t rules = 0; rules < model_.info().rules; ++rules) {
        if (rules_[rules] == 0) continue;
        copies_.clear();
        for (const std::uint64_t feature : ruled_) copies_.push_back(by_rules(feature, rules));
        if (rules_[rules] == whole_share) {
            features_.insert(features_.end(), copies_.begin(), copies_.end());
        } else {
            Scores of_copies{};
            add(copies_, of_copies);
            entities::add(scores, of_copies, rules_[rules]);
        }
    }
    add(features_, scores);
    features_.clear();
    ruled_.clear();
}

const Scores& Tagger::word_scores(std::size_t token, int offset, std::optional<std::size_t> rules) {
    const std::size_t of_form = view_.form_number(token) * word_places + feature::place_of(offset);
    const std::size_t variant = rules ? 1 + *rules : 0;
    std::uint32_t& row = rows_of_form_[of_form * (1 + model_.info().rules) + variant];
    if (row != 0) return word_rows_[row];
    row = static_cast<std::uint32_t>(word_rows_.size());
    copies_.clear();
    visit_word_features(view_.form(token), offset, [&](std::uint64_t key, bool ruled) {
        if (!rules) copies_.push_back(key);
        else if (ruled) copies_.push_back(by_rules(key, *rules));
    });
    add(copies_, word_rows_.emplace_back());
    return word_rows_.back();
}

void Tagger::add_word_scores(std::size_t token, int offset, Scores& scores) {
    entities::add(scores, word_scores(token, offset, std::nullopt));
    for (std::size_t rules = 0; rules < model_.info().rules; ++rules) {
        if (rules_[rules] == whole_share) entities::add(scores, word_scores(token, offset, rules));
        else if (rules_[rules] != 0) entities::add(scores, word_scores(token, offset, rules), rules_[rules]);
    }
}

/// The features that the places of a word tell, looked up once for all of them.
std::span<const Tagger::SeenScores> Tagger::known_seen(std::uint32_t number, std::size_t token) {
    std::vector<SeenScores>& seen = seen_[number];
    if (seen_known_[number]) return seen;
    seen_known_[number] = true;
    seen.clear();
    const DocumentView::Evidence& evidence = *view_.evidence(token);
    for (std::uint32_t i = 0; i < evidence.occurrences; ++i) {
        visit_occurrence(view_, evidence.places[i],
                         [&](std::uint64_t key) { seen.push_back({.key = key, .occurrences = 1U << i}); });
    }
    std::ranges::sort(seen, {}, &SeenScores::key);
    std::size_t kept = 0;
    for (const SeenScores& one : seen) {
        if (kept > 0 && seen[kept - 1].key == one.key) seen[kept - 1].occurrences |= one.occurrences;
        else seen[kept++] = one;
    }
    seen.resize(kept);
    std::vector<std::uint64_t>& keys = copies_;
    keys.clear();
    for (const SeenScores& one : seen) keys.push_back(one.key);
    kept = 0;
    model_.features().find_all(keys, places_, [&](std::size_t i, const WeightCodes& codes) {
        seen[kept] = {.key = seen[i].key, .occurrences = seen[i].occurrences};
        entities::add(model_, codes, seen[kept++].scores);
    });
    seen.resize(kept);
    return seen;
}

void Tagger::add_seen(std::size_t token, Scores& scores) {
    const std::uint32_t number = view_.evidence_number(token);
    if (number == DocumentView::no_group) return;
    const DocumentView::Evidence& evidence = *view_.evidence(token);
    std::uint32_t others = (1U << evidence.occurrences) - 1;
    for (std::uint32_t i = 0; i < evidence.occurrences; ++i) {
        if (evidence.places[i] == token) others &= ~(1U << i);
    }
    if (others == 0) return;
    for (const SeenScores& one : known_seen(number, token)) {
        if ((one.occurrences & others) != 0) entities::add(scores, one.scores);
    }
}

void Tagger::score(std::size_t token, Scores& scores) {
    const Surroundings surroundings(view_, token);
    scores = {};
    for (int offset = -feature::reach; offset <= feature::reach; ++offset) {
        if (surroundings.has(offset)) add_word_scores(surroundings.at(offset), offset, scores);
    }
    const auto gather = [this](std::uint64_t key, bool ruled) {
        features_.push_back(key);
        if (ruled) ruled_.push_back(key);
    };
    for (int offset = -feature::reach; offset <= feature::reach; ++offset) {
        if (!surroundings.has(offset)) visit_word_features(feature::border(), offset, gather);
    }
    visit_context_features(surroundings, gather);
    add_gathered(scores);
    add_seen(token, scores);
}

std::span<const Label> Tagger::label(const DocumentView::Words& words, const KindShares& rules) {
    rules_ = rules;
    view_.look(words, model_.lexicon());
    if (forgettings_ != view_.forgettings() || word_rows_.empty()) {
        rows_of_form_.clear();
        word_rows_.assign(1, Scores{});
        forgettings_ = view_.forgettings();
    }
    rows_of_form_.resize(view_.known_forms() * word_places * (1 + model_.info().rules));
    if (seen_.size() < view_.evidences()) seen_.resize(view_.evidences());
    seen_known_.assign(view_.evidences(), false);
    labels_.assign(view_.size(), outside);
    for (std::size_t s = 0; s + 1 < view_.sentences().size(); ++s) {
        const std::size_t end = view_.sentences()[s + 1];
        for (std::size_t begin = view_.sentences()[s]; begin < end; ++begin) {
            std::size_t last = begin;
            scores_.clear();
            for (; last < end && view_.is_likely(last); ++last) score(last, scores_.emplace_back());
            viterbi_.decode(scores_, std::span(labels_).subspan(begin, last - begin));
            begin = last;
        }
    }
    return labels_;
}

void Tagger::take_words(std::string_view text, const Tokens& tokens) {
    words_.clear();
    for (const Token& token : tokens.tokens) words_.words.push_back(text.substr(token.begin, token.end - token.begin));
    words_.sentences = tokens.sentences;
}

bool Tagger::text_begins_in_capitals() const {
    const auto beginning = std::span(words_.sentences).first(std::min(words_.sentences.size(), sentences_of_beginning));
    return std::ranges::any_of(beginning, [&](std::uint32_t word) { return begins_in_capitals(words_.words[word]); });
}

bool Tagger::reads_as_english(std::string_view text) {
    constexpr double least_share = 0.2;
    take_words(text, tokenize(text, Hyphens::keep));
    return share_of_cues(words_.words) >= least_share;
}

std::vector<Entity> Tagger::tag(std::string_view text) {
    Tokens tokens = tokenize(text, Hyphens::keep);
    take_words(text, tokens);
    const KindShares rules =
        kinds_of_writing(words_.words, text_begins_in_capitals(), model_.styles(), model_.info().rules);
    int cutting = 0;
    for (std::size_t kind = 0; kind < model_.info().rules; ++kind) {
        if ((model_.info().hyphens_cut >> kind & 1U) != 0) cutting += rules[kind];
    }
    if (cutting > whole_share / 2) {
        tokens = tokenize(text, Hyphens::cut);
        take_words(text, tokens);
    }
    const std::span<const Label> labels = label(words_, rules);
    std::vector<Entity> found;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == outside) continue;
        std::size_t last = i;
        while (!closes(labels[last])) ++last;
        const bool never = i == last && is_never_name(words_.words[i], view_.is_in_capitals(view_.sentence_of(i)));
        const std::size_t begin = tokens.tokens[i].begin;
        const std::size_t end = tokens.tokens[last].end;
        if (!never)
            found.push_back({.type = type_of(labels[i]),
                             .text = std::string(text.substr(begin, end - begin)),
                             .name = "",
                             .begin_bytes = begin,
                             .end_bytes = end});
        i = last;
    }
    give_normal_forms(found);
    return found;
}

}  // namespace dateline::entities
