#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// What is known of words and names beforehand: lists of names, and clusters of words that stand in like company. Both
/// are tables of hashes in the model file, sorted into buckets by the hash's upper bits; 16 further bits tell the
/// entries of a bucket apart, so one unknown word in about ten thousand is taken for a known one. Features, of which a
/// hundred are looked up for each word, have 24.
namespace dateline::entities {

/// Lists a name stands in, a bit each, in the order in which the training first met their labels.
using ListSet = std::uint16_t;
inline constexpr std::size_t most_lists = 16;
inline constexpr std::size_t longest_listed_words = 6;

using Clusters = std::array<std::uint16_t, 4>;

/// A table from 64-bit hashes to records, read-only, over memory it does not own.
template <typename Record>
class HashedTable {
public:
    HashedTable() = default;
    /// `begins`: where each of a power of two of buckets begins in the others, and the end.
    /// `more_tags`: 8 further bits of each hash, or none.
    HashedTable(std::span<const std::uint32_t> begins, std::span<const std::uint16_t> tags,
                std::span<const std::uint8_t> more_tags, std::span<const Record> records)
        : begins_(begins), tags_(tags), more_tags_(more_tags), records_(records) {
        while ((std::size_t{1} << bits_) + 1 < begins.size()) ++bits_;
    }

    /// Whether the parts fit together, so that no look-up reads outside them.
    bool is_sound() const {
        if (begins_.size() != (std::size_t{1} << bits_) + 1 || bits_ == 0) return false;
        if (!more_tags_.empty() && more_tags_.size() != tags_.size()) return false;
        if (tags_.size() != records_.size() || begins_.front() != 0 || begins_.back() != tags_.size()) return false;
        for (std::size_t i = 1; i < begins_.size(); ++i) {
            if (begins_[i] < begins_[i - 1]) return false;
        }
        return true;
    }

    const Record* find(std::uint64_t hash) const {
        const std::size_t bucket = hash >> (64U - bits_);
        const auto tag = static_cast<std::uint16_t>(hash);
        for (std::uint32_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
            if (tags_[i] == tag && (more_tags_.empty() || more_tags_[i] == more_tag_of(hash))) return &records_[i];
        }
        return nullptr;
    }

    /// find() of many keys at once. Each step of each look-up is a miss of the processor's cache; taking the steps of
    /// all keys side by side lets the memory serve them together. `visit(i, record)` is called for what is found of
    /// hashes[i], in order.
    template <typename Visit>
    void find_all(std::span<const std::uint64_t> hashes, std::vector<std::uint32_t>& slots, Visit visit) const {
        slots.resize(hashes.size());
        for (const std::uint64_t hash : hashes) __builtin_prefetch(&begins_[hash >> (64U - bits_)]);
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            slots[i] = begins_[hashes[i] >> (64U - bits_)];
            if (slots[i] < tags_.size()) __builtin_prefetch(&tags_[slots[i]]);
        }
        constexpr std::uint32_t nothing = 0xFFFFFFFF;
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            const Record* record = find(hashes[i]);
            if (record != nullptr) __builtin_prefetch(record);
            slots[i] = record == nullptr ? nothing : static_cast<std::uint32_t>(record - records_.data());
        }
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            if (slots[i] != nothing) visit(i, records_[slots[i]]);
        }
    }

    static constexpr std::uint8_t more_tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>(hash >> 16U); }

    std::span<const Record> records() const { return records_; }

private:
    std::span<const std::uint32_t> begins_;
    std::span<const std::uint16_t> tags_;
    std::span<const std::uint8_t> more_tags_;
    std::span<const Record> records_;
    unsigned bits_ = 0;
};

/// The parts of a HashedTable while it is made.
template <typename Record>
struct TableParts {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint16_t> tags;
    std::vector<std::uint8_t> more_tags;
    std::vector<Record> records;

    HashedTable<Record> table() const { return {begins, tags, more_tags, records}; }
};

struct Lexicon {
    HashedTable<ListSet> names;   ///< by the mix of the hashes of a name's words
    HashedTable<Clusters> words;  ///< by the hash of the word, digits as 0
};

/// The key of a name, word for word: begin with name_key_start.
inline constexpr std::uint64_t name_key_start = 0x6E616D65;

}  // namespace dateline::entities
