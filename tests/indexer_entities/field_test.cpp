// The conditional random field against counting all rows of labels by hand.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "indexer/entities/training/forward_backward.h"
#include "indexer/entities/training/random_bits.h"
#include "indexer/entities/viterbi.h"

namespace dateline::entities {
namespace {

/// Calls `visit(labels)` for each allowed row of so many labels.
template <typename Visit>
void for_each_row(std::size_t size, Visit visit) {
    std::vector<Label> labels(size);
    const auto extend = [&](const auto& self, std::size_t at) -> void {
        if (at == size) {
            if (may_follow(labels.back(), outside)) visit(labels);
            return;
        }
        for (Label label = 0; label < label_count; ++label) {
            if (!may_follow(at == 0 ? outside : labels[at - 1], label)) continue;
            labels[at] = label;
            self(self, at + 1);
        }
    };
    extend(extend, 0);
}

template <typename Score, typename Emissions, typename Steps>
Score score_of(const std::vector<Label>& labels, const Emissions& emissions, const Steps& steps) {
    Score score = 0;
    Label before = outside;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        score += static_cast<Score>(steps[before][labels[i]]) + static_cast<Score>(emissions[i][labels[i]]);
        before = labels[i];
    }
    return score + static_cast<Score>(steps[before][outside]);
}

}  // namespace

TEST_CASE("the best row of labels is the best of all that are allowed") {
    RandomBits random(3);
    const auto number = [&] { return static_cast<std::int16_t>(static_cast<int>(random.below(2000)) - 1000); };
    for (int round = 0; round < 30; ++round) {
        Transitions steps;
        for (auto& row : steps) {
            for (auto& step : row) step = number();
        }
        std::vector<Scores> emissions(1 + static_cast<std::size_t>(round) % 4);
        for (Scores& scores : emissions) {
            for (auto& score : scores) score = number();
        }
        long best = std::numeric_limits<long>::min();
        for_each_row(emissions.size(), [&](const std::vector<Label>& labels) {
            best = std::max(best, score_of<long>(labels, emissions, steps));
        });
        std::vector<Label> found(emissions.size());
        Viterbi viterbi(steps);
        viterbi.decode(emissions, found);
        Label before = outside;
        for (const Label label : found) {
            CHECK(may_follow(before, label));
            before = label;
        }
        CHECK(score_of<long>(found, emissions, steps) == best);
    }
}

TEST_CASE("the gradient is the difference of probabilities and truth") {
    RandomBits random(5);
    const auto number = [&] { return static_cast<float>(random.below(2000)) / 1000.0F - 1.0F; };
    TransitionWeights steps{};
    for (std::size_t i = 0; i < label_count; ++i) {
        for (std::size_t j = 0; j < label_count; ++j) steps[i][j] = number();
    }
    ForwardBackward lattice;
    lattice.scores().assign(3, LabelVector{});
    for (LabelVector& scores : lattice.scores()) {
        for (std::size_t i = 0; i < label_count; ++i) scores[i] = number();
    }
    const std::vector<Label> gold{label_of(EntityType::person, Place::begin), label_of(EntityType::person, Place::end),
                                  outside};
    double whole = 0;
    std::vector<std::array<double, label_count>> expected(3);
    for_each_row(3, [&](const std::vector<Label>& labels) {
        const double weight = std::exp(score_of<double>(labels, lattice.scores(), steps));
        whole += weight;
        for (std::size_t i = 0; i < 3; ++i) expected[i][labels[i]] += weight;
    });
    const double loss = lattice.run(gold, steps);
    CHECK(loss == doctest::Approx(std::log(whole) - score_of<double>(gold, lattice.scores(), steps)).epsilon(1e-4));
    for (std::size_t i = 0; i < 3; ++i) {
        for (Label label = 0; label < label_count; ++label) {
            const double truth = gold[i] == label ? 1.0 : 0.0;
            CHECK(static_cast<double>(lattice.gradients()[i][label]) ==
                  doctest::Approx(expected[i][label] / whole - truth).epsilon(1e-3));
        }
    }
}

}  // namespace dateline::entities
