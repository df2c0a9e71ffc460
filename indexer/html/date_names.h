#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What the name of a date says of it.
enum class DateKind : std::uint8_t {
    none,       ///< no date, or one that says nothing of the article: of expiry, of an event, of the page's making
    published,  ///< `article:published_time`, `pubDate`, `posted-on`
    created,    ///< `dateCreated`
    changed,    ///< `lastmod`, `date-updated`
    dated,      ///< a date and no more: `entry-date`, `datum`
};

/// By the words of a name as metadata, classes and keys of JSON have it, in any of the usual spellings.
DateKind date_kind_of(std::string_view name);

/// How far a `<meta>` of that name (lower case) speaks for the day of publication: 0 to 8, on the scale of
/// `find_published` (page_date.h).
double weight_of_meta(std::string_view name);

}  // namespace dateline
