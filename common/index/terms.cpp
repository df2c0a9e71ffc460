#include "common/index/terms.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>

namespace dateline::terms {
namespace {

std::string bounded(std::string term) {
    std::replace(term.begin(), term.end(), '\0', ' ');
    if (term.size() <= max_term_bytes) return term;
    const XXH128_hash_t hash = XXH3_128bits(term.data(), term.size());
    term.resize(max_term_bytes - 33);
    return term + fmt::format("#{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string word(std::string_view folded) { return bounded(std::string(folded)); }

std::string pair(std::string_view first, std::string_view second) {
    std::string term = "XB";
    term.append(first).append(second);
    return bounded(std::move(term));
}

std::string id(std::string_view id) { return bounded("Q" + std::string(id)); }

std::string keyword(std::string_view prefix, std::string_view folded_value) {
    return bounded(std::string(prefix).append(folded_value));
}

}  // namespace dateline::terms
