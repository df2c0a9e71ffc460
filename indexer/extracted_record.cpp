#include "indexer/extracted_record.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/gazetteer/countries.h"
#include "common/text/utf8.h"

namespace dateline {

using nlohmann::ordered_json;

namespace {

/// Turns offsets in bytes, asked for in rising order, into code points.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {}

    std::size_t before(std::size_t offset) {
        code_points_ += count_code_points(text_.substr(bytes_, offset - bytes_));
        bytes_ = offset;
        return code_points_;
    }

private:
    std::string_view text_;
    std::size_t bytes_ = 0;
    std::size_t code_points_ = 0;
};

/// The mentions in the body that name things, or those that speak of times.
ordered_json in_body(const std::string& body, std::span<const Mention> mentions, bool entities) {
    ordered_json list = ordered_json::array();
    CodePoints code_points(body);
    for (const Mention& mention : mentions) {
        if (mention.text != TextField::body || is_entity(mention.kind) != entities) continue;
        const std::size_t start = code_points.before(mention.begin_bytes);
        list.push_back({{"type", name_of(mention.kind)},
                        {"text", body.substr(mention.begin_bytes, mention.end_bytes - mention.begin_bytes)},
                        {entities ? "name" : "value", mention.value},
                        {"start", start},
                        {"end", code_points.before(mention.end_bytes)}});
    }
    return list;
}

/// The countries that names tell, each once, in the order of the texts.
std::vector<std::string_view> countries_in(std::span<const Mention> mentions) {
    std::vector<std::string_view> countries;
    for (const Mention& mention : mentions) {
        std::optional<std::string_view> country;
        if (mention.kind == MentionKind::location) country = country_of_place(mention.value);
        if (mention.kind == MentionKind::other) country = country_of_nationality(mention.value);
        if (country && std::ranges::find(countries, *country) == countries.end()) countries.push_back(*country);
    }
    return countries;
}

}  // namespace

std::string extracted_record(const Article& article, std::span<const Mention> mentions) {
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
    const ordered_json record{{"id", article.id},
                              {"path", article.path},
                              {"member", article.member},
                              {"place", article.place},
                              {"url", article.url},
                              {"urls", article.urls},
                              {"title", article.title},
                              {"lead", article.lead},
                              {"body", article.body},
                              {"captions", captions},
                              {"credits", credits},
                              {"authors", article.authors},
                              {"agencies", article.agencies},
                              {"source", article.source},
                              {"section", article.section},
                              {"language", article.language},
                              {"published", published},
                              {"entities", in_body(article.body, mentions, true)},
                              {"countries", countries_in(mentions)},
                              {"mentions", in_body(article.body, mentions, false)}};
    return record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dateline
