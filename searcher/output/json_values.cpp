#include "searcher/output/json_values.h"

#include "common/date.h"

namespace dateline {

Json to_json(const FacetRest& rest) { return {{"values", rest.values}, {"count", rest.count}}; }

Json to_json(const std::vector<FacetValue>& values) {
    Json list = Json::array();
    for (const FacetValue& value : values) {
        Json json{{"value", value.value.empty() ? Json(nullptr) : Json(value.value)}, {"count", value.count}};
        if (!value.below.empty()) json["below"] = to_json(value.below);
        if (value.rest.values > 0) json["left_out"] = to_json(value.rest);
        list.push_back(std::move(json));
    }
    return list;
}

Json to_json(const std::vector<Highlight>& highlights) {
    Json list = Json::array();
    for (const Highlight& highlight : highlights) {
        list.push_back({{"begin", highlight.begin}, {"end", highlight.end}, {"phrase", highlight.phrase}});
    }
    return list;
}

Json to_json(const Result& result) {
    Json value;
    value["rank"] = result.rank;
    value["id"] = result.id;
    value["hash"] = result.hash;
    value["score"] = result.score;
    value["title"] = result.title;
    value["title_highlights"] = to_json(result.title_highlights);
    value["date"] = result.date ? Json(to_iso(*result.date)) : Json(nullptr);
    value["url"] = result.url;
    value["source"] = result.source;
    value["section"] = result.section;
    value["language"] = result.language;
    value["authors"] = result.authors;
    value["snippet"] = result.snippet.text;
    value["highlights"] = to_json(result.snippet.highlights);
    value["snippet_field"] = result.snippet.field;
    value["snippet_offset"] = result.snippet.offset;
    return value;
}

Json to_json(const Timeline& timeline) {
    Json json{{"unit", timeline.unit}, {"zone", timeline.zone}, {"peak", nullptr}};
    if (const TimelineRow* peak = timeline.peak()) json["peak"] = {{"value", peak->first}, {"count", peak->count}};
    json["rows"] = Json::array();
    for (const TimelineRow& row : timeline.rows) {
        json["rows"].push_back(
            {{"first", row.first}, {"last", row.last}, {"periods", row.periods}, {"count", row.count}});
    }
    json["less_exact"] = to_json(timeline.less_exact);
    json["undated"] = timeline.undated;
    return json;
}

std::string indented_json(const Json& value, std::size_t levels) {
    std::string text;
    for (const char byte : json_text(value, 2)) {
        text += byte;
        if (byte == '\n') text.append(2 * levels, ' ');
    }
    return text;
}

std::string json_text(const Json& value, int indent) {
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline
