#include "indexer/wording/signature.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/wording/agencies.h"

namespace dateline {

namespace {

constexpr std::size_t longest_signature_bytes = 90;
constexpr std::size_t longest_initials = 5;

/// `msh/rc`, `ms/jr`, `red`: one to four times a few small letters, parted by slashes or commas.
std::vector<std::string> initials_of(std::string_view text) {
    std::vector<std::string> initials;
    std::string part;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : '/';
        const auto byte = static_cast<unsigned char>(c);
        const bool inner_dot = c == '.' && !part.empty() && static_cast<unsigned char>(part.back()) >= 0x80;
        const bool gap = c == ' ' && part.empty() && !initials.empty();
        if (gap) {
            continue;
        }
        if ((c >= 'a' && c <= 'z') || byte >= 0x80 || inner_dot) {
            part.push_back(c);
        } else if ((c == '/' || c == ',') && !part.empty() && count_code_points(part) <= longest_initials) {
            initials.push_back(std::exchange(part, ""));
        } else {
            return {};
        }
    }
    return initials;
}

std::string_view inside_last_brackets(std::string_view line, std::string_view& before) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
        const std::size_t at = line.rfind(open);
        if (line.ends_with(close) && at != std::string_view::npos) {
            before = trim(line.substr(0, at));
            return line.substr(at + open.size(), line.size() - at - open.size() - close.size());
        }
    }
    return {};
}

}  // namespace

std::optional<Byline> signature_of_line(std::string_view line) {
    line = trim(line);
    if (line.empty() || line.size() > longest_signature_bytes) {
        return std::nullopt;
    }
    std::string_view before;
    if (const std::string_view inside = inside_last_brackets(line, before); !inside.empty()) {
        auto agencies = agency_list(inside);
        auto initials = initials_of(before);
        if (agencies && (before.empty() || !initials.empty())) {
            return Byline{std::move(initials), std::move(*agencies)};
        }
        return std::nullopt;
    }
    if (auto agencies = agency_list(line)) {
        return Byline{{}, std::move(*agencies)};
    }
    // Letters alone: no word of a language is meant only where they are few and Latin.
    auto initials = initials_of(line);
    const bool latin = std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !initials.empty() && latin && line.size() <= 12 ? std::optional(Byline{std::move(initials), {}})
                                                           : std::nullopt;
}

}  // namespace dateline
