#include "indexer/html/date_names.h"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

#include "indexer/html/document.h"
#include "indexer/html/script_date.h"

namespace dateline {

namespace {

std::string_view kind_of(std::string_view name) {
    switch (date_kind_of(name)) {
    case DateKind::published: return "published";
    case DateKind::created: return "created";
    case DateKind::changed: return "changed";
    case DateKind::dated: return "dated";
    case DateKind::none: break;
    }
    return "none";
}

}  // namespace

TEST_CASE("what the name of a date says") {
    struct Row {
        std::string_view name;
        std::string_view kind;
    };
    constexpr std::array rows{
        Row{"article:published_time", "published"},
        Row{"prism.publicationDate", "published"},
        Row{"pubDate", "published"},
        Row{"site:uploaded", "published"},
        Row{"citation_online_date", "published"},
        Row{"posted-on", "published"},
        Row{"og:release_date", "published"},
        Row{"dcterms:created", "created"},
        Row{"creation_date", "created"},
        Row{"DC.date", "dated"},
        Row{"entry-date", "dated"},
        Row{"artikel-datum", "dated"},
        Row{"article:modified_time", "changed"},
        Row{"lastmod", "changed"},
        Row{"lastPublishedDate", "changed"},
        Row{"article:expiration_time", "none"},
        Row{"unpublishDate", "none"},
        Row{"event-date", "none"},
        Row{"commentDate", "none"},
        Row{"cache-generated", "none"},
        Row{"candidate", "none"},
        Row{"validate", "none"},
        Row{"", "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(kind_of(row.name) == row.kind);
    }
}

TEST_CASE("scripts name the date of publication") {
    const auto in_script = [](const std::string& script) {
        const auto date = date_in_scripts(Document("<script>" + script + "</script>"));
        return date ? to_iso(*date) : "none";
    };
    CHECK(in_script("{\"pubDate\": \"2012-08-29 10:00\", \"updated\": \"2012-09-01\"}") == "2012-08-29");
    CHECK(in_script("var publish_date = '2012-08-29T10:00:00Z';") == "2012-08-29T10:00:00Z");
    CHECK(in_script("push(\"{\\\"publishedAt\\\":\\\"2012-08-29\\\"}\")") == "2012-08-29");
    CHECK(in_script("[{\"pubDate\":\"2012-08-29\"},{\"pubDate\":\"2012-08-28\"}]") == "none");
    CHECK(in_script("{\"modified\": \"2012-08-29\", \"x\": \"2012-08-29\"}") == "none");
    CHECK(in_script("\"2012-08-29\"") == "none");
}

}  // namespace dateline
