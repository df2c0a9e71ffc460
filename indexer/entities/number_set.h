#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::entities {

/// Gives hashes small numbers in the order in which they are first met.
class NumberSet {
public:
    NumberSet() : slots_(64) {}

    void clear() {
        std::ranges::fill(slots_, Slot{});
        size_ = 0;
    }

    /// The number of `hash`, a new one where it was not met before.
    std::uint32_t number_of(std::uint64_t hash) {
        if ((size_ + 1) * 2 > slots_.size()) grow();
        Slot& slot = slots_[place_of(hash)];
        if (slot.number == 0) slot = {hash, ++size_};
        return slot.number - 1;
    }

    bool contains(std::uint64_t hash) const { return slots_[place_of(hash)].number != 0; }
    std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = 0;  ///< from 1; 0: empty
    };

    std::size_t place_of(std::uint64_t hash) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = hash & mask;
        while (slots_[place].number != 0 && slots_[place].hash != hash) place = (place + 1) & mask;
        return place;
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.number != 0) slots_[place_of(slot.hash)] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::uint32_t size_ = 0;
};

}  // namespace dateline::entities
