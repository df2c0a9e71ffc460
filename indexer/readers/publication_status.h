#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Why an item with this status is none to be found: its agency has withdrawn it (`canceled`, `stat:withheld`). ""
/// for every other status. What was indexed of it before stays and has to be removed by the id, which is named.
std::string why_withdrawn(std::string_view status, std::string_view id);

/// The number of a version; 0 where `text` is none.
std::uint64_t version_number(std::string_view text);

/// Puts the end of an embargo before the other dates where it is later than the first of them: nothing is out before.
/// `from` is where it stood, as in RawArticle::date_texts; `text` may be "" or no date.
void add_embargo(std::string_view from, std::string text, RawArticle& raw);

}  // namespace dateline
