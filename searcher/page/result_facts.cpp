#include "searcher/page/result_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "searcher/output/citation.h"
#include "searcher/page/page_address.h"
#include "searcher/page/readable.h"

namespace dateline::page {

Result result_of(const MarkedArticle& article) {
    const Article& source = article.article;
    Result result;
    result.rank = 1;
    result.id = source.id;
    result.hash = article.hash;
    result.title = source.title;
    if (source.published) result.date = source.published->date;
    result.url = source.url;
    result.source = source.source;
    result.section = source.section;
    result.language = source.language;
    result.authors = source.authors;
    return result;
}

std::string plain_citation(const Result& result) {
    std::vector<std::string> parts;
    if (!result.authors.empty()) parts.push_back(one_line(fmt::format("{}", fmt::join(result.authors, ", "))));
    if (!result.title.empty()) parts.push_back(fmt::format("\u201c{}\u201d", one_line(result.title)));
    if (!result.source.empty()) parts.push_back(one_line(result.source));
    parts.push_back(result.date ? readable_day(*result.date) : "undated");
    if (const std::string_view url = web_address(result.url); !url.empty()) parts.push_back(one_line(url));
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace dateline::page
