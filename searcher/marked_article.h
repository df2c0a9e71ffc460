#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/field_frequency.h"
#include "common/index/mention.h"
#include "common/text/analyzer.h"
#include "searcher/results/marks.h"
#include "searcher/results/result_page.h"

namespace dateline {

/// A whole article with what of it satisfies a query.
struct MarkedArticle {
    Article article;
    std::string hash;               ///< of its content, as results have it
    std::vector<Mention> mentions;  ///< who and what it names, and the times it speaks of
    std::string captions;           ///< captions and credits as they are marked, each parted from the next by "\n\n"
    std::string query;              ///< as asked; empty where nothing was
    std::string interpreted;
    bool matches = false;  ///< whether the article is among the answers; if not, nothing is marked
    bool exact = true;     ///< false when the answer was relaxed
    std::vector<std::string> notes;
    /// Of title, lead, body and captions; those of the body count in the whole body, its first paragraph included.
    std::array<std::vector<Highlight>, text_field_count> highlights;

    std::string_view text(TextField field) const;
    const std::vector<Highlight>& operator[](TextField field) const {
        return highlights[static_cast<std::size_t>(field)];
    }
};

/// An article with nothing marked.
MarkedArticle unmarked(Article article);

/// Puts marks, which are words, where they stand in the texts.
void place_highlights(MarkedArticle& marked, const ArticleMarks& marks, const Analyzer& analyzer);

}  // namespace dateline
