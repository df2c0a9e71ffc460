#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"

/// The article: the value that readers and story make, the writer stores and `show` prints.
namespace dateline {

struct Caption {
    std::string text;
    std::string credit;  ///< without "Image:" or "Photo:"; empty where none stands

    bool operator==(const Caption&) const = default;
};

struct Published {
    Date date;
    std::string from;  ///< where it was found: `field:published`, `sgml:DATE`, `text:date line`, `text:title`

    bool operator==(const Published&) const = default;
};

/// All texts are valid UTF-8 in the author's spelling, white space normalised, without control characters other than
/// the line feeds named here.
struct Article {
    std::string id;      ///< the source's own id, else the URL, else a hash of the content; never empty once indexed
    std::string path;    ///< file as named on the command line, or `-`
    std::string member;  ///< name inside an archive; empty otherwise
    std::string place;   ///< where in the file: `line 12`, `article 3`; empty for a file that is one article
    std::string url;
    std::vector<std::string> urls;  ///< further addresses it was seen at, the oldest first; `url` is none of them
    std::string title;
    std::string lead;  ///< a standfirst that stands apart from the body; empty where the source has none
    std::string body;  ///< paragraphs parted by one empty line ("\n\n"); no other line feeds
    std::vector<Caption> captions;
    std::vector<std::string> authors;
    std::vector<std::string> agencies;
    std::string source;  ///< newspaper, site or agency
    std::string section;
    std::string language;  ///< ISO 639-1, empty where unknown
    std::optional<Published> published;
    /// Which version of the article with this id it is, counted by the source; 0 where that does not count.
    std::uint64_t version = 0;

    bool operator==(const Article&) const = default;
};

/// An article that is not indexed, and why. `reason` is a short stable key for counting (`malformed`, `unsupported`,
/// `no text`), `detail` a sentence for people.
struct Skipped {
    std::string path;
    std::string member;
    std::string place;
    std::string reason;
    std::string detail;
};

}  // namespace dateline
