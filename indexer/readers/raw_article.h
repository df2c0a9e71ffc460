#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"

/// What a reader gives: what the format itself states, plus the text as found. The story room fills the gaps.
namespace dateline {

struct RawArticle {
    /// What the format states outright; `body` paragraphs already parted by empty lines where the format parts them.
    Article stated;
    /// Text of a copied page, lines as found: when set, title, lead, body and the rest are still to be told apart.
    std::optional<std::string> copied_text;
    /// A web page, UTF-8: when set, everything is still to be found in it. `stated.url` is where it was found.
    std::optional<std::string> html;
    /// Parts of an article that may hold markup, as feeds have them; "" for none.
    std::string html_title;
    std::string html_lead;
    std::string html_body;
    /// Why the format itself says that this is no article to be found (a list of others, withdrawn); "" for one.
    std::string not_article;
    /// Dates as written, with where each stood (`field:published`): the story room parses and weighs them.
    std::vector<std::pair<std::string, std::string>> date_texts;
    /// Things worth a warning (a date out of range, bytes replaced), for the report.
    std::vector<std::string> warnings;
    /// Bytes of input this article accounts for, for throughput and progress.
    std::size_t input_bytes = 0;
};

}  // namespace dateline
