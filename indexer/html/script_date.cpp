#include "indexer/html/script_date.h"

#include <algorithm>

#include "common/dates/written_date.h"
#include "common/text/ascii.h"
#include "indexer/html/date_names.h"

namespace dateline {

namespace {

bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_name_byte(char c) {
    return is_digit_ascii(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
}

/// `2020-09-24` with anything behind it.
bool begins_with_day(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    return text.size() >= shape.size() && std::equal(shape.begin(), shape.end(), text.begin(), [](char form, char c) {
               return form == '0' ? is_digit_ascii(c) : c == form;
           });
}

/// The name that the value at `quote` is given to: before a colon, an equals sign or the comma of a call's arguments.
std::string_view key_before(std::string_view script, std::size_t quote) {
    std::size_t end = quote;
    const auto skip = [&](auto is) {
        while (end > 0 && is(script[end - 1])) --end;
    };
    const auto is_escape = [](char c) { return c == '\\'; };
    skip(is_escape);
    skip(is_blank_ascii);
    if (end == 0 || (script[end - 1] != ':' && script[end - 1] != '=')) {
        return {};
    }
    --end;
    skip(is_blank_ascii);
    skip(is_quote);
    skip(is_escape);
    std::size_t begin = end;
    while (begin > 0 && is_name_byte(script[begin - 1])) --begin;
    return script.substr(begin, end - begin);
}

/// The value behind `quote`, whichever way the quotes are escaped.
std::string_view value_behind(std::string_view script, std::size_t quote) {
    constexpr std::size_t longest = 40;
    const std::string_view rest = script.substr(quote + 1, longest);
    return rest.substr(0, rest.find_first_of("\"'\\"));
}

}  // namespace

std::optional<Date> date_in_scripts(const Document& document) {
    std::optional<Date> found;
    for (NodeId id = document.find(Tag::script); id < document.size(); id = document.find(Tag::script, id + 1)) {
        if (document[id].end == id + 1) {
            continue;
        }
        const std::string_view script = document[id + 1].text;
        for (std::size_t dash = script.find('-'); dash != std::string_view::npos; dash = script.find('-', dash + 1)) {
            const std::size_t quote = dash - 5;
            if (dash < 6 || !is_quote(script[quote]) || !begins_with_day(script.substr(quote + 1)) ||
                date_kind_of(key_before(script, quote)) != DateKind::published) {
                continue;
            }
            const auto date = parse_written_date(value_behind(script, quote));
            if (!date) {
                continue;
            }
            if (found && day_number(*found) != day_number(*date)) {
                return std::nullopt;
            }
            found = date->precision > (found ? found->precision : Precision::year) ? date : found;
        }
    }
    return found;
}

}  // namespace dateline
