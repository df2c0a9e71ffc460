#pragma once

#include "searcher/page/html_writer.h"
#include "searcher/page/page_address.h"
#include "searcher/page/periods.h"

namespace dateline::page {

/// The matches by time as a picture, with its peak and its gaps, and two boxes for the first and last period to keep.
/// A script lets a period be brushed on the picture, which fills the boxes. `zone` is what days are counted by.
void write_timeline(HtmlWriter& html, const Bars& bars, const PageAddress& page);

}  // namespace dateline::page
