#include "indexer/readers/text_record.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "common/date.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// What programs write where there is nothing (databases, R, pandas).
constexpr std::array<std::string_view, 8> words_for_nothing{"\\N", "NULL", "null", "NaN", "nan", "None", "NA", "N/A"};

bool is_nothing(std::string_view text) {
    text = trim(text);
    return text.empty() || std::ranges::find(words_for_nothing, text) != words_for_nothing.end();
}

/// Elements that texts are made of; other words in angle brackets are more likely words.
bool has_markup(std::string_view text) {
    constexpr std::array<std::string_view, 8> signs{"</p>", "<br",  "</a>",  "</div>",
                                                    "</b>", "</i>", "</em>", "</strong>"};
    return text.find('<') != std::string_view::npos && std::ranges::any_of(signs, [text](std::string_view sign) {
               return text.find(sign) != std::string_view::npos;
           });
}

/// The strings of a list printed by Python or written as JSON; nothing for any other text.
std::optional<std::vector<std::string>> printed_list(std::string_view text) {
    text = trim(text);
    if (!text.starts_with('[') || !text.ends_with(']')) {
        return std::nullopt;
    }
    std::vector<std::string> items;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        const char quote = text[at];
        if (quote != '\'' && quote != '"') {
            if (quote != ',' && quote != ' ') {
                return std::nullopt;
            }
            continue;
        }
        std::string item;
        for (++at; at + 1 < text.size() && text[at] != quote; ++at) {
            at += text[at] == '\\' ? 1U : 0U;
            item.push_back(text[at]);
        }
        items.push_back(std::move(item));
    }
    return items;
}

using Fields = std::vector<TextField>;

/// Takes the texts of the best named field of a kind that says anything.
std::vector<std::string> best_texts(Fields& fields, FieldKind kind) {
    std::vector<std::string> texts;
    std::string_view name;
    for (TextField& field : fields) {
        if (field.match.kind == kind && !is_nothing(field.text) && (texts.empty() || field.name == name)) {
            name = field.name;
            texts.push_back(std::move(field.text));
        }
    }
    return texts;
}

std::string best_text(Fields& fields, FieldKind kind) {
    std::vector<std::string> texts = best_texts(fields, kind);
    return texts.empty() ? "" : std::move(texts.front());
}

std::vector<std::string> best_names(Fields& fields, FieldKind kind) {
    std::vector<std::string> names;
    for (const std::string& text : best_texts(fields, kind)) {
        auto listed = printed_list(text);
        for (std::string& name : listed ? *listed : std::vector<std::string>{text}) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

void set_texts(RawArticle& raw, Fields& fields) {
    std::string title = best_text(fields, FieldKind::title);
    (has_markup(title) ? raw.html_title : raw.stated.title) = std::move(title);
    std::string lead = best_text(fields, FieldKind::lead);
    (has_markup(lead) ? raw.html_lead : raw.stated.lead) = std::move(lead);
    std::string body;
    for (std::string& text : best_texts(fields, FieldKind::body)) {
        if (body.empty()) {
            body = std::move(text);
        } else {
            body += "\n\n" + text;
        }
    }
    (has_markup(body) ? raw.html_body : raw.stated.body) = std::move(body);
}

bool has_text(const RawArticle& raw) {
    const std::array<std::string_view, 6> texts{raw.stated.title, raw.stated.lead, raw.stated.body,
                                                raw.html_title,   raw.html_lead,   raw.html_body};
    return std::ranges::any_of(texts, [](std::string_view text) { return !trim(text).empty(); });
}

}  // namespace

RawArticle stated_by_record(std::vector<TextField> fields, std::string_view origin) {
    std::ranges::stable_sort(fields, {}, [](const TextField& field) { return field.match.rank; });
    RawArticle raw;
    set_texts(raw, fields);
    Article& stated = raw.stated;
    stated.id = best_text(fields, FieldKind::id);
    stated.url = best_text(fields, FieldKind::url);
    stated.authors = best_names(fields, FieldKind::author);
    stated.agencies = best_names(fields, FieldKind::agency);
    stated.source = best_text(fields, FieldKind::source);
    const std::vector<std::string> sections = best_names(fields, FieldKind::section);
    stated.section = sections.empty() ? "" : sections.front();
    stated.language = best_text(fields, FieldKind::language);
    for (std::string& caption : best_texts(fields, FieldKind::caption)) {
        stated.captions.push_back({std::move(caption), ""});
    }
    for (const TextField& field : fields) {
        if (field.match.kind == FieldKind::published && !is_nothing(field.text)) {
            raw.date_texts.emplace_back(std::string(origin) + ":" + std::string(field.name), field.text);
        }
    }
    return raw;
}

std::optional<RawArticle> article_of_record(std::vector<TextField> fields, std::string_view origin) {
    RawArticle raw = stated_by_record(std::move(fields), origin);
    return has_text(raw) ? std::optional(std::move(raw)) : std::nullopt;
}

}  // namespace dateline
