#include "indexer/story/content_id.h"

#include <xxhash.h>

#include <array>
#include <memory>

namespace dateline {

namespace {

/// Parts are hashed with a zero between them, so that a word moved from title to lead gives another id.
XXH128_hash_t hash_of(const Article& article) {
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    for (const std::string* part : {&article.title, &article.lead, &article.body}) {
        XXH3_128bits_update(state.get(), part->c_str(), part->size() + 1);
    }
    return XXH3_128bits_digest(state.get());
}

}  // namespace

std::string content_id(const Article& article) {
    XXH128_canonical_t bytes{};
    XXH128_canonicalFromHash(&bytes, hash_of(article));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id = "content-";
    for (const unsigned char byte : bytes.digest) {
        id.push_back(digits[byte >> 4U]);
        id.push_back(digits[byte & 0x0FU]);
    }
    return id;
}

}  // namespace dateline
