#include "searcher/match/expansion.h"

#include <algorithm>
#include <map>

#include "common/index/terms.h"
#include "common/text/folding.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

/// Calls `visit(position)` for each word of the dictionary that may satisfy the pattern.
template <typename Visit>
void for_each_match(const Words& words, const std::string& folded, unsigned edits, Visit visit) {
    const std::size_t fixed = edits > 0 ? 0 : folded.find_first_of("*?");
    const std::string_view prefix = std::string_view(folded).substr(0, fixed);
    for (std::size_t at = words.lower_bound(prefix); at < words.size(); ++at) {
        const std::string_view word = words.folded(at);
        if (!word.starts_with(prefix)) return;
        if (edits > 0 ? is_within_edits(folded, word, edits) : matches_wildcards(folded, word)) visit(word);
    }
}

}  // namespace

std::string folded_pattern(std::string_view pattern) {
    std::string folded;
    while (!pattern.empty()) {
        const std::size_t end = pattern.find_first_of("*?");
        const std::string_view piece = pattern.substr(0, end);
        if (!piece.empty()) folded += fold(piece);
        if (end == std::string_view::npos) break;
        folded += pattern[end];
        pattern.remove_prefix(end + 1);
    }
    return folded;
}

bool matches_wildcards(std::string_view pattern, std::string_view word) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;  // behind the last `*`
    std::size_t resume = 0;                     // where the word goes on if that `*` takes one more
    while (at < word.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = ++in;
            resume = at;
        } else if (in < pattern.size() && pattern[in] == '?') {
            ++in;
            next_code_point(word, at);
        } else if (in < pattern.size() && pattern[in] == word[at]) {
            ++in;
            ++at;
        } else if (star != std::string_view::npos) {
            next_code_point(word, resume);
            at = resume;
            in = star;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

bool is_within_edits(std::string_view first, std::string_view second, unsigned most) {
    const std::size_t far = 4UL * most;  // code points have at most four bytes
    if (first.size() > second.size() + far || second.size() > first.size() + far) return false;
    const std::u32string a = code_points(first);
    const std::u32string b = code_points(second);
    if (a.size() > b.size() + most || b.size() > a.size() + most) return false;
    std::vector<unsigned> before_last(b.size() + 1);
    std::vector<unsigned> last(b.size() + 1);
    std::vector<unsigned> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<unsigned>(i);
        unsigned best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > most) return false;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()] <= most;
}

Expansion expand(const Index& index, const query::Pattern& pattern) {
    const std::string folded = pattern.edits > 0 ? fold(pattern.text) : folded_pattern(pattern.text);
    std::map<std::string, std::uint64_t, std::less<>> articles_of;
    for (const auto& segment : index.segments()) {
        for_each_match(segment->words(), folded, pattern.edits, [&](std::string_view word) {
            const auto found = articles_of.find(word);
            auto& articles = found != articles_of.end() ? found->second : articles_of[std::string(word)];
            articles += segment->document_frequency(terms::word(word));
        });
    }
    Expansion expansion;
    expansion.found = articles_of.size();
    std::vector<std::pair<std::uint64_t, std::string>> ranked;
    for (auto& [word, articles] : articles_of) ranked.emplace_back(articles, word);
    if (ranked.size() > most_expanded_words) {
        std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        ranked.resize(most_expanded_words);
    }
    for (auto& [articles, word] : ranked) expansion.words.push_back(std::move(word));
    std::sort(expansion.words.begin(), expansion.words.end());
    return expansion;
}

}  // namespace dateline
