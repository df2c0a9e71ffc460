#include "searcher/mcp/tools/result_values.h"

#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "common/text/utf8.h"
#include "searcher/marked_article.h"
#include "searcher/mcp/tools/passages.h"

namespace dateline::mcp {
namespace {

std::optional<TextField> field_named(std::string_view name) {
    for (const TextField field : text_fields) {
        if (name_of(field) == name) return field;
    }
    return std::nullopt;
}

/// An article of a headline alone has no snippet.
Json passage_of(const Result& result, const MarkedArticle& article) {
    const std::size_t start = result.snippet.offset;
    const std::size_t length = count_code_points(result.snippet.text);
    if (const auto field = field_named(result.snippet.field); field && length > 0)
        return passage(article, *field, start, start + length);
    return passage(article, TextField::title, 0, count_code_points(article.article.title));
}

void add_fact(Json& json, const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
}

Json to_json(const Result& result, const MarkedArticle& article) {
    Json json{{"rank", result.rank}, {"id", result.id}, {"hash", result.hash}, {"title", result.title}};
    json["date"] = result.date ? Json(to_iso(*result.date)) : Json(nullptr);
    add_fact(json, "source", result.source);
    add_fact(json, "section", result.section);
    add_fact(json, "language", result.language);
    if (!result.authors.empty()) json["authors"] = result.authors;
    add_fact(json, "url", result.url);
    json.update(passage_of(result, article));
    return json;
}

}  // namespace

Json results_of(const ResultPage& page, const Searcher& searcher) {
    Json list = Json::array();
    for (const Result& result : page.results) {
        if (const auto article = searcher.show(result.id)) list.push_back(to_json(result, *article));
    }
    return list;
}

Json results_schema() {
    std::vector<Property> properties{
        {"rank", count_schema("1 for the first of all matches")},
        {"id", text_schema("for read_article, similar_articles and verify_quote")},
        {"hash", text_schema("of the article's content: another one once anything it says has changed")},
        {"title", text_schema({})},
        {"date", or_null(text_schema("of publication, ISO 8601 as exactly as it is known; null where it is not"))},
        {"source", text_schema({}), false},
        {"section", text_schema({}), false},
        {"language", text_schema("ISO 639-1"), false},
        {"authors", list_schema(text_schema({}), {}), false},
        {"url", text_schema({}), false}};
    for (Property& property : passage_properties()) properties.push_back(std::move(property));
    return list_schema(object_schema(properties), "articles, the best first, each with the passage that answers best");
}

Json answer_values(const ResultPage& page) {
    return {{"query", page.query},
            {"interpreted", page.interpreted},
            {"total", page.total},
            {"exact", page.exact},
            {"notes", page.notes}};
}

std::vector<Property> answer_properties() {
    return {{"query", text_schema("as asked")},
            {"interpreted", text_schema("as understood, in the query language")},
            {"total", count_schema("articles that match, always exact")},
            {"exact", flag_schema("false where no article matches as asked and the answer was relaxed; notes say how")},
            {"notes", list_schema(text_schema({}), "what there is to know about the answer")}};
}

}  // namespace dateline::mcp
