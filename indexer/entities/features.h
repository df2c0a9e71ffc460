#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "indexer/entities/document_view.h"
#include "indexer/entities/word_hash.h"

/// The features of a word: 64-bit keys, of which each that is true adds its weights to the word's labels. Training and
/// tagging visit the same ones. Numbers of templates live in model files.
///
/// `visit(key, by_rules)`: with `by_rules` the feature also exists once for each set of rules (Model::rules), since
/// sets of tagged text differ in what they call an organization, or a name at all.
namespace dateline::entities {

namespace feature {

/// Which neighbour a feature of a single word speaks of.
inline constexpr int reach = 2;
/// Neighbours counted from 0.
constexpr std::size_t place_of(int offset) {
    const int place = offset + reach;
    return static_cast<std::size_t>(place);
}

enum Kind : std::uint64_t {
    bias = 1,
    word,
    lower,
    shape,
    collapsed,
    prefix = 8,
    suffix = 16,
    cluster = 24,  // of single words
    lower_pair = 64,
    collapsed_pair,
    collapsed_triple,
    lower_collapsed,
    cluster_pair = 72,
    cluster_triple = 96,
    run_place = 128,
    run_first,
    run_last,
    run_last_cluster,
    run_before,
    run_behind,
    run_last_place,
    run_last_suffix,
    wide_first,
    wide_last,
    wide_place,
    listed = 144,
    listed_set,
    listed_shape,
    listed_before,
    listed_behind,
    listed_pair,
    in_capitals = 161,
    early,
    topic_shape,
    topic_cluster,
    topic_listed,
    topic_run,
    seen = 176,
    seen_before,
    seen_behind,
    seen_before_cluster,
    seen_behind_cluster,
    seen_run_last,
    seen_run_place,
    seen_listed,
    seen_run_before,
};

constexpr std::uint64_t key(Kind kind, int variant, std::uint64_t value) {
    return mix((static_cast<std::uint64_t>(kind) << 8U) + static_cast<std::uint64_t>(variant + 128), value);
}

/// Stands for what lies before and behind a sentence.
inline const WordForm& border() {
    static const WordForm form{.word = 1, .lower = 1, .shape = 1, .collapsed_shape = 1};
    return form;
}

}  // namespace feature

/// What a word itself says, `offset` words away from the one to be labelled.
template <typename Visit>
void visit_word_features(const WordForm& form, int offset, Visit&& visit) {
    using namespace feature;
    const bool here = offset == 0;
    const bool near = offset >= -1 && offset <= 1;
    visit(key(lower, offset, form.lower), near);
    visit(key(collapsed, offset, form.collapsed_shape), here);
    for (std::size_t i = 0; i < form.clusters.size(); ++i) {
        if (form.clusters[i] == 0) continue;
        visit(key(static_cast<Kind>(cluster + i), offset, form.clusters[i]), here || (near && (i == 1 || i == 2)));
    }
    if (!near) return;
    visit(key(shape, offset, form.shape), here);
    if (form.suffixes[2] != 0) visit(key(static_cast<Kind>(suffix + 2), offset, form.suffixes[2]), here);
    if (!here) return;
    visit(key(bias, 0, 0), true);
    visit(key(word, 0, form.word), true);
    for (std::size_t i = 0; i < form.prefixes.size(); ++i) {
        if (form.prefixes[i] == 0) break;
        visit(key(static_cast<Kind>(prefix + i), 0, form.prefixes[i]), false);
        if (i != 2) visit(key(static_cast<Kind>(suffix + i), 0, form.suffixes[i]), false);
    }
}

/// A token with its neighbours.
class Surroundings {
public:
    Surroundings(const DocumentView& view, std::size_t token) : view_(view), token_(token) {
        const std::uint32_t sentence = view.sentence_of(token);
        begin_ = view.sentences()[sentence];
        end_ = view.sentences()[sentence + 1];
        for (int offset = -feature::reach; offset <= feature::reach; ++offset) {
            around_[feature::place_of(offset)] = has(offset) ? &view.form(at(offset)) : &feature::border();
        }
    }

