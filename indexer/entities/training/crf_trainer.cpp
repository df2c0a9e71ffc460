#include "indexer/entities/training/crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline::entities {
namespace {

constexpr float smallest_gradient = 1e-3F;

}  // namespace

CrfTrainer::CrfTrainer(const EncodedCorpus& corpus, const CrfOptions& options)
    : corpus_(corpus), options_(options), rows_(corpus.keys().size()), random_(options.seed) {}

void CrfTrainer::run(unsigned epochs, unsigned averaged, const std::function<void(double)>& progress) {
    std::vector<std::uint32_t> order(corpus_.rows().size());
    std::iota(order.begin(), order.end(), 0U);
    for (unsigned epoch = 0; epoch < epochs; ++epoch) {
        if (epoch + averaged == epochs) {
            averaging_ = true;
            step_ = 0;
            transitions_.sum = {};
            for (Row& row : rows_) {
                row.sum = {};
                row.summed_to = 0;
            }
        }
        random_.shuffle(order);
        double loss = 0;
        for (const std::uint32_t each : order) {
            loss += step(corpus_.rows()[each]);
            if (averaging_) ++step_;
        }
        progress(loss / static_cast<double>(corpus_.words()));
    }
    average(step_);
    averaging_ = false;
}

double CrfTrainer::step(const EncodedCorpus::Row& row) {
    active_.clear();
    active_ends_.clear();
    std::vector<LabelVector>& scores = lattice_.scores();
    scores.assign(row.size, LabelVector{});
    std::array<Label, 256> few_labels;
    std::vector<Label> many_labels(row.size > few_labels.size() ? row.size : 0);
    Label* gold = many_labels.empty() ? few_labels.data() : many_labels.data();
    const auto dropped_below = static_cast<std::uint64_t>(options_.dropout * 65536.0F);
    for (std::uint32_t i = 0; i < row.size; ++i) {
        gold[i] = corpus_.label(row.first + i);
        std::uint64_t bits = 0;
        unsigned left = 0;
        for (const std::uint32_t feature : corpus_.features(row.first + i)) {
            if (left == 0) {
                bits = random_.next();
                left = 4;
            }
            const bool dropped = (bits & 0xFFFFU) < dropped_below;
            bits >>= 16U;
            --left;
            if (dropped) continue;
            active_.push_back(feature);
            const LabelVector& weights = rows_[feature].weights;
            for (std::size_t label = 0; label < label_vector_size; ++label) scores[i][label] += weights[label];
        }
        active_ends_.push_back(active_.size());
    }
    const double loss = lattice_.run({gold, row.size}, transitions_.weights);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < row.size; ++i) {
        const LabelVector& gradient = lattice_.gradients()[i];
        float largest = 0;
        for (const float each : gradient) largest = std::max(largest, std::abs(each));
        if (largest >= smallest_gradient) {
            for (; next < active_ends_[i]; ++next) update(rows_[active_[next]], gradient);
        }
        next = active_ends_[i];
    }
    update_transitions();
    return loss;
}

void CrfTrainer::update(Row& row, const LabelVector& gradient) const {
    if (averaging_) {
        const auto steps = static_cast<float>(step_ - row.summed_to);
        for (std::size_t i = 0; i < label_vector_size; ++i) row.sum[i] += row.weights[i] * steps;
        row.summed_to = step_;
    }
    for (std::size_t i = 0; i < label_vector_size; ++i) {
        const float slope = gradient[i] + options_.l2 * row.weights[i];
        row.squares[i] += slope * slope;
        row.weights[i] -= options_.rate * slope / (std::sqrt(row.squares[i]) + 1e-6F);
    }
}

void CrfTrainer::update_transitions() {
    for (Label before = 0; before < label_count; ++before) {
        LabelVector& weights = transitions_.weights[before];
        for (std::size_t i = 0; i < label_count; ++i) {
            const float slope = lattice_.transition_gradient()[before][i];
            float& squares = transitions_.squares[before][i];
            squares += slope * slope;
            weights[i] -= options_.rate * slope / (std::sqrt(squares) + 1e-6F);
            if (averaging_) transitions_.sum[before][i] += weights[i];
        }
    }
}

void CrfTrainer::average(std::uint32_t steps) {
    if (steps == 0) return;
    for (Row& row : rows_) {
        const auto left = static_cast<float>(steps - row.summed_to);
        for (std::size_t i = 0; i < label_vector_size; ++i) {
            row.weights[i] = (row.sum[i] + row.weights[i] * left) / static_cast<float>(steps);
        }
    }
    for (std::size_t before = 0; before < label_count; ++before) {
        for (std::size_t i = 0; i < label_count; ++i) {
            transitions_.weights[before][i] = transitions_.sum[before][i] / static_cast<float>(steps);
        }
    }
}

std::array<float, label_count> CrfTrainer::weights(std::size_t feature) const {
    std::array<float, label_count> found;
    std::copy_n(rows_[feature].weights.begin(), label_count, found.begin());
    return found;
}

}  // namespace dateline::entities
