#include "indexer/readers/csv_dialect.h"

#include <algorithm>
#include <array>
#include <compare>
#include <sstream>
#include <string>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Rows looked at to choose.
constexpr std::size_t sample_rows = 200;

std::string repaired(std::string_view bytes) {
    std::string text(trim(bytes));
    repair_utf8(text);
    return text;
}

bool is_enclosed(std::string_view field) { return field.size() > 1 && field.starts_with('"') && field.ends_with('"'); }

/// How well a table reads in a dialect.
struct Fit {
    std::size_t known = 0;    ///< columns with known names
    std::size_t fitting = 0;  ///< lines in rows with as many fields as the header, per thousand of all lines
    std::size_t columns = 0;

    auto operator<=>(const Fit&) const = default;
};

/// `cut`: the beginning may end inside a field.
Fit fit_of(std::string_view beginning, bool cut, const CsvDialect& dialect, const FieldNames& names) {
    std::istringstream stream{std::string(beginning)};
    InputBuffer buffer(stream, "");
    CsvRows rows(buffer, dialect);
    CsvRow row;
    Fit fit;
    if (!rows.look(row)) {
        return fit;
    }
    fit.columns = row.fields.size();
    fit.known = static_cast<std::size_t>(std::ranges::count_if(
        row.fields, [&names](const std::string& field) { return names.find(repaired(field), false).has_value(); }));
    rows.take(row);
    if (!dialect.quotes && std::ranges::any_of(row.fields, is_enclosed)) {
        return {};
    }
    std::size_t lines = 0;
    std::size_t fitting = 0;
    for (std::size_t count = 0; count < sample_rows && rows.look(row); ++count) {
        if (!dialect.quotes && std::ranges::any_of(row.fields, is_enclosed)) {
            return {};  // quotes do enclose fields
        }
        if (cut && row.end == RowEnd::unclosed && row.bytes == buffer.unread().size()) {
            break;  // nobody knows yet
        }
        lines += row.lines;
        fitting += row.fields.size() == fit.columns && row.end == RowEnd::whole ? row.lines : 0;
        rows.take(row);
    }
    fit.fitting = lines == 0 ? 1000 : fitting * 1000 / lines;
    return fit;
}

/// What may part fields: a sign that stands in the header and in no name.
std::string candidates_in(std::string_view header) {
    std::string candidates;
    for (const char c : std::string_view(",;\t|^~:#*!&%$@/\\+=\x1F\x1E\x01")) {
        if (header.find(c) != std::string_view::npos) {
            candidates.push_back(c);
        }
    }
    return candidates;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

}  // namespace

CsvDialect find_dialect(std::string_view beginning, bool cut, const FieldNames& names) {
    CsvDialect best;
    Fit best_fit = fit_of(beginning, cut, best, names);
    for (const char delimiter : candidates_in(first_line(beginning))) {
        for (const bool quotes : {true, false}) {
            const CsvDialect dialect{delimiter, quotes};
            if (const Fit fit = fit_of(beginning, cut, dialect, names); fit > best_fit) {
                best = dialect;
                best_fit = fit;
            }
        }
    }
    return best;
}

char named_delimiter(std::string_view line) {
    constexpr std::string_view word = "sep=";
    return line.size() == word.size() + 1 && line.starts_with(word) ? line.back() : '\0';
}

bool looks_like_table(std::string_view beginning) {
    const std::string header = repaired(first_line(beginning));
    const FieldNames names({});
    return std::ranges::any_of(std::string_view(",;\t|"), [&](char delimiter) {
        std::size_t known = 0;
        bool text = false;
        for (std::size_t at = 0; at <= header.size();) {
            const std::size_t end = std::min(header.find(delimiter, at), header.size());
            std::string_view name = trim(std::string_view(header).substr(at, end - at));
            if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) {
                name = name.substr(1, name.size() - 2);
            }
            if (const auto match = names.find(name, false)) {
                ++known;
                text = text || holds_text(match->kind);
            }
            at = end + 1;
        }
        return known >= 2 && text;
    });
}

}  // namespace dateline