    bool has(int offset) const {
        const auto place = static_cast<std::ptrdiff_t>(token_) + offset;
        return place >= static_cast<std::ptrdiff_t>(begin_) && place < static_cast<std::ptrdiff_t>(end_);
    }
    std::size_t at(int offset) const { return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(token_) + offset); }
    const WordForm& form(int offset) const { return *around_[feature::place_of(offset)]; }
    std::uint64_t listed(int offset) const { return has(offset) ? view_.listed(at(offset)) : 0; }

    const DocumentView& view() const { return view_; }
    std::size_t token() const { return token_; }
    std::uint32_t begin() const { return begin_; }
    std::uint32_t end() const { return end_; }

private:
    const DocumentView& view_;
    std::size_t token_;
    std::uint32_t begin_;
    std::uint32_t end_;
    std::array<const WordForm*, 2 * feature::reach + 1> around_{};
};

template <typename Visit>
void visit_neighbour_features(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    const auto pair = [](std::uint64_t a, std::uint64_t b) { return mix(a, b); };
    const WordForm& before = s.form(-1);
    const WordForm& here = s.form(0);
    const WordForm& behind = s.form(1);
    visit(key(lower_pair, 0, pair(before.lower, here.lower)), false);
    visit(key(lower_pair, 1, pair(here.lower, behind.lower)), false);
    visit(key(lower_pair, -2, pair(s.form(-2).lower, before.lower)), false);
    visit(key(lower_pair, 2, pair(behind.lower, s.form(2).lower)), false);
    visit(key(lower_pair, 3, pair(before.lower, behind.lower)), false);
    const auto shape_of = [&](int offset) { return s.form(offset).collapsed_shape; };
    visit(key(collapsed_pair, 0, pair(shape_of(-1), shape_of(0))), false);
    visit(key(collapsed_pair, 1, pair(shape_of(0), shape_of(1))), false);
    visit(key(collapsed_triple, 0, pair(pair(shape_of(-1), shape_of(0)), shape_of(1))), true);
    visit(key(collapsed_triple, -1, pair(pair(shape_of(-2), shape_of(-1)), shape_of(0))), false);
    visit(key(collapsed_triple, 1, pair(pair(shape_of(0), shape_of(1)), shape_of(2))), false);
    visit(key(lower_collapsed, 0, pair(before.lower, here.collapsed_shape)), true);
    visit(key(lower_collapsed, 1, pair(here.collapsed_shape, behind.lower)), true);
    for (std::size_t i = 0; i < here.clusters.size(); ++i) {
        const auto cluster_of = [&](int offset) { return std::uint64_t{s.form(offset).clusters[i]}; };
        const auto kind = static_cast<Kind>(cluster_pair + i);
        visit(key(kind, 0, cluster_of(-1) << 16U | cluster_of(0)), i == 1);
        visit(key(kind, 1, cluster_of(0) << 16U | cluster_of(1)), i == 1);
        if (i == 3) break;
        visit(key(kind, 2, cluster_of(-1) << 16U | cluster_of(1)), false);
        if (i == 2) continue;
        const auto triple = static_cast<Kind>(cluster_triple + i);
        visit(key(triple, 0, cluster_of(-1) << 32U | cluster_of(0) << 16U | cluster_of(1)), false);
        visit(key(triple, -1, cluster_of(-2) << 32U | cluster_of(-1) << 16U | cluster_of(0)), false);
        visit(key(triple, 1, cluster_of(0) << 32U | cluster_of(1) << 16U | cluster_of(2)), false);
    }
}

