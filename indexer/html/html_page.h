#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace dateline {

/// A web page taken apart; each field as Article has it, empty where the page shows none.
struct HtmlPage {
    std::string url;
    std::string title;
    std::string lead;
    std::string body;
    std::vector<Caption> captions;
    std::vector<std::string> authors;
    std::string source;
    std::string section;
    std::string language;  ///< as the page states it
    std::optional<Published> published;
    std::string not_article;  ///< why the page is no article (a sentence for people), "" where it is one
};

/// The text of an article that comes as HTML without a page around it, as feeds have it.
struct HtmlFragment {
    std::string body;
    std::vector<Caption> captions;
};

/// All paragraphs stay but captions, navigation, readers' comments and short notices.
HtmlFragment read_html_fragment(std::string html);

/// Reads a page of valid UTF-8. `url`: where it was found, "" where unknown.
HtmlPage read_html_page(std::string html, std::string_view url);

}  // namespace dateline
