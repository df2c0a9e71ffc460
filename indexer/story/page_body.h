#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/story/main_run.h"

namespace dateline {

struct PageBody {
    std::string text;  ///< paragraphs as Article::body has them
    std::vector<Caption> captions;
    Byline signature;
};

/// The text between the first and last line of an article, without what stands in its middle: captions, credits,
/// advertisements, teasers, lists of links; and without the closing signature.
PageBody read_body(const std::vector<PageLine>& page, LineRange range, std::string_view title);

/// The caption that stands at a line, by its own wording or because its credit is the next line.
std::optional<Caption> caption_at(const std::vector<PageLine>& page, std::size_t index);

/// The name in a copyright line: "© 2014 Example Tribune. All rights reserved." gives "Example Tribune"; "" for others.
std::string copyright_owner(std::string_view line);

/// The outlet that a line says the text is from: "Source: Example Press", "2012年8月29日 来源：示例日报"; "" for
/// others.
std::string stated_source(std::string_view line);
/// The outlet that a line at the top of a page names: "Example Press, home page", "Example Archive - Print version".
std::string named_home(std::string_view line);

}  // namespace dateline