template <typename Visit>
void visit_run_features(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    const DocumentView& view = s.view();
    const DocumentView::Run run = view.run(s.token());
    if (run.end == 0) return;
    const std::uint64_t length = std::min<std::uint32_t>(run.end - run.begin, 6);
    const std::uint64_t place = std::min<std::uint32_t>(static_cast<std::uint32_t>(s.token()) - run.begin, 6);
    const std::uint64_t initial = run.begin == s.begin() ? 1 : 0;
    const WordForm& last = view.form(run.end - 1);
    const WordForm& before = run.begin > s.begin() ? view.form(run.begin - 1) : border();
    const WordForm& behind = run.end < s.end() ? view.form(run.end) : border();
    const std::uint64_t placed = place << 16U | length << 8U | initial;
    visit(key(run_place, 0, placed), true);
    visit(key(run_first, 0, mix(view.form(run.begin).lower, place == 0 ? 1 : 0)), false);
    visit(key(run_last, 0, mix(last.lower, place + 1 == length ? 1 : 0)), true);
    visit(key(run_last_cluster, 0, mix(last.clusters[2], place + 1 == length ? 1 : 0)), false);
    if (last.suffixes[2] != 0) visit(key(run_last_suffix, 0, mix(last.suffixes[2], length)), false);
    visit(key(run_before, 0, mix(before.lower, place)), true);
    visit(key(run_behind, 0, mix(behind.lower, length - place)), true);
    visit(key(run_before, 1, mix(before.clusters[1], behind.clusters[1])), false);
    visit(key(run_last_place, 0, mix(last.clusters[1], placed)), false);
}

/// Names with small words inside: `Bank of England`, `Ministry of Health and Welfare`.
template <typename Visit>
void visit_wide_run_features(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    const DocumentView& view = s.view();
    const DocumentView::Run run = view.wide_run(s.token());
    if (run.end == 0) return;
    const std::uint64_t before = std::min<std::uint64_t>(s.token() - run.begin, 3);
    const std::uint64_t behind = std::min<std::uint64_t>(run.end - 1 - s.token(), 3);
    const std::uint64_t placed = before << 8U | behind;
    const WordForm& first = view.form(run.begin);
    const WordForm& last = view.form(run.end - 1);
    visit(key(wide_first, 0, mix(first.lower, placed)), true);
    visit(key(wide_last, 0, mix(last.lower, placed)), false);
    visit(key(wide_place, 0, mix(first.clusters[2], placed)), false);
    visit(key(wide_place, 1, mix(s.form(0).lower, placed)), false);
    visit(key(wide_place, 2, mix(std::uint64_t{first.clusters[1]} << 16U | last.clusters[1], placed)), false);
}

template <typename Visit>
void visit_listed_features(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    for (int offset = -1; offset <= 1; ++offset) {
        for (std::uint64_t set = s.listed(offset); set != 0; set &= set - 1) {
            visit(key(listed, offset, static_cast<std::uint64_t>(std::countr_zero(set))), offset == 0);
        }
    }
    const std::uint64_t set = s.listed(0);
    if (set != 0) {
        visit(key(listed_set, 0, set), true);
        visit(key(listed_shape, 0, mix(set, s.form(0).collapsed_shape)), false);
        visit(key(listed_before, 0, mix(set, s.form(-1).lower)), false);
        visit(key(listed_behind, 0, mix(set, s.form(1).lower)), false);
    }
    if ((set | s.listed(-1)) != 0) visit(key(listed_pair, 0, mix(s.listed(-1), set)), false);
    if ((set | s.listed(1)) != 0) visit(key(listed_pair, 1, mix(set, s.listed(1))), false);
}

template <typename Visit>
void visit_sentence_features(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    const std::uint32_t sentence = s.view().sentence_of(s.token());
    if (s.view().is_in_capitals(sentence)) visit(key(in_capitals, 0, s.form(0).collapsed_shape), true);
    if (s.form(0).has_capital) {
        const std::uint64_t topic = s.view().topic();
        const DocumentView::Run run = s.view().run(s.token());
        visit(key(topic_shape, 0, mix(topic, s.form(0).collapsed_shape)), true);
        visit(key(topic_cluster, 0, mix(topic, s.form(0).clusters[1])), false);
        visit(key(topic_run, 0,
                  mix(topic, std::uint64_t{run.end - run.begin} << 8U | (s.token() == s.begin() ? 1U : 0U))),
              false);
        if (s.listed(0) != 0) visit(key(topic_listed, 0, mix(topic, s.listed(0))), false);
    }
    visit(key(early, 0, std::min<std::uint64_t>(sentence, 3)), false);
    visit(key(early, 1, mix(std::min<std::uint64_t>(sentence, 3), s.form(0).collapsed_shape)), false);
}

