#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/results/result_page.h"

/// What the formats for citing share.
namespace dateline {

/// A key by which a document cites the article: the first author's last name (else the source, else `article`), the
/// year (else `nd`), the first longer word of the title, and eight hex digits of the id, such as
/// `lee2012families-0c5f2e1a`. Lower case ASCII letters, digits and a hyphen. It hangs on the article alone: the same
/// in every answer, format and run.
std::string citation_key(const Result& result);

/// A date as far as it is known, in digits: `2012`, `08`, `29`; as the article's own clock shows it. What is not known
/// is empty.
struct DateDigits {
    std::string year;
    std::string month;
    std::string day;
};
DateDigits date_digits(const std::optional<Date>& date);

/// On one line, valid UTF-8, without control characters.
std::string one_line(std::string_view text);

}  // namespace dateline
