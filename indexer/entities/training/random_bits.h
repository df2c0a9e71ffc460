#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::entities {

/// The same numbers on every machine (splitmix64, Steele, Lea and Flood 2014).
class RandomBits {
public:
    explicit RandomBits(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

    template <typename T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace dateline::entities
