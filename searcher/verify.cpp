#include "searcher/verify.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/article_text.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 4> quotable_fields{"title", "lead", "body", "caption"};
constexpr std::string_view usual_field = "body";

struct FoundArticle {
    Article article;
    std::string hash;
};

std::optional<FoundArticle> find_article(const Index& index, std::string_view id) {
    for (const auto& segment : index.segments()) {
        if (const auto row = segment->find(id))
            return FoundArticle{segment->article(*row), to_hex(segment->columns().content_hashes()[*row])};
    }
    return std::nullopt;
}

bool is_quotable_field(std::string_view name) {
    return std::find(quotable_fields.begin(), quotable_fields.end(), name) != quotable_fields.end();
}

std::string text_of(const Article& article, std::string_view field) {
    if (field == "title") return article.title;
    if (field == "lead") return article.lead;
    if (field == "caption") return texts_of(article).captions;
    return article.body;
}

bool is_quoted_by(char text, char quote) { return text == quote || (text == '\n' && quote == ' '); }

bool stands_at(std::string_view text, const QuotePlace& place, std::string_view quote) {
    if (place.start > place.end || place.end > count_code_points(text)) return false;
    const std::size_t begin = byte_offset_of(text, place.start);
    const std::size_t end = byte_offset_of(text, place.end);
    return std::equal(text.begin() + static_cast<std::ptrdiff_t>(begin),
                      text.begin() + static_cast<std::ptrdiff_t>(end), quote.begin(), quote.end(), is_quoted_by);
}

/// Byte offset of the occurrence nearest to `wanted`.
std::optional<std::size_t> nearest_occurrence(std::string_view text, std::string_view quote, std::size_t wanted) {
    const auto distance = [&](std::size_t offset) { return offset < wanted ? wanted - offset : offset - wanted; };
    std::optional<std::size_t> nearest;
    auto from = text.begin();
    while (true) {
        const auto found = std::search(from, text.end(), quote.begin(), quote.end(), is_quoted_by);
        if (found == text.end()) return nearest;
        const auto offset = static_cast<std::size_t>(found - text.begin());
        if (nearest && distance(offset) >= distance(*nearest)) return nearest;
        nearest = offset;
        from = found + 1;
    }
}

std::optional<QuotePlace> look_in(std::string_view text, std::string_view quote, std::size_t wanted_start) {
    const auto found = nearest_occurrence(text, quote, byte_offset_of(text, wanted_start));
    if (!found) return std::nullopt;
    const std::size_t start = code_point_index_of(text, *found);
    return QuotePlace{start, start + count_code_points(quote)};
}

struct Standing {
    std::string_view field;
    QuotePlace place;
};

/// In the field claimed, near the place claimed; then anywhere.
std::optional<Standing> look_for(const Article& article, const Quote& quote, std::string_view claimed_field) {
    const std::size_t wanted_start = quote.place ? quote.place->start : 0;
    if (const auto place = look_in(text_of(article, claimed_field), quote.text, wanted_start))
        return Standing{claimed_field, *place};
    for (const std::string_view field : quotable_fields) {
        if (const auto place = look_in(text_of(article, field), quote.text, 0)) return Standing{field, *place};
    }
    return std::nullopt;
}

Verification refuted(std::string reason) { return {.verdict = Verdict::refuted, .reason = std::move(reason)}; }

Verification standing(bool as_claimed, const std::string& hash, const Standing& where) {
    return {.verdict = as_claimed ? Verdict::holds : Verdict::moved,
            .hash = hash,
            .field = std::string(where.field),
            .place = where.place};
}

}  // namespace

Verification verify(const Index& index, const Quote& quote) {
    if (quote.text.empty()) return refuted("the quote is empty");
    if (valid_utf8_prefix(quote.text) != quote.text.size()) return refuted("the quote is not valid UTF-8");
    const auto found = find_article(index, quote.id);
    if (!found) return refuted("no such article");

    const bool hash_holds = !quote.hash || *quote.hash == found->hash;
    const std::string_view claimed_field = quote.field ? std::string_view(*quote.field) : usual_field;
    if (quote.place && stands_at(text_of(found->article, claimed_field), *quote.place, quote.text))
        return standing(hash_holds, found->hash, {claimed_field, *quote.place});

    const auto where = look_for(found->article, quote, claimed_field);
    if (!where) return refuted(quote.place ? "the text there differs" : "the article does not have the quote");
    const bool field_holds = !quote.field || where->field == claimed_field;
    return standing(hash_holds && field_holds && !quote.place, found->hash, *where);
}

