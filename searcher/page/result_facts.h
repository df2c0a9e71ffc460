#pragma once

#include <string>

#include "searcher/marked_article.h"
#include "searcher/results/result_page.h"

/// What is known of an article besides its text, for lists and for citing.
namespace dateline::page {

/// What the formats for citing take of an article.
Result result_of(const MarkedArticle& article);

/// One sentence for a footnote: `Jane Lee, “Families meet the minister”, The Example Courier, 29 August 2012,
/// https://www.example.org/families`. What is not known is left out.
std::string plain_citation(const Result& result);

}  // namespace dateline::page
