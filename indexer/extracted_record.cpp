#include "indexer/extracted_record.h"

#include <nlohmann/json.hpp>

namespace dateline {

std::string extracted_record(const Article& article) {
    using nlohmann::ordered_json;
    ordered_json captions = ordered_json::array();
    ordered_json credits = ordered_json::array();
    for (const Caption& caption : article.captions) {
        captions.push_back(caption.text);
        credits.push_back(caption.credit);
    }
    ordered_json published;
    if (article.published) {
        published = {{"value", to_iso(article.published->date)},
                     {"precision", name_of(article.published->date.precision)},
                     {"from", article.published->from}};
    }
    const ordered_json record{{"id", article.id},         {"path", article.path},       {"member", article.member},
                              {"place", article.place},   {"url", article.url},         {"title", article.title},
                              {"lead", article.lead},     {"body", article.body},       {"captions", captions},
                              {"credits", credits},       {"authors", article.authors}, {"agencies", article.agencies},
                              {"source", article.source}, {"section", article.section}, {"language", article.language},
                              {"published", published}};
    return record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dateline