// ---- JSON

namespace {

using Json = nlohmann::ordered_json;
using Value = simdjson::dom::element;

std::string string_value(std::string_view key, const Value& value) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) throw UsageError(fmt::format("\"{}\" is no string", key));
    return std::string(text);
}

std::size_t offset_value(std::string_view key, const Value& value) {
    std::uint64_t offset = 0;
    if (value.get(offset) != simdjson::SUCCESS)
        throw UsageError(fmt::format("\"{}\" is no offset, a whole number from 0 on", key));
    return offset;
}

std::string field_value(std::string_view key, const Value& value) {
    std::string name = string_value(key, value);
    if (!is_quotable_field(name))
        throw UsageError(fmt::format("\"{}\" is \"{}\"; there are {}", key, name, fmt::join(quotable_fields, ", ")));
    return name;
}

/// Takes members one by one, in any order.
class QuoteReader {
public:
    void take(std::string_view key, const Value& value) {
        const bool is_missing = value.is_null();
        if (key == "verdict" || key == "reason") return;  // of an earlier answer
        if (key == "id") id_ = string_value(key, value);
        else if (key == "quote") text_ = string_value(key, value);
        else if (key == "hash") hash_ = is_missing ? std::nullopt : std::optional(string_value(key, value));
        else if (key == "field") field_ = is_missing ? std::nullopt : std::optional(field_value(key, value));
        else if (key == "start") start_ = is_missing ? std::nullopt : std::optional(offset_value(key, value));
        else if (key == "end") end_ = is_missing ? std::nullopt : std::optional(offset_value(key, value));
        else others_.emplace_back(key, simdjson::minify(value));
    }

    QuoteRecord finish() && {
        if (!id_) throw UsageError("there is no \"id\"");
        if (!text_) throw UsageError("there is no \"quote\"");
        if (start_.has_value() != end_.has_value()) throw UsageError("\"start\" and \"end\" come together");
        QuoteRecord record{{std::move(*id_), std::move(*text_), std::move(hash_), std::move(field_), {}},
                           std::move(others_)};
        if (start_) record.quote.place = QuotePlace{*start_, *end_};
        return record;
    }

private:
    std::optional<std::string> id_;
    std::optional<std::string> text_;
    std::optional<std::string> hash_;
    std::optional<std::string> field_;
    std::optional<std::size_t> start_;
    std::optional<std::size_t> end_;
    std::vector<std::pair<std::string, std::string>> others_;
};

/// The quote as it is known after all: where it stands, where that is known.
Quote brought_up(Quote quote, const Verification& verification) {
    if (verification.verdict == Verdict::refuted) return quote;
    quote.hash = verification.hash;
    quote.field = verification.field;
    quote.place = verification.place;
    return quote;
}

std::string_view word_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::holds: return "true";
    case Verdict::moved: return "moved";
    case Verdict::refuted: return "false";
    }
    return {};
}

}  // namespace

QuoteRecord read_quote(std::string_view json) {
    simdjson::dom::parser parser;
    simdjson::dom::object members;
    if (const auto error = parser.parse(json.data(), json.size()).get(members); error != simdjson::SUCCESS)
        throw UsageError(fmt::format("no JSON object: {}", simdjson::error_message(error)));
    QuoteReader reader;
    for (const auto& [key, value] : members) reader.take(key, value);
    return std::move(reader).finish();
}

std::string verdict_line(const QuoteRecord& record, const Verification& verification) {
    const Quote quote = brought_up(record.quote, verification);
    Json line;
    line["id"] = quote.id;
    if (quote.hash) line["hash"] = *quote.hash;
    if (quote.field) line["field"] = *quote.field;
    if (quote.place) {
        line["start"] = quote.place->start;
        line["end"] = quote.place->end;
    }
    line["quote"] = quote.text;
    for (const auto& [key, value] : record.others) line[key] = Json::parse(value);
    line["verdict"] = word_of(verification.verdict);
    if (!verification.reason.empty()) line["reason"] = verification.reason;
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline
