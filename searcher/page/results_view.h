#pragma once

#include <string>
#include <vector>

#include "searcher/page/html_writer.h"
#include "searcher/page/page_address.h"
#include "searcher/results/result_page.h"

namespace dateline::page {

/// The headline as a link, with what is known of an article beside it.
void write_result_head(HtmlWriter& html, const Result& result, const PageAddress& page);

/// The results; near copies fold under the first of their group (near_copy_groups.h).
void write_results(HtmlWriter& html, const std::vector<Result>& results, const std::vector<std::size_t>& groups,
                   const PageAddress& page);

/// To the pages before and after, where there are any.
void write_paging(HtmlWriter& html, const ResultPage& answer, std::size_t limit, const PageAddress& page);

}  // namespace dateline::page
