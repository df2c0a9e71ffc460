#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace dateline {

/// A copied page taken apart; each field as Article has it, empty where the page shows none.
struct CopiedPage {
    std::string url;
    std::string title;
    std::string lead;
    std::string body;
    std::vector<Caption> captions;
    std::vector<std::string> authors;
    std::vector<std::string> agencies;
    std::string source;
    std::string section;
    std::optional<Published> published;
};

/// Tells apart what a person gets who selects all of a news page and copies: menus, headline, standfirst, byline,
/// dates, captions, body, teasers, footer. Goes by the shape of lines and by words any site may use, never by the
/// site. Body text that is not understood stays in the body.
CopiedPage read_copied_page(std::string_view text);

}  // namespace dateline
