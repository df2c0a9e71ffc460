#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/html/document.h"

namespace dateline {

/// What stands in `<meta>`, `<link>` and `<title>`, wherever in the page.
struct PageHead {
    std::string title;                                       ///< the title element
    std::string canonical;                                   ///< `<link rel="canonical">`
    std::string language;                                    ///< of the html element
    std::vector<std::pair<std::string, std::string>> metas;  ///< name, property or itemprop in lower case -> content

    /// The first of these names that has a content, "" where none has.
    std::string_view meta(std::initializer_list<std::string_view> names) const;
};

PageHead read_head(const Document& document);

/// A title without the name of the site behind it: "Storm over Kent | The Example Courier". `site` is that name as far
/// as known.
std::string without_site(std::string_view title, std::string_view site);

}  // namespace dateline
