#include "indexer/html/page_source.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/ascii.h"

namespace dateline {
namespace {

/// Elements without an end tag, and those that end where the next of their kind begins.
constexpr std::array<std::string_view, 35> never_nested{
    "area",  "base",   "basefont", "br",   "col",   "colgroup", "dd",     "dt", "embed", "frame", "hr",  "img",
    "input", "keygen", "li",       "link", "meta",  "optgroup", "option", "p",  "param", "rb",    "rp",  "rt",
    "rtc",   "source", "tbody",    "td",   "tfoot", "th",       "thead",  "tr", "track", "wbr",   "body"};

/// Elements whose content is text, whatever it looks like; scripts are apart.
constexpr std::array<std::string_view, 7> raw_texts{"style", "textarea", "title",   "iframe",
                                                    "xmp",   "noembed",  "noframes"};

/// Attributes that anyone here reads, and `type`, which says how inputs are parsed. Of the others there are more:
/// addresses, pictures in many sizes, programs.
constexpr std::array<std::string_view, 21> read_names{
    "aria-hidden", "class",     "content",  "data-component", "data-module", "data-name",
    "data-testid", "data-type", "datetime", "hidden",         "http-equiv",  "id",
    "itemprop",    "lang",      "name",     "property",       "pubdate",     "rel",
    "role",        "style",     "title"};

bool is_read(std::string_view attribute) {
    const std::string name = lower_ascii(attribute);
    return name == "type" || std::ranges::find(read_names, name) != read_names.end();
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool ends_name(char c) { return is_blank_ascii(c) || c == '>' || c == '/'; }

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Walks the markup as the standard cuts it into tokens (HTML Living Standard, 13.2.5).
class SourceReader {
public:
    explicit SourceReader(std::string_view page) : page_(page) { source_.html.reserve(page.size() / 2); }

    PageSource read() {
        for (std::size_t at = 0; at < page_.size();) {
            const std::size_t markup = find('<', at);
            keep_text(at, markup);
            at = markup < page_.size() ? behind_markup(markup) : markup;
        }
        return std::move(source_);
    }

private:
    std::size_t find(char c, std::size_t from) const { return std::min(page_.find(c, from), page_.size()); }

    char char_at(std::size_t at) const { return at < page_.size() ? page_[at] : '\0'; }

    void keep(std::size_t begin, std::size_t end) { source_.html.append(page_.substr(begin, end - begin)); }

    void keep_text(std::size_t begin, std::size_t end) {
        while (begin < end) {
            std::size_t blank = begin;
            while (blank < end && !is_blank_ascii(page_[blank])) ++blank;
            keep(begin, blank);
            if (blank == end) return;
            source_.html += page_[blank];
            begin = blank;
            while (begin < end && is_blank_ascii(page_[begin])) ++begin;
        }
    }

    std::size_t behind_markup(std::size_t at) {
        if (page_.compare(at, 4, "<!--") == 0) return behind_comment(at);
        const bool is_end = char_at(at + 1) == '/';
        const std::size_t name_at = at + (is_end ? 2 : 1);
        if (!is_letter(char_at(name_at))) return behind_other_markup(at);
        const std::size_t name_end = end_of_name(name_at);
        const std::string name = lower_ascii(page_.substr(name_at, name_end - name_at));
        if (is_end) {
            const std::size_t end = behind_tag(name_end);
            keep_end_tag(name, at, end);
            return end;
        }
        const bool raw = name == "script" || contains(raw_texts, name);
        const bool keeps = raw || contains(never_nested, name) || ++depth_ <= most_nested;
        const std::size_t end = keeps ? keep_start_tag(name, at, name_end) : behind_tag(name_end);
        return name == "script" ? behind_script(end) : raw ? behind_raw_text(name, end) : end;
    }

    /// Returns the place behind the tag.
    std::size_t keep_start_tag(std::string_view name, std::size_t at, std::size_t name_end) {
        keep(at, name_end);
        const std::size_t end =
            read_attributes(name_end, [&](std::string_view attribute, std::size_t begin, std::size_t behind) {
                if (is_read(attribute) || (lower_ascii(attribute) == "href" && name == "link")) {
                    source_.html += ' ';
                    keep(begin, behind);
                }
            });
        const bool closes_itself = end >= 2 && page_[end - 2] == '/';
        source_.html += closes_itself ? " />" : ">";
        return end;
    }

    void keep_end_tag(std::string_view name, std::size_t at, std::size_t end) {
        if (contains(never_nested, name)) return keep(at, end);
        if (depth_ <= most_nested) keep(at, end);
        depth_ -= depth_ > 0 ? 1 : 0;
    }

    /// A `<` that is text, or what ends with the next `>`: `<!doctype html>`, `<?xml version="1.0"?>`.
    std::size_t behind_other_markup(std::size_t at) {
        const char c = char_at(at + 1);
        const bool is_text = c != '!' && c != '?' && c != '/';
        const std::size_t end = is_text ? at + 1 : std::min(find('>', at) + 1, page_.size());
        keep(at, end);
        return end;
    }

    std::size_t behind_comment(std::size_t at) const {
        for (std::size_t dashes = page_.find("--", at + 2); dashes != std::string_view::npos;
             dashes = page_.find("--", dashes + 1)) {
            const std::size_t behind = dashes + 2;
            if (char_at(behind) == '>') return behind + 1;
            if (dashes >= at + 4 && page_.compare(behind, 2, "!>") == 0) return behind + 2;
        }
        return page_.size();
    }

    std::size_t end_of_name(std::size_t at) const {
        while (at < page_.size() && !ends_name(page_[at])) ++at;
        return at;
    }

    /// Gives each attribute's name with where it begins and ends; returns the place behind the `>` of the tag.
    template <typename Each>
    std::size_t read_attributes(std::size_t at, Each each) const {
        while (at < page_.size()) {
            if (page_[at] == '>') return at + 1;
            if (ends_name(page_[at])) {
                ++at;
                continue;
            }
            const std::size_t begin = at++;  // an equals sign here begins a name
            while (at < page_.size() && !ends_name(page_[at]) && page_[at] != '=') ++at;
            const std::string_view name = page_.substr(begin, at - begin);
            at = behind_value(at);
            each(name, begin, std::min(at, page_.size()));
        }
        return page_.size();
    }

    /// Behind the equals sign and the value at `at`, if they are there.
    std::size_t behind_value(std::size_t at) const {
        std::size_t value = at;
        while (is_blank_ascii(char_at(value))) ++value;
        if (char_at(value) != '=') return at;
        ++value;
        while (is_blank_ascii(char_at(value))) ++value;
        const char first = char_at(value);
        if (first == '"' || first == '\'') return find(first, value + 1) + 1;
        while (value < page_.size() && !is_blank_ascii(page_[value]) && page_[value] != '>') ++value;
        return value;
    }

    std::size_t behind_tag(std::size_t at) const {
        return read_attributes(at, [](std::string_view, std::size_t, std::size_t) {});
    }

    /// The `<` of the end tag with that name.
    std::size_t find_end_tag(std::string_view name, std::size_t from) const {
        for (std::size_t at = find('<', from); at < page_.size(); at = find('<', at + 1)) {
            if (char_at(at + 1) == '/' && is_name_at(name, at + 2)) return at;
        }
        return page_.size();
    }

    bool is_name_at(std::string_view name, std::size_t at) const {
        const std::size_t end = at + name.size();
        return end < page_.size() && ends_name(page_[end]) && lower_ascii(page_.substr(at, name.size())) == name;
    }

    std::size_t behind_script(std::size_t content) {
        const std::size_t end = end_of_script(content);
        if (end > content) {
            source_.html += std::to_string(source_.scripts.size());
            source_.scripts.push_back(page_.substr(content, end - content));
        }
        return keep_closing_tag(end);
    }

    /// The `<` of the end tag. One in a script in a comment in the script is none:
    /// `<!-- document.write("<script></script>") -->`.
    std::size_t end_of_script(std::size_t content) const {
        enum class Inside : std::uint8_t { script, comment, script_in_comment };
        Inside inside = Inside::script;
        std::size_t at = content;
        while (at < page_.size()) {
            if (inside == Inside::script) {
                at = find('<', at);
            } else if (page_.compare(at, 3, "-->") == 0) {
                inside = Inside::script;
            }
            if (char_at(at) != '<') {
                ++at;
            } else if (inside == Inside::script && page_.compare(at, 4, "<!--") == 0) {
                inside = Inside::comment;
                at += 2;  // `<!-->` is a whole comment
            } else if (char_at(at + 1) == '/' && is_name_at("script", at + 2)) {
                if (inside != Inside::script_in_comment) return at;
                inside = Inside::comment;
                ++at;
            } else {
                inside = inside == Inside::comment && is_name_at("script", at + 1) ? Inside::script_in_comment : inside;
                ++at;
            }
        }
        return page_.size();
    }

    std::size_t behind_raw_text(std::string_view name, std::size_t content) {
        const std::size_t end = find_end_tag(name, content);
        keep(content, name == "style" ? content : end);
        return keep_closing_tag(end);
    }

    std::size_t keep_closing_tag(std::size_t at) {
        const std::size_t end = at < page_.size() ? behind_tag(at) : at;
        keep(at, end);
        return end;
    }

    std::string_view page_;
    PageSource source_;
    std::size_t depth_ = 0;
};

}  // namespace

PageSource source_of_page(std::string_view page) { return SourceReader(page).read(); }

}  // namespace dateline
