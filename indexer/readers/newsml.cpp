#include "indexer/readers/newsml.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"
#include "indexer/readers/newsml_1_article.h"
#include "indexer/readers/newsml_g2_article.h"
#include "indexer/readers/xml_articles.h"

namespace dateline {

namespace {

constexpr std::string_view item_of_1 = "NewsItem";
constexpr auto items_of_g2 = std::to_array<std::string_view>(
    {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"});

bool is_item(std::string_view name) {
    return name == item_of_1 || std::ranges::find(items_of_g2, name) != items_of_g2.end();
}

}  // namespace

void NewsmlReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    std::string sent;
    read_xml_articles(input, sink,
                      {is_item,
                       [&sent](const XmlElement& item) {
                           RawArticle raw = item.name == item_of_1 ? newsml_1_article(item) : newsml_g2_article(item);
                           // The last resort: an archive sent again has a new date here.
                           if (raw.date_texts.empty() && !sent.empty()) {
                               raw.date_texts.emplace_back("newsml:sent", sent);
                           }
                           return raw;
                       },
                       [&sent](std::string_view path, const XmlElement& element) {
                           if (path == "newsMessage/header/sent" || path == "NewsML/NewsEnvelope/DateAndTime") {
                               sent = squeeze_space(element.text);
                           }
                       },
                       "item", "the message has no items"});
}

}  // namespace dateline
