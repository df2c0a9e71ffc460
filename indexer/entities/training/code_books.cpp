#include "indexer/entities/training/code_books.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "indexer/entities/training/random_bits.h"

namespace dateline::entities {
namespace {

using Point = std::array<float, places>;
using Centres = std::array<Point, 256>;

constexpr std::size_t sampled_points = 60'000;
constexpr unsigned rounds = 12;

Point point_of(const FeatureWeights& weights, std::size_t type) {
    Point point;
    std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(type * places), places, point.begin());
    return point;
}

std::uint8_t nearest(const Centres& centres, const Point& point) {
    float best = std::numeric_limits<float>::max();
    std::size_t found = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        float distance = 0;
        for (std::size_t d = 0; d < places; ++d) {
            const float difference = centres[i][d] - point[d];
            distance += difference * difference;
        }
        if (distance < best) {
            best = distance;
            found = i;
        }
    }
    return static_cast<std::uint8_t>(found);
}

struct WeighedPoint {
    Point point{};
    double weight = 0;
};

/// One centre stays at zero: most groups of weights are about that.
Centres find_centres(const std::vector<WeighedPoint>& points, RandomBits& random) {
    Centres centres{};
    for (std::size_t i = 1; i < centres.size(); ++i) centres[i] = points[random.below(points.size())].point;
    for (unsigned round = 0; round < rounds; ++round) {
        std::array<std::array<double, places>, 256> sums{};
        std::array<double, 256> weights{};
        for (const auto& [point, weight] : points) {
            const std::uint8_t centre = nearest(centres, point);
            for (std::size_t d = 0; d < places; ++d) sums[centre][d] += static_cast<double>(point[d]) * weight;
            weights[centre] += weight;
        }
        for (std::size_t i = 1; i < centres.size(); ++i) {
            if (weights[i] == 0) {
                centres[i] = points[random.below(points.size())].point;
                continue;
            }
            for (std::size_t d = 0; d < places; ++d) centres[i][d] = static_cast<float>(sums[i][d] / weights[i]);
        }
    }
    return centres;
}

std::int16_t in_units(float weight, int unit, int limit) {
    const auto rounded = std::lround(weight * static_cast<float>(unit));
    return static_cast<std::int16_t>(std::clamp<long>(rounded, -limit, limit));
}

/// The numbers of the features with the largest losses.
std::vector<std::size_t> largest(const std::vector<double>& losses, std::size_t most) {
    std::vector<std::size_t> order(losses.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (most < order.size()) {
        std::nth_element(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
            [&](std::size_t a, std::size_t b) { return losses[a] > losses[b] || (losses[a] == losses[b] && a < b); });
        order.resize(most);
    }
    std::ranges::sort(order);
    return order;
}

}  // namespace

CodedWeights encode_weights(std::span<const FeatureWeights> weights, std::span<const std::uint32_t> frequencies,
                            std::size_t most_exact) {
    CodedWeights coded;
    coded.codes.resize(weights.size());
    if (weights.empty()) return coded;
    RandomBits random(7);
    std::vector<double> losses(weights.size());
    for (std::size_t type = 0; type < entity_types; ++type) {
        std::vector<WeighedPoint> sample;
        for (std::size_t i = 0; i < std::min(weights.size(), sampled_points); ++i) {
            const std::size_t picked = weights.size() <= sampled_points ? i : random.below(weights.size());
            sample.push_back({point_of(weights[picked], type), std::sqrt(1.0 + frequencies[picked])});
        }
        const Centres centres = find_centres(sample, random);
        for (std::size_t code = 0; code < centres.size(); ++code) {
            for (std::size_t d = 0; d < places; ++d) {
                coded.books[type][code][d] = in_units(centres[code][d], score_unit, 0x3FFF);
            }
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const Point point = point_of(weights[i], type);
            const std::uint8_t code = nearest(centres, point);
            coded.codes[i].books[type] = code;
            for (std::size_t d = 0; d < places; ++d) {
                const double difference = static_cast<double>(centres[code][d] - point[d]);
                losses[i] += difference * difference * (1.0 + frequencies[i]);
            }
        }
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        coded.codes[i].outside = static_cast<std::int8_t>(in_units(weights[i][outside], outside_unit, 127));
    }
    for (const std::size_t i : largest(losses, most_exact)) {
        const std::size_t row = coded.exact.size();
        coded.codes[i] = {{static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(row >> 8U),
                           static_cast<std::uint8_t>(row >> 16U), 0},
                          WeightCodes::is_exact};
        ExactWeights& exact = coded.exact.emplace_back();
        for (std::size_t label = 0; label < label_count; ++label) {
            exact[label] = in_units(weights[i][label], score_unit, 0x3FFF);
        }
    }
    return coded;
}

}  // namespace dateline::entities
