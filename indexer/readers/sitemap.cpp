#include "indexer/readers/sitemap.h"

#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/xml_articles.h"

namespace dateline {

namespace {

RawArticle sitemap_article(const XmlElement& url) {
    RawArticle raw;
    Article& stated = raw.stated;
    stated.url = url.text_at("loc");
    stated.title = url.text_at("news/title");
    if (stated.title.empty()) {
        return raw;  // an address alone: no text
    }
    stated.id = stated.url.empty() ? "" : "sitemap:" + stated.url;
    stated.source = url.text_at("news/publication/name");
    stated.language = url.text_at("news/publication/language");
    // `lastmod` is the day of a change, and is left alone.
    if (std::string date = url.text_at("news/publication_date"); !date.empty()) {
        raw.date_texts.emplace_back("sitemap:publication_date", std::move(date));
    }
    raw.not_article =
        "a sitemap has the title of " + (stated.url.empty() ? "an article" : stated.url) + ", not its text";
    return raw;
}

}  // namespace

void SitemapReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    read_xml_articles(input, sink,
                      {[](std::string_view name) { return name == "url"; },
                       sitemap_article,
                       {},
                       "url",
                       "the sitemap has no addresses, or names other sitemaps only"});
}

}  // namespace dateline
