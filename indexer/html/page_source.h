#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Tags, not the text, of elements nested deeper than this are dropped. Browsers stop at 512 as well; the parser's time
/// grows with the square of the depth, and a page of 300,000 open tags would take it minutes.
inline constexpr std::size_t most_nested = 1'000;

/// The source of a page without what says nothing. Half of most pages is scripts and style sheets, and the parser makes
/// a token of each of their characters. The tree stays what it was but for texts: those of scripts are their index in
/// `scripts`, those of style sheets are empty, runs of white space are one. Of attributes those stay that reading a
/// page asks for (the list is in page_source.cpp); `href` stays of `<link>` alone.
struct PageSource {
    std::string html;
    std::vector<std::string_view> scripts;  ///< views into the page, as written
};

/// `page` has to outlive what is returned.
PageSource source_of_page(std::string_view page);

}  // namespace dateline
