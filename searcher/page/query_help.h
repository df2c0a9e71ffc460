#pragma once

#include "searcher/page/html_writer.h"

namespace dateline::page {

/// What may be asked, to open under the search box; a script lets each spelling be clicked into the box.
void write_query_help(HtmlWriter& html);

/// What the keys do, as a dialog that a script opens.
void write_keyboard_help(HtmlWriter& html);

}  // namespace dateline::page
