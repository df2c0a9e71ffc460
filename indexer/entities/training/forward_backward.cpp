#include "indexer/entities/training/forward_backward.h"

#include <algorithm>
#include <cmath>

namespace dateline::entities {
namespace {

/// result = vector * matrix, for matrix[i] the row that vector[i] weighs.
void multiply(const LabelVector& vector, const TransitionWeights& matrix, LabelVector& result) {
    result = {};
    for (std::size_t i = 0; i < label_count; ++i) {
        for (std::size_t j = 0; j < label_vector_size; ++j) result[j] += vector[i] * matrix[i][j];
    }
}

float dot(const LabelVector& a, const LabelVector& b) {
    float sum = 0;
    for (std::size_t i = 0; i < label_vector_size; ++i) sum += a[i] * b[i];
    return sum;
}

float scale_to_one(LabelVector& vector) {
    float sum = 0;
    for (const float each : vector) sum += each;
    for (float& each : vector) each /= sum;
    return sum;
}

}  // namespace

void ForwardBackward::exponentiate(const TransitionWeights& transitions) {
    for (Label before = 0; before < label_count; ++before) {
        for (Label after = 0; after < label_count; ++after) {
            const float step = may_follow(before, after) ? std::exp(transitions[before][after]) : 0.0F;
            steps_[before][after] = step;
            reversed_[after][before] = step;
        }
    }
}

double ForwardBackward::forward() {
    const std::size_t size = scores_.size();
    exponents_.resize(size);
    forward_.resize(size);
    scales_.resize(size);
    double logarithm = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const float highest = *std::max_element(scores_[i].begin(), scores_[i].begin() + label_count);
        for (std::size_t label = 0; label < label_count; ++label) {
            exponents_[i][label] = std::exp(scores_[i][label] - highest);
        }
        if (i == 0) forward_[0] = steps_[outside];
        else multiply(forward_[i - 1], steps_, forward_[i]);
        for (std::size_t label = 0; label < label_vector_size; ++label) forward_[i][label] *= exponents_[i][label];
        scales_[i] = scale_to_one(forward_[i]);
        logarithm += std::log(static_cast<double>(scales_[i])) + static_cast<double>(highest);
    }
    end_ = static_cast<double>(dot(forward_.back(), reversed_[outside]));
    return logarithm + std::log(end_);
}

void ForwardBackward::backward() {
    const std::size_t size = scores_.size();
    backward_.resize(size);
    backward_[size - 1] = reversed_[outside];
    for (float& each : backward_[size - 1]) each /= static_cast<float>(end_);
    for (std::size_t i = size - 1; i-- > 0;) {
        LabelVector weighted;
        for (std::size_t label = 0; label < label_vector_size; ++label) {
            weighted[label] = backward_[i + 1][label] * exponents_[i + 1][label] / scales_[i + 1];
        }
        multiply(weighted, reversed_, backward_[i]);
    }
}

double ForwardBackward::run(std::span<const Label> gold, const TransitionWeights& transitions) {
    const std::size_t size = scores_.size();
    exponentiate(transitions);
    const double whole = forward();
    backward();
    gradients_.resize(size);
    transition_gradient_ = {};
    double path = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t label = 0; label < label_vector_size; ++label) {
            gradients_[i][label] = forward_[i][label] * backward_[i][label];
        }
        gradients_[i][gold[i]] -= 1.0F;
        path += static_cast<double>(scores_[i][gold[i]]);
        const Label before = i == 0 ? outside : gold[i - 1];
        path += static_cast<double>(transitions[before][gold[i]]);
        transition_gradient_[before][gold[i]] -= 1.0F;
        LabelVector arriving;
        for (std::size_t label = 0; label < label_vector_size; ++label) {
            arriving[label] = exponents_[i][label] * backward_[i][label] / scales_[i];
        }
        for (std::size_t from = 0; from < label_count; ++from) {
            const float weight = i == 0 ? (from == outside ? 1.0F : 0.0F) : forward_[i - 1][from];
            if (weight == 0.0F) continue;
            for (std::size_t to = 0; to < label_vector_size; ++to) {
                transition_gradient_[from][to] += weight * steps_[from][to] * arriving[to];
            }
        }
    }
    const Label last = gold[size - 1];
    path += static_cast<double>(transitions[last][outside]);
    transition_gradient_[last][outside] -= 1.0F;
    for (std::size_t from = 0; from < label_count; ++from) {
        transition_gradient_[from][outside] +=
            forward_[size - 1][from] * steps_[from][outside] / static_cast<float>(end_);
    }
    return whole - path;
}

}  // namespace dateline::entities
