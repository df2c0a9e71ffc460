#include "searcher/match/near_copies.h"

#include <algorithm>
#include <functional>
#include <string>

namespace dateline {
namespace {

constexpr std::size_t words_of_shingle = 4;

}  // namespace

std::vector<std::uint64_t> shingles(std::string_view text, const Analyzer& analyzer) {
    const std::vector<Token> tokens = analyzer.tokens(text);
    std::vector<std::uint64_t> hashes;
    std::string words;
    for (std::size_t i = 0; i + words_of_shingle <= tokens.size(); ++i) {
        words.clear();
        for (std::size_t j = i; j < i + words_of_shingle; ++j) (words += tokens[j].folded) += ' ';
        hashes.push_back(std::hash<std::string>{}(words));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

bool are_near_copies(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::vector<std::uint64_t> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return shorter > 0 && static_cast<double>(shared.size()) >= near_copy_containment * static_cast<double>(shorter);
}

}  // namespace dateline
