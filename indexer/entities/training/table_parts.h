#pragma once

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "indexer/entities/lexicon.h"

namespace dateline::entities {

/// A table of records by their hashes, at most twelve to a bucket on average; of two with the same bucket and tags the
/// first stays.
template <typename Record>
TableParts<Record> make_table(std::vector<std::pair<std::uint64_t, Record>> entries, bool with_more_tags = false) {
    unsigned bits = 1;
    while ((entries.size() >> bits) > 12) ++bits;
    std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first; });
    TableParts<Record> parts;
    const std::size_t buckets = std::size_t{1} << bits;
    parts.begins.reserve(buckets + 1);
    parts.begins.push_back(0);
    std::size_t next = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        const std::size_t first = parts.tags.size();
        for (; next < entries.size() && entries[next].first >> (64U - bits) == bucket; ++next) {
            const auto tag = static_cast<std::uint16_t>(entries[next].first);
            const std::uint8_t more = HashedTable<Record>::more_tag_of(entries[next].first);
            bool known = false;
            for (std::size_t i = first; i < parts.tags.size(); ++i) {
                known = known || (parts.tags[i] == tag && (!with_more_tags || parts.more_tags[i] == more));
            }
            if (known) continue;
            parts.tags.push_back(tag);
            if (with_more_tags) parts.more_tags.push_back(more);
            parts.records.push_back(entries[next].second);
        }
        parts.begins.push_back(static_cast<std::uint32_t>(parts.tags.size()));
    }
    return parts;
}

}  // namespace dateline::entities
