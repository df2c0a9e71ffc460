#pragma once

#include <cstddef>
#include <vector>

#include "common/article.h"
#include "common/index/index.h"

namespace dateline {

inline std::vector<Article> all_articles(const Index& index) {
    std::vector<Article> articles;
    for (const auto& segment : index.segments()) {
        for (std::size_t row = 0; row < segment->articles(); ++row) {
            if (!segment->deletions().contains(row)) articles.push_back(segment->article(row));
        }
    }
    return articles;
}

}  // namespace dateline
