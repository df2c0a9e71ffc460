#include "indexer/readers/xml_element.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace dateline {

namespace {

void append_text(const XmlElement& element, std::string& out) {
    out += element.text;
    for (const XmlElement& child : element.children) {
        append_text(child, out);
    }
}

void append_escaped(std::string_view text, std::string& out) {
    for (const char c : text) {
        switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        case '"': out += "&quot;"; break;
        default: out.push_back(c);
        }
    }
}

/// Elements that HTML never closes; all others it wants closed (`<script/>` would take in all that follows).
bool is_void(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});
    return std::ranges::find(names, name) != names.end();
}

void append_markup(const XmlElement& element, std::string& out) {
    for (const XmlElement& child : element.children) {
        if (child.is_text()) {
            append_escaped(child.text, out);
            continue;
        }
        out += "<" + child.name;
        for (const auto& attribute : child.attributes) {
            out += " " + attribute.first + "=\"";
            append_escaped(attribute.second, out);
            out += "\"";
        }
        out += ">";
        if (!is_void(child.name)) {
            append_markup(child, out);
            out += "</" + child.name + ">";
        }
    }
}

}  // namespace

bool XmlElement::has_elements() const {
    return std::ranges::any_of(children, [](const XmlElement& child) { return !child.is_text(); });
}

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
    const auto found = std::ranges::find(attributes, attribute_name, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

const XmlElement* XmlElement::child(std::string_view child_name) const {
    const auto found = std::ranges::find(children, child_name, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

const XmlElement* XmlElement::at(std::string_view path) const {
    const XmlElement* element = this;
    while (element != nullptr && !path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        element = element->child(path.substr(0, end));
        path.remove_prefix(std::min(path.size(), end + 1));
    }
    return element;
}

std::string XmlElement::all_text() const {
    std::string all;
    append_text(*this, all);
    return all;
}

std::string XmlElement::text_at(std::string_view path) const {
    const XmlElement* element = at(path);
    return element == nullptr ? "" : squeeze_space(element->all_text());
}

std::string_view XmlElement::attribute_at(std::string_view path, std::string_view attribute_name) const {
    const XmlElement* element = at(path);
    return element == nullptr ? std::string_view() : trim(element->attribute(attribute_name));
}

std::string XmlElement::markup() const {
    std::string out;
    append_markup(*this, out);
    return out;
}

}  // namespace dateline
