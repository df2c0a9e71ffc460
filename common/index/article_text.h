#pragma once

#include <array>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/index/field_frequency.h"

namespace dateline {

/// The texts of an article as they are cut into words, one for each text field. The lead is the standfirst, or the
/// first paragraph of the body where there is none; the body is what is left. Captions are paragraphs, each followed by
/// its credit. The writer and whoever shows an article use this one division, so the n-th word is the n-th word in
/// both.
struct ArticleTexts {
    std::string_view title;
    std::string_view lead;
    std::string_view body;
    std::string captions;
    bool lead_is_in_body = false;
    std::size_t body_offset = 0;  ///< bytes of article.body before `body`

    std::string_view operator[](TextField field) const;
};

/// The views point into the article, which must outlive them.
ArticleTexts texts_of(const Article& article);

}  // namespace dateline
