#pragma once

#include <functional>
#include <string>

#include "searcher/page/html_writer.h"
#include "searcher/page/page_address.h"
#include "searcher/query/query_error.h"

namespace dateline::page {

/// What stands around every view: head, search box with its help, foot.
struct Frame {
    std::string title;                         ///< of the document, without the program's name
    const PageAddress& page;                   ///< what the box says
    const query::QueryError* error = nullptr;  ///< of the query, shown under the box
    bool is_start = false;                     ///< the box is there to be typed into at once
};

std::string framed(const Frame& frame, const std::function<void(HtmlWriter&)>& write_main);

}  // namespace dateline::page
