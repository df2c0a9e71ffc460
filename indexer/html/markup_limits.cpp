#include "indexer/html/markup_limits.h"

#include <algorithm>
#include <string_view>

#include "common/text/ascii.h"

namespace dateline {

namespace {

bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Limiter {
public:
    explicit Limiter(std::string& html) : html_(html) {}

    void run() {
        for (std::size_t at = html_.find('<'); at < html_.size(); at = html_.find('<', at)) {
            at = behind(at);
        }
    }

private:
    /// What stands behind the comment, the script or the tag that begins here.
    std::size_t behind(std::size_t at) {
        if (html_.compare(at, 4, "<!--") == 0) {
            return std::min(html_.find("-->", at + 4), html_.size());
        }
        if (at + 1 >= html_.size() || !begins_name(html_[at + 1])) {
            return at + 1;
        }
        std::size_t name_end = at + 1;
        while (name_end < html_.size() && html_[name_end] != '>' && html_[name_end] != '/' &&
               !is_blank_ascii(html_[name_end])) {
            ++name_end;
        }
        const std::string name =
            lower_ascii(std::string_view(html_).substr(at + 1, std::min<std::size_t>(name_end - at - 1, 8)));
        const std::size_t end = limit_tag(name_end);
        if (++elements_ > most_elements) {
            blank(at, end);
        }
        return name == "script" || name == "style" ? end_of_raw_text(end, name) : end;
    }

    /// Walks the attributes; returns what stands behind the tag.
    std::size_t limit_tag(std::size_t at) {
        std::size_t attributes = 0;
        std::size_t over = html_.size();
        while (at < html_.size() && html_[at] != '>') {
            if (is_blank_ascii(html_[at]) || html_[at] == '/') {
                ++at;
                continue;
            }
            if (++attributes == most_attributes + 1) {
                over = at;
            }
            at = behind_attribute(at);
        }
        blank(std::min(over, at), at);
        return std::min(at + 1, html_.size());
    }

    std::size_t behind_attribute(std::size_t at) const {
        ++at;  // a name may begin with `=`
        while (at < html_.size() && html_[at] != '=' && html_[at] != '>' && html_[at] != '/' &&
               !is_blank_ascii(html_[at])) {
            ++at;
        }
        const std::size_t equals = behind_blanks(at);
        if (equals >= html_.size() || html_[equals] != '=') {
            return at;
        }
        at = behind_blanks(equals + 1);
        if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
            const std::size_t end = html_.find(html_[at], at + 1);
            return end == std::string::npos ? html_.size() : end + 1;
        }
        while (at < html_.size() && html_[at] != '>' && !is_blank_ascii(html_[at])) {
            ++at;
        }
        return at;
    }

    std::size_t behind_blanks(std::size_t at) const {
        while (at < html_.size() && is_blank_ascii(html_[at])) {
            ++at;
        }
        return at;
    }

    std::size_t end_of_raw_text(std::size_t at, std::string_view name) const {
        for (at = html_.find("</", at); at < html_.size(); at = html_.find("</", at + 2)) {
            if (lower_ascii(std::string_view(html_).substr(at + 2, name.size())) == name) {
                return at;
            }
        }
        return html_.size();
    }

    void blank(std::size_t begin, std::size_t end) {
        std::fill(html_.begin() + static_cast<std::ptrdiff_t>(begin), html_.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
    }

    std::string& html_;
    std::size_t elements_ = 0;
};

}  // namespace

std::string limit_markup(std::string html) {
    Limiter(html).run();
    return html;
}

}  // namespace dateline
