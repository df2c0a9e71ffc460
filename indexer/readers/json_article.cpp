#include "indexer/readers/json_article.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "indexer/readers/epoch_date.h"
#include "indexer/readers/json_values.h"

namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// Objects whose fields count as the article's own.
constexpr std::array<std::string_view, 6> envelopes{"fields", "article", "_source", "attributes", "doc", "data"};
constexpr int deepest_envelope = 3;
constexpr int deepest_wrapping = 3;

/// A field found for a kind, and how good its name is.
struct Found {
    std::string path;
    element value;
    unsigned rank;
};

using FoundFields = std::array<std::vector<Found>, field_kind_count>;

std::string date_text_of(element value) {
    if (value.is_int64() || value.is_uint64()) {
        if (std::string epoch = epoch_date(value.is_int64() ? std::int64_t(value) : 0); !epoch.empty()) {
            return epoch;
        }
    }
    return text_of(value);
}

Caption caption_of(element value) {
    Caption caption{text_of(value), ""};
    element credit;
    if (value.is_object() && object(value).at_key("credit").get(credit) == simdjson::SUCCESS) {
        caption.credit = text_of(credit);
    }
    return caption;
}

std::vector<Caption> captions_of(element value) {
    std::vector<Caption> captions;
    const auto add = [&captions](element item) {
        if (Caption caption = caption_of(item); !is_blank(caption.text) || !is_blank(caption.credit)) {
            captions.push_back(std::move(caption));
        }
    };
    if (value.is_array()) {
        for (const element item : array(value)) {
            add(item);
        }
    } else {
        add(value);
    }
    return captions;
}

void collect(object fields, const std::string& prefix, int depth, const FieldNames& names, FoundFields& found) {
    for (const auto field : fields) {
        const std::string path = prefix + std::string(field.key);
        const bool envelope = field.value.is_object() && std::ranges::find(envelopes, field.key) != envelopes.end();
        if (const auto match = envelope ? std::nullopt : names.find(path, depth > 0)) {
            found.at(static_cast<std::size_t>(match->kind)).push_back({path, field.value, match->rank});
        }
        if (field.value.is_object() && depth < deepest_envelope && (envelope || names.reaches_into(path))) {
            collect(object(field.value), path + ".", depth + 1, names, found);
        }
    }
}

/// The best named field of a kind that is not blank, turned into text.
std::string best_text(const std::vector<Found>& fields) {
    for (const Found& field : fields) {
        if (std::string text = text_of(field.value); !is_blank(text)) {
            return text;
        }
    }
    return "";
}

template <typename Read>
auto best_list(const std::vector<Found>& fields, Read read) -> decltype(read(fields.front().value)) {
    for (const Found& field : fields) {
        if (auto items = read(field.value); !items.empty()) {
            return items;
        }
    }
    return {};
}

std::string first_of(std::vector<std::string> texts) { return texts.empty() ? "" : std::move(texts.front()); }

RawArticle raw_article_of(const FoundFields& found) {
    const auto fields = [&found](FieldKind kind) -> const std::vector<Found>& {
        return found.at(static_cast<std::size_t>(kind));
    };
    RawArticle raw;
    Article& stated = raw.stated;
    stated.id = best_text(fields(FieldKind::id));
    stated.url = best_text(fields(FieldKind::url));
    stated.title = best_text(fields(FieldKind::title));
    stated.lead = best_text(fields(FieldKind::lead));
    stated.body = best_text(fields(FieldKind::body));
    stated.authors = best_list(fields(FieldKind::author), texts_of);
    stated.agencies = best_list(fields(FieldKind::agency), texts_of);
    stated.captions = best_list(fields(FieldKind::caption), captions_of);
    stated.source = best_text(fields(FieldKind::source));
    stated.section = first_of(best_list(fields(FieldKind::section), texts_of));
    stated.language = best_text(fields(FieldKind::language));
    for (const Found& field : fields(FieldKind::published)) {
        if (std::string text = date_text_of(field.value); !is_blank(text)) {
            raw.date_texts.emplace_back("field:" + field.path, std::move(text));
        }
    }
    return raw;
}

bool is_list_of_objects(element value) {
    if (!value.is_array()) {
        return false;
    }
    const array items(value);
    return items.begin() != items.end() && (*items.begin()).is_object();
}

void find_wrapped(object fields, int depth, std::vector<element>& objects) {
    for (const auto field : fields) {
        if (!objects.empty()) {
            return;
        }
        if (is_list_of_objects(field.value)) {
            for (const element item : array(field.value)) {
                objects.push_back(item);
            }
        } else if (field.value.is_object() && depth < deepest_wrapping) {
            find_wrapped(object(field.value), depth + 1, objects);
        }
    }
}

}  // namespace

std::optional<RawArticle> article_of(element value, const FieldNames& names) {
    if (!value.is_object()) {
        return std::nullopt;
    }
    FoundFields found;
    collect(object(value), "", 0, names, found);
    for (std::vector<Found>& fields : found) {
        std::ranges::stable_sort(fields, {}, &Found::rank);
    }
    RawArticle raw = raw_article_of(found);
    const bool empty = is_blank(raw.stated.title) && is_blank(raw.stated.body) && is_blank(raw.stated.lead);
    return empty ? std::nullopt : std::optional(std::move(raw));
}

std::vector<element> wrapped_objects(element value) {
    std::vector<element> objects;
    if (value.is_object()) {
        find_wrapped(object(value), 0, objects);
    }
    return objects;
}

}  // namespace dateline
