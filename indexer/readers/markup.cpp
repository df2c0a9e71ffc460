#include "indexer/readers/markup.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/readers/entities.h"

namespace dateline {

namespace {

struct Tag {
    std::string_view name;
    std::string_view attributes;
    bool closing = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::size_t longest_tag = 4096;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The next tag at or after `position`; a tag with `end` 0 where none follows.
Tag next_tag(std::string_view text, std::size_t position) {
    for (position = text.find('<', position); position != std::string_view::npos;
         position = text.find('<', position + 1)) {
        Tag tag;
        tag.begin = position;
        std::size_t at = position + 1;
        tag.closing = at < text.size() && text[at] == '/';
        at += tag.closing ? 1 : 0;
        if (at >= text.size() || !is_letter(text[at])) {
            continue;
        }
        const std::size_t name_begin = at;
        while (at < text.size() && is_name_character(text[at])) {
            ++at;
        }
        const std::size_t close = text.substr(0, std::min(text.size(), at + longest_tag)).find_first_of("<>", at);
        if (close == std::string_view::npos || text[close] == '<') {
            continue;
        }
        tag.name = text.substr(name_begin, at - name_begin);
        tag.attributes = text.substr(at, close - at);
        tag.end = close + 1;
        return tag;
    }
    return {};
}

/// Tags that part paragraphs, in the collections of TREC and in HTML left in texts.
bool parts_paragraphs(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"p", "br", "div", "h1", "h2", "h3", "h4", "li"};
    return std::ranges::any_of(names, [name](std::string_view known) { return same_name(name, known); });
}

struct OpenElement {
    std::size_t index;
    std::size_t content_begin;
};

}  // namespace

bool same_name(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::vector<MarkupElement> elements_of(std::string_view document) {
    std::vector<MarkupElement> elements;
    std::vector<OpenElement> open;
    for (Tag tag = next_tag(document, 0); tag.end != 0; tag = next_tag(document, tag.end)) {
        if (!tag.closing) {
            open.push_back({elements.size(), tag.end});
            elements.push_back({tag.name, tag.attributes, tag.begin, 0, {}});
            continue;
        }
        // The innermost element of that name ends here; those left open inside it (such as <P>) are dropped.
        for (std::size_t depth = open.size(); depth > 0; --depth) {
            MarkupElement& element = elements[open[depth - 1].index];
            if (same_name(element.name, tag.name)) {
                const std::size_t begin = open[depth - 1].content_begin;
                element.content = document.substr(begin, tag.begin - begin);
                element.outer_end = tag.end;
                open.resize(depth - 1);
                break;
            }
        }
    }
    std::erase_if(elements, [](const MarkupElement& element) { return element.outer_end == 0; });
    return elements;
}

const MarkupElement* find_element(const std::vector<MarkupElement>& elements, std::string_view name) {
    const auto found =
        std::ranges::find_if(elements, [name](const MarkupElement& e) { return same_name(e.name, name); });
    return found == elements.end() ? nullptr : &*found;
}

std::string_view attribute_of(const MarkupElement& element, std::string_view name) {
    std::string_view rest = element.attributes;
    while (true) {
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return {};
        }
        const std::string_view key = trim(rest.substr(0, equals));
        rest = trim(rest.substr(equals + 1));
        const bool quoted = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
        const std::size_t begin = quoted ? 1 : 0;
        const std::size_t end =
            std::min(rest.size(), quoted ? rest.find(rest.front(), 1) : rest.find_first_of(" \t\r\n"));
        if (same_name(key, name)) {
            return rest.substr(begin, end - begin);
        }
        rest.remove_prefix(std::min(rest.size(), end + begin));
    }
}

std::string text_of_markup(std::string_view content) {
    std::string text;
    text.reserve(content.size());
    std::size_t position = 0;
    for (Tag tag = next_tag(content, 0); tag.end != 0; tag = next_tag(content, tag.end)) {
        append_decoded(text, content.substr(position, tag.begin - position));
        if (parts_paragraphs(tag.name)) {
            text += "\n\n";
        }
        position = tag.end;
    }
    append_decoded(text, content.substr(position));
    return text;
}

std::string without_elements(std::string_view content) {
    std::string rest;
    std::size_t position = 0;
    for (const MarkupElement& element : elements_of(content)) {
        if (element.outer_begin >= position) {
            rest.append(content, position, element.outer_begin - position);
            position = element.outer_end;
        }
    }
    rest.append(content, position, std::string_view::npos);
    return rest;
}

}  // namespace dateline
