#include "searcher/match/leaf_ids.h"

namespace dateline {
namespace {

bool is_open_at_front(const QueryLeaf& leaf, std::size_t i) {
    return i == 0 && leaf.tokens.size() > 1 && !leaf.tokens[0].character && leaf.tokens[1].character;
}

bool is_open_at_back(const QueryLeaf& leaf, std::size_t i) {
    return i > 0 && i + 1 == leaf.tokens.size() && !leaf.tokens[i].character && leaf.tokens[i - 1].character;
}

/// Adds longer words that end, or begin, with the token as written or folded.
void add_partial(const Words& words, const QueryLeaf& leaf, std::size_t i, IdSet& ids) {
    const bool front = is_open_at_front(leaf, i);
    const auto is_part = [&](std::string_view part, std::string_view word) {
        return front ? word.ends_with(part) : word.starts_with(part);
    };
    const QueryToken& token = leaf.tokens[i];
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view folded = words.folded(at);
        const IdRange range = words.ids(at);
        if (is_part(token.folded, folded)) {
            ids.add(range);
            continue;
        }
        for (std::uint32_t id = range.begin; id < range.end; ++id) {
            if (is_part(token.literal, words.literal(id, folded))) ids.add({id, id + 1});
        }
    }
}

}  // namespace

bool is_open_token(const QueryLeaf& leaf, std::size_t i) {
    return is_open_at_front(leaf, i) || is_open_at_back(leaf, i);
}

IdSet leaf_ids(const IndexSegment& segment, const QueryLeaf& leaf, std::size_t i, bool is_phrase) {
    const QueryToken& token = leaf.tokens[i];
    IdSet ids;
    if (leaf.exactness == query::Exactness::literal) {
        if (const auto id = segment.words().find_literal(token.folded, token.literal)) ids.add({*id, *id + 1});
        return ids;
    }
    ids.add(segment.words().find(token.folded));
    if (is_phrase && is_open_token(leaf, i)) add_partial(segment.words(), leaf, i, ids);
    return ids;
}

}  // namespace dateline
