#include "indexer/readers/json_values.h"

#include <array>
#include <utility>

namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

/// Where an object stands for a text (`"author": {"name": "..."}`), the members that hold the text.
constexpr std::array<std::string_view, 8> text_members{"name",  "value", "main",     "text",
                                                       "title", "#text", "rendered", "original"};

std::string text_of_object(object members) {
    for (const std::string_view name : text_members) {
        element member;
        if (members.at_key(name).get(member) == simdjson::SUCCESS) {
            if (std::string text = text_of(member); !is_blank(text)) {
                return text;
            }
        }
    }
    return "";
}

}  // namespace

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string text_of(element value) {
    switch (value.type()) {
    case element_type::STRING: return std::string(std::string_view(value));
    case element_type::INT64:
    case element_type::UINT64: return simdjson::minify(value);
    case element_type::OBJECT: return text_of_object(object(value));
    case element_type::ARRAY: break;
    default: return "";
    }
    std::string joined;
    for (const element item : array(value)) {
        const std::string text = text_of(item);
        if (!is_blank(text)) {
            joined += (joined.empty() ? "" : "\n\n") + text;
        }
    }
    return joined;
}

std::vector<std::string> texts_of(element value) {
    std::vector<std::string> texts;
    const auto add = [&texts](element item) {
        if (std::string text = text_of(item); !is_blank(text)) {
            texts.push_back(std::move(text));
        }
    };
    if (value.is_array()) {
        for (const element item : array(value)) {
            add(item);
        }
    } else {
        add(value);
    }
    return texts;
}

std::string text_of_member(object members, std::string_view name) {
    element member;
    return members.at_key_case_insensitive(name).get(member) == simdjson::SUCCESS ? text_of(member) : "";
}

}  // namespace dateline
