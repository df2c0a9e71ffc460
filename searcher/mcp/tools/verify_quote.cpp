#include <optional>

#include "common/error.h"
#include "searcher/mcp/tools/passages.h"
#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/tool_arguments.h"
#include "searcher/verify.h"

namespace dateline::mcp {
namespace {

Quote quote_of(const ParameterValues& values) {
    Quote quote{.id = values.text_or("id", ""), .text = values.text_or("quote", ""), .hash = values.text("hash")};
    quote.field = values.text("field");
    const auto start = values.count("start");
    const auto end = values.count("end");
    if (start.has_value() != end.has_value()) throw UsageError("start and end come together");
    if (start) quote.place = QuotePlace{*start, *end};
    return quote;
}

Json verify_quote(const ToolContext& context, const ParameterValues& values) {
    const Quote quote = quote_of(values);
    const QuoteRecord record{quote, {}};
    return Json::parse(verdict_line(record, verify(context.searcher.index(), quote)));
}

std::vector<Argument> arguments_of_quote() {
    return {id_argument(),
            {.parameter = {.name = "quote", .help = "The text that is to stand in it"}, .required = true},
            {.parameter = {.name = "hash", .help = "Of the article, as results have it"}},
            {.parameter = {.name = "field",
                           .kind = ParameterKind::choice,
                           .help = "Where it is to stand; body for a place without it",
                           .choices = {"title", "lead", "body", "caption"}}},
            {.parameter = {.name = "start",
                           .kind = ParameterKind::count,
                           .help = "First code point in the field; a quote without a place is looked for"}},
            {.parameter = {.name = "end", .kind = ParameterKind::count, .help = "Code point behind the last one"}}};
}

Json output_schema_of_verdict() {
    std::vector<Property> properties{{"id", text_schema({})},
                                     {"hash", text_schema("of the article as it is now"), false}};
    for (Property& property : passage_properties(false)) properties.push_back(std::move(property));
    properties.push_back({"verdict", text_schema("true; moved: it stands elsewhere, or the article is another one "
                                                 "now; false: it does not stand there")});
    properties.push_back({"reason", text_schema("of false"), false});
    return object_schema(properties);
}

}  // namespace

Tool verify_quote_tool() {
    return {.name = "verify_quote",
            .title = "Check a quote",
            .description =
                "Says whether an article has these words, character for character, and where. Ask it before you quote "
                "what you did not copy from an answer.",
            .arguments = arguments_of_quote(),
            .output_schema = output_schema_of_verdict(),
            .call = verify_quote};
}

}  // namespace dateline::mcp
