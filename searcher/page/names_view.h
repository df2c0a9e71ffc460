#pragma once

#include <nlohmann/json_fwd.hpp>

#include "searcher/page/html_writer.h"

namespace dateline::page {

/// People, organizations, places and times that an article names, where its record (article_as_json) has `entities` and
/// `mentions`; each leads to the articles that name it, too.
void write_names(HtmlWriter& html, const nlohmann::json& record);

}  // namespace dateline::page
