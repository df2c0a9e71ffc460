#pragma once

#include <vector>

#include "searcher/marked_article.h"
#include "searcher/page/html_writer.h"
#include "searcher/page/page_address.h"
#include "searcher/results/result_page.h"

namespace dateline::page {

/// One article to read: headline, byline, standfirst, paragraphs and captions with what satisfies the page's query
/// marked and numbered; beside them similar articles, whom and what time it names, how to cite it, and where it is
/// from.
void write_article(HtmlWriter& html, const MarkedArticle& article, const std::vector<Result>& similar,
                   const PageAddress& page);

}  // namespace dateline::page
