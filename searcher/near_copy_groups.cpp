#include "searcher/near_copy_groups.h"

#include <cstdint>
#include <optional>
#include <string>

#include "common/article.h"
#include "searcher/match/near_copies.h"

namespace dateline {

std::vector<std::size_t> near_copy_groups(const Index& index, const std::vector<Result>& results) {
    const Analyzer analyzer = index.analyzer();
    std::vector<std::size_t> groups;
    std::vector<std::vector<std::uint64_t>> texts;
    for (const Result& result : results) {
        const std::optional<Article> article = index.find(result.id);
        const std::string words = article ? article->lead + "\n\n" + article->body : "";
        std::vector<std::uint64_t> text;
        if (words.size() <= longest_text_compared) text = shingles(words, analyzer);
        std::size_t first = 0;
        while (first < texts.size() && (groups[first] != first || !are_near_copies(text, texts[first]))) ++first;
        groups.push_back(first);
        texts.push_back(std::move(text));
    }
    return groups;
}

}  // namespace dateline