/// What the place of an equal word tells: at most most_seen_keys features.
inline constexpr std::size_t most_seen_keys = 8;
template <typename Visit>
void visit_occurrence(const DocumentView& view, std::size_t token, Visit&& visit) {
    using namespace feature;
    const Surroundings other(view, token);
    visit(key(seen_before, 0, other.form(-1).lower));
    visit(key(seen_behind, 0, other.form(1).lower));
    visit(key(seen_before_cluster, 0, other.form(-1).clusters[1]));
    visit(key(seen_behind_cluster, 0, other.form(1).clusters[1]));
    if (view.listed(token) != 0) visit(key(seen_listed, 0, view.listed(token)));
    const DocumentView::Run run = view.run(token);
    if (run.end == 0) return;
    const std::uint64_t place = std::min<std::uint64_t>(token - run.begin, 3);
    const std::uint64_t length = std::min<std::uint64_t>(run.end - run.begin, 4);
    visit(key(seen_run_last, 0, view.form(run.end - 1).lower));
    visit(key(seen_run_place, 0, place << 8U | length));
    const WordForm& before = run.begin > other.begin() ? view.form(run.begin - 1) : border();
    visit(key(seen_run_before, 0, mix(before.lower, place)));
}

/// What the document tells of a word that begins with a capital, whatever its other places are.
template <typename Visit>
void visit_status_feature(const Surroundings& s, Visit&& visit) {
    using namespace feature;
    const DocumentView& view = s.view();
    const DocumentView::Evidence* evidence = view.evidence(s.token());
    if (evidence == nullptr) return;
    const bool initial = s.token() == s.begin();
    const bool capitals = view.is_in_capitals(view.sentence_of(s.token()));
    const std::uint64_t status = (initial ? 1U : 0U) | (capitals ? 2U : 0U);
    visit(key(seen, 0,
              status << 2U | (view.seen_in_lower_case(s.token()) ? 1U : 0U) | (evidence->inside_sentence ? 2U : 0U)),
          true);
}

/// What the same word elsewhere in the document tells, each thing once.
template <typename Visit>
void visit_seen_features(const Surroundings& s, Visit&& visit) {
    const DocumentView::Evidence* evidence = s.view().evidence(s.token());
    if (evidence == nullptr) return;
    std::array<std::uint64_t, most_seen_keys * DocumentView::most_occurrences> keys;
    std::size_t count = 0;
    for (std::size_t i = 0; i < evidence->occurrences; ++i) {
        if (evidence->places[i] == s.token()) continue;
        visit_occurrence(s.view(), evidence->places[i], [&](std::uint64_t key) { keys[count++] = key; });
    }
    std::sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
    const auto end = std::unique(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
    for (auto each = keys.begin(); each != end; ++each) visit(*each, false);
}

/// All but what single words and other places say.
template <typename Visit>
void visit_context_features(const Surroundings& s, Visit&& visit) {
    visit_neighbour_features(s, visit);
    visit_run_features(s, visit);
    visit_wide_run_features(s, visit);
    visit_listed_features(s, visit);
    visit_sentence_features(s, visit);
    visit_status_feature(s, visit);
}

template <typename Visit>
void visit_features(const Surroundings& s, Visit&& visit) {
    for (int offset = -feature::reach; offset <= feature::reach; ++offset) {
        visit_word_features(s.form(offset), offset, visit);
    }
    visit_context_features(s, visit);
    visit_seen_features(s, visit);
}

/// The key of a feature's copy for one set of rules.
constexpr std::uint64_t by_rules(std::uint64_t feature, std::size_t rules) { return mix(feature, 0x52554C + rules); }

}  // namespace dateline::entities
