#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "common/date.h"
#include "common/error.h"
#include "common/text/utf8.h"
#include "searcher/mcp/tools/paragraphs.h"
#include "searcher/mcp/tools/passages.h"
#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/tool_arguments.h"
#include "searcher/requests/requests.h"

namespace dateline::mcp {
namespace {

constexpr std::size_t usual_length = 6000;
constexpr std::size_t most_length = 100'000;
constexpr std::size_t most_hits = 50;

MarkedArticle find_article(const ToolContext& context, const ParameterValues& values) {
    const std::string id = values.text_or("id", "");
    auto article = values.has("query") ? context.searcher.mark(with_defaults(context, mark_request(values)), id)
                                       : context.searcher.show(id);
    if (!article) throw UsageError(fmt::format("the index has no article with id {}", id));
    return std::move(*article);
}

Json facts_of(const MarkedArticle& marked) {
    const Article& article = marked.article;
    Json facts{{"id", article.id}, {"hash", marked.hash}, {"title", article.title}, {"date", nullptr}};
    if (article.published) {
        facts["date"] = to_iso(article.published->date);
        facts["date_from"] = article.published->from;
    }
    for (const auto& [key, value] : {std::pair("source", &article.source), std::pair("section", &article.section),
                                     std::pair("language", &article.language), std::pair("url", &article.url)}) {
        if (!value->empty()) facts[key] = *value;
    }
    if (!article.authors.empty()) facts["authors"] = article.authors;
    if (!article.agencies.empty()) facts["agencies"] = article.agencies;
    facts["path"] = article.path;
    if (!article.member.empty()) facts["member"] = article.member;
    if (!article.place.empty()) facts["place"] = article.place;
    return facts;
}

void add_whole(const MarkedArticle& article, TextField field, Json& passages) {
    for (const TextPiece& piece : read_paragraphs(article.text(field), 0, std::string::npos / 2).pieces)
        passages.push_back(passage(field, piece.start, piece.text));
}

/// Title and lead stand before the body's beginning, captions behind its end.
void add_passages(const MarkedArticle& article, std::size_t start, std::size_t length, Json& answer) {
    Json passages = Json::array();
    if (start == 0) {
        add_whole(article, TextField::title, passages);
        add_whole(article, TextField::lead, passages);
    }
    const ReadParagraphs body = read_paragraphs(article.text(TextField::body), start, length);
    for (const TextPiece& piece : body.pieces) passages.push_back(passage(TextField::body, piece.start, piece.text));
    if (!body.next) add_whole(article, TextField::caption, passages);
    answer["passages"] = std::move(passages);
    answer["body_length"] = count_code_points(article.article.body);
    if (body.next) answer["next_start"] = *body.next;
}

Json hits_of(const MarkedArticle& article) {
    Json hits = Json::array();
    for (const TextField field : text_fields) {
        for (const Highlight& highlight : article[field]) {
            if (hits.size() == most_hits) return hits;
            hits.push_back(passage(article, field, highlight.begin, highlight.end));
        }
    }
    return hits;
}

Json read_article(const ToolContext& context, const ParameterValues& values) {
    const MarkedArticle article = find_article(context, values);
    Json answer = facts_of(article);
    add_passages(article, values.count("start").value_or(0), values.count("length").value_or(usual_length), answer);
    if (!values.has("query")) return answer;
    answer["interpreted"] = article.interpreted;
    answer["matches"] = article.matches;
    answer["hits"] = hits_of(article);
    answer["notes"] = article.notes;
    return answer;
}

std::vector<Argument> arguments_of_article() {
    std::vector<Argument> arguments = arguments_from(show_parameters(), {"query", "match", "zone"});
    arguments.front().parameter.help = "Say where the article satisfies this query";
    arguments.insert(arguments.begin(), id_argument());
    arguments.push_back({.parameter = {.name = "start",
                                       .kind = ParameterKind::count,
                                       .help = "Code point of the body to begin at: next_start of the answer before",
                                       .default_value = "0"}});
    arguments.push_back(
        {.parameter = {.name = "length", .kind = ParameterKind::count, .help = "Most code points of the body"}});
    limit_argument(arguments, "length", usual_length, most_length);
    return arguments;
}

Json output_schema_of_article() {
    const Json place = object_schema(passage_properties());
    return object_schema({
        {"id", text_schema({})},
        {"hash", text_schema("of the content")},
        {"title", text_schema({})},
        {"date", or_null(text_schema("of publication, ISO 8601 as exactly as it is known; null where it is not"))},
        {"date_from", text_schema("where the date was found"), false},
        {"source", text_schema({}), false},
        {"section", text_schema({}), false},
        {"language", text_schema("ISO 639-1"), false},
        {"url", text_schema({}), false},
        {"authors", list_schema(text_schema({}), {}), false},
        {"agencies", list_schema(text_schema({}), {}), false},
        {"path", text_schema("the file it was read from")},
        {"member", text_schema("inside an archive"), false},
        {"place", text_schema("in the file"), false},
        {"passages", list_schema(place, "the text by paragraphs: title, lead, body, captions with their credits")},
        {"body_length", count_schema("code points of the whole body")},
        {"next_start", count_schema("start of what follows, where the body goes on"), false},
        {"interpreted", text_schema("of a query: how it was understood"), false},
        {"matches", flag_schema("of a query: whether the article is among its answers"), false},
        {"hits", list_schema(place, fmt::format("of a query: what satisfies it, the first {}", most_hits)), false},
        {"notes", list_schema(text_schema({}), "of a query"), false},
    });
}

}  // namespace

Tool read_article_tool() {
    return {.name = "read_article",
            .title = "Read an article",
            .description =
                "The article with what is known of it and its text by paragraphs, each with its place, so that any "
                "part can be quoted exactly. Long articles come in pieces: go on with start = next_start.",
            .arguments = arguments_of_article(),
            .output_schema = output_schema_of_article(),
            .call = read_article};
}

}  // namespace dateline::mcp
