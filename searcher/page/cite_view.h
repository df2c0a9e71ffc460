#pragma once

#include "searcher/page/html_writer.h"
#include "searcher/results/result_page.h"

namespace dateline::page {

/// The article as a footnote has it, and links to what reference managers read.
void write_citation(HtmlWriter& html, const Result& result);
/// The same, closed until it is asked for.
void write_closed_citation(HtmlWriter& html, const Result& result);

}  // namespace dateline::page
