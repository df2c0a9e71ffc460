#include "indexer/wording/notices.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"
#include "indexer/wording/letters.h"
#include "indexer/wording/notice_phrases.h"

namespace dateline {

namespace {

bool take_from_front(std::string_view& line, std::string_view mark) {
    const bool found = line.starts_with(mark);
    line.remove_prefix(found ? mark.size() : 0);
    return found;
}

bool take_from_back(std::string_view& line, std::string_view mark) {
    const bool found = line.ends_with(mark);
    line.remove_suffix(found ? mark.size() : 0);
    return found;
}

/// Without the marks that sites put around such words: `» Related:`, `Share +`, `Read more >`.
std::string_view bare(std::string_view line) {
    constexpr auto front = std::to_array<std::string_view>({" ", ":", ">", "|", ".", "+", "*", "-", "»", "›"});
    constexpr auto back = std::to_array<std::string_view>({" ", ":", ">", "|", "+", "»", "›", "：", "→"});
    while (std::ranges::any_of(front, [&line](std::string_view mark) { return take_from_front(line, mark); })) {
    }
    while (std::ranges::any_of(back, [&line](std::string_view mark) { return take_from_back(line, mark); })) {
    }
    return line;
}

/// "5 min read", "3 Minuten Lesezeit", "12 comments", "2 hours ago".
bool counts_something(std::string_view line) {
    constexpr std::array<std::string_view, 26> units{
        "min read",    "minute read", "min. read",    "mins read", "minutes read", "minute",     "min",
        "mins",        "comments",    "comment",      "shares",    "views",        "hours ago",  "hour ago",
        "minutes ago", "days ago",    "day ago",      "mins ago",  "likes",        "kommentare", "commentaires",
        "minuten",     "minuter",     "min lesezeit", "retweets",  "words"};
    const std::size_t digits = std::min(line.find_first_not_of("0123456789,.k"), line.size());
    return digits > 0 && digits < line.size() &&
           std::ranges::find(units, bare(trim(line.substr(digits)))) != units.end();
}

/// Nothing but signs, digits and blanks.
bool has_no_letters(std::string_view line) {
    return std::ranges::all_of(line, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    });
}

}  // namespace

Notice notice_of(std::string_view line) {
    constexpr std::size_t longest_notice_bytes = 400;
    if (line.size() > longest_notice_bytes) {
        return Notice::none;
    }
    const std::string lowered = lower_case(line);
    const std::string_view phrase = bare(lowered);
    if (end_lines().contains(phrase) || end_beginnings().begins(lowered)) {
        return Notice::end;
    }
    if (related_headings().contains(phrase)) {
        return Notice::related;
    }
    constexpr std::size_t longest_heading_bytes = 60;
    if (line.size() <= longest_heading_bytes && related_beginnings().begins(phrase)) {
        return Notice::related;
    }
    if (lone_lines().contains(phrase) || counts_something(phrase)) {
        return Notice::line;
    }
    constexpr std::size_t longest_teaser_bytes = 250;
    if (line.size() <= longest_teaser_bytes && teaser_beginnings().begins(lowered)) {
        return Notice::teaser;
    }
    if (line_beginnings().begins(lowered) || (has_no_letters(phrase) && line.size() < 12)) {
        return Notice::line;
    }
    return Notice::none;
}

bool labels_advertisement(std::string_view line) {
    constexpr auto labels = std::to_array<std::string_view>(
        {"advertisement", "advertising", "ad",         "ads",         "sponsored",  "sponsor message", "anzeige",
         "werbung",       "publicité",   "publicidad", "publicidade", "pubblicità", "advertentie",     "annons",
         "annonse",       "annonce",     "mainos",     "reklama",     "reklam",     "реклама",         "إعلان",
         "广告",          "廣告",        "広告",       "광고",        "โฆษณา"});
    const std::string lowered = lower_case(line);
    return std::ranges::find(labels, bare(lowered)) != labels.end();
}

bool only_closes_page(std::string_view sentence) {
    const std::string lowered = lower_case(sentence);
    std::string_view text = bare(lowered);
    while (take_from_front(text, "•") || take_from_front(text, "—") || take_from_front(text, "–") ||
           take_from_front(text, " ")) {
    }
    constexpr auto inside =
        std::to_array<std::string_view>({"can be reached at", "contributed to this report", "contributed to this story",
                                         "contributed reporting", "our newsletter", "all rights reserved"});
    return closing_beginnings().begins(text) || std::ranges::any_of(inside, [text](std::string_view phrase) {
               return text.find(phrase) != std::string_view::npos;
           });
}

}  // namespace dateline
