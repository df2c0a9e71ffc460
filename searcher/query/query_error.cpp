#include "searcher/query/query_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/graphemes.h"
#include "common/text/utf8.h"

namespace dateline::query {

namespace {

constexpr std::size_t context_before = 48;  ///< code points shown before the place, and from it on
constexpr std::size_t context_after = 24;

/// The query as code points, each byte that is no UTF-8 as one, up to some code points behind
/// `until_bytes`.
struct Decoded {
    std::vector<char32_t> points;
    std::size_t begin = 0;  ///< index of the first code point of the place
    std::size_t end = 0;    ///< one behind its last
    bool cut = false;       ///< the query goes on
};

Decoded decode(std::string_view query, Span where) {
    Decoded decoded;
    std::size_t at = 0;
    std::size_t behind = 0;
    while (at < query.size() && behind <= context_after) {
        decoded.begin += at < where.begin ? 1U : 0U;
        decoded.end += at < where.end ? 1U : 0U;
        behind += at >= where.begin ? 1U : 0U;
        if (valid_utf8_prefix(query.substr(at, 4)) == 0) {
            decoded.points.push_back(replacement_character);
            ++at;
        } else {
            decoded.points.push_back(next_code_point(query, at));
        }
    }
    decoded.cut = at < query.size();
    return decoded;
}

bool is_printable(char32_t point) {
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool separates_lines = point == 0x2028 || point == 0x2029;
    const bool turns_direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return !control && !separates_lines && !turns_direction;
}

char32_t shown(char32_t point) {
    if (point == U'\t' || point == U'\n' || point == U'\r') {
        return U' ';
    }
    return is_printable(point) ? point : replacement_character;
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        append_code_point(out, shown(next_code_point(text, at)));
    }
    return out;
}

/// The excerpt with the caret line under it, both indented by two blanks.
std::string caret_lines(const Decoded& decoded) {
    const std::size_t from = decoded.begin > context_before ? decoded.begin - context_before : 0;
    std::string excerpt = from > 0 ? "  ..." : "  ";
    std::string carets(excerpt.size(), ' ');
    for (std::size_t i = from; i < decoded.points.size(); ++i) {
        const char32_t point = shown(decoded.points[i]);
        append_code_point(excerpt, point);
        if (i < decoded.begin) {
            carets.append(display_width(point), ' ');
        } else if (i == decoded.begin) {
            carets.append(1, '^').append(display_width(point) > 1 ? 1U : 0U, '~');
        } else if (i < decoded.end) {
            carets.append(display_width(point), '~');
        }
    }
    if (decoded.begin >= decoded.points.size()) {
        carets.push_back('^');
    }
    if (decoded.cut) {
        excerpt += "...";
    }
    return excerpt + "\n" + carets;
}

}  // namespace

struct QueryError::Parts {
    std::string message;
    std::size_t column;
    std::string context;
    std::string proposal;
};

QueryError::Parts QueryError::make_parts(const std::string& message, std::string_view query, Span where,
                                         const std::string& proposal) {
    const Decoded decoded = decode(query, where);
    return {printable(message), decoded.begin + 1, caret_lines(decoded), printable(proposal)};
}

QueryError::QueryError(const std::string& message, std::string_view query, Span where, const std::string& proposal)
    : QueryError(make_parts(message, query, where, proposal)) {}

QueryError::QueryError(Parts parts)
    : Error(fmt::format("query, column {}: {}\n{}{}{}", parts.column, parts.message, parts.context,
                        parts.proposal.empty() ? "" : "\n  ", parts.proposal)),
      message_(std::move(parts.message)),
      column_(parts.column),
      context_(std::move(parts.context)),
      proposal_(std::move(parts.proposal)) {}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 40;
    const std::size_t end = byte_offset_of(text, longest);
    return std::string(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

}  // namespace dateline::query
