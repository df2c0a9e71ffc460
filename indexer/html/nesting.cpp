#include "indexer/html/nesting.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/ascii.h"

namespace dateline {
namespace {

/// Elements without an end tag, and those that end where the next of their kind begins.
constexpr std::array<std::string_view, 35> never_nested{
    "area",  "base",   "basefont", "br",   "col",   "colgroup", "dd",     "dt", "embed", "frame", "hr",  "img",
    "input", "keygen", "li",       "link", "meta",  "optgroup", "option", "p",  "param", "rb",    "rp",  "rt",
    "rtc",   "source", "tbody",    "td",   "tfoot", "th",       "thead",  "tr", "track", "wbr",   "body"};

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower_name(std::string_view html, std::size_t at) {
    std::string name;
    for (; at < html.size() && html[at] != '>' && html[at] != '/' && html[at] > ' '; ++at)
        name += lower_ascii(html[at]);
    return name;
}

bool is_end_tag(std::string_view html, std::size_t at, std::string_view name) {
    return html[at] == '<' && at + 1 < html.size() && html[at + 1] == '/' && lower_name(html, at + 2) == name;
}

/// Walks the tags; what `script` and `style` hold is none.
class NestingLimiter {
public:
    explicit NestingLimiter(std::string& html) : html_(html) {}

    void run() {
        for (std::size_t at = html_.find('<'); at < html_.size(); at = html_.find('<', at)) at = behind_tag(at);
    }

private:
    std::size_t behind_tag(std::size_t at) {
        if (html_.compare(at, 4, "<!--") == 0) return std::min(html_.find("-->", at + 4), html_.size());
        const bool is_end = at + 1 < html_.size() && html_[at + 1] == '/';
        const std::size_t name_at = at + (is_end ? 2 : 1);
        if (name_at >= html_.size() || !is_letter(html_[name_at])) return at + 1;
        const std::string name = lower_name(html_, name_at);
        const std::size_t end = std::min(html_.find('>', name_at), html_.size() - 1) + 1;
        if (std::ranges::find(never_nested, name) != never_nested.end()) return end;
        if (is_end) {
            if (depth_ > most_nested) blank(at, end);
            depth_ -= depth_ > 0 ? 1 : 0;
            return end;
        }
        if (name == "script" || name == "style") return end_of_raw_text(end, name);
        if (++depth_ > most_nested) blank(at, end);
        return end;
    }

    std::size_t end_of_raw_text(std::size_t at, std::string_view name) const {
        while (at < html_.size() && !is_end_tag(html_, at, name)) at = std::min(html_.find('<', at + 1), html_.size());
        return std::min(html_.find('>', at), html_.size());
    }

    void blank(std::size_t begin, std::size_t end) {
        std::fill(html_.begin() + static_cast<std::ptrdiff_t>(begin), html_.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
    }

    std::string& html_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string limit_nesting(std::string html) {
    NestingLimiter(html).run();
    return html;
}

}  // namespace dateline
