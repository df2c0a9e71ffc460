#include "indexer/entities/viterbi.h"

#include <algorithm>

namespace dateline::entities {
namespace {

constexpr std::size_t opening_labels = 9;

template <bool (*Holds)(Label)>
constexpr std::array<Label, opening_labels> labels_that() {
    std::array<Label, opening_labels> found{};
    std::size_t count = 0;
    for (Label label = 0; label < label_count; ++label) {
        if (Holds(label)) found[count++] = label;
    }
    return found;
}

constexpr std::array opening = labels_that<opens>();
constexpr std::array closing = labels_that<closes>();

}  // namespace

void Viterbi::decode(std::span<const Scores> emissions, std::span<Label> labels) {
    if (emissions.empty()) return;
    constexpr int impossible = -(1 << 24);
    std::array<int, label_count> best;
    best.fill(impossible);
    for (const Label label : opening) best[label] = transitions_[outside][label] + emissions[0][label];
    from_.resize(emissions.size());
    for (std::size_t i = 1; i < emissions.size(); ++i) {
        std::array<int, label_count> next;
        std::array<Label, label_count>& from = from_[i];
        for (const Label after : opening) {
            int score = 2 * impossible;
            for (const Label before : closing) {
                const int each = best[before] + transitions_[before][after];
                if (each > score) {
                    score = each;
                    from[after] = before;
                }
            }
            next[after] = score + emissions[i][after];
        }
        for (std::size_t type = 0; type < entity_types; ++type) {
            const Label begin = label_of(static_cast<EntityType>(type), Place::begin);
            const Label inner = label_of(static_cast<EntityType>(type), Place::inner);
            for (const Label after : {inner, label_of(static_cast<EntityType>(type), Place::end)}) {
                const int from_begin = best[begin] + transitions_[begin][after];
                const int from_inner = best[inner] + transitions_[inner][after];
                from[after] = from_begin >= from_inner ? begin : inner;
                next[after] = std::max(from_begin, from_inner) + emissions[i][after];
            }
        }
        best = next;
    }
    Label last = outside;
    int score = 4 * impossible;
    for (const Label label : closing) {
        const int each = best[label] + transitions_[label][outside];
        if (each > score) {
            score = each;
            last = label;
        }
    }
    for (std::size_t i = emissions.size(); i-- > 0;) {
        labels[i] = last;
        last = i > 0 ? from_[i][last] : last;
    }
}

}  // namespace dateline::entities
