#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// An element of an XML record, or a piece of text in one. A value of its own: nothing of the parser is left in it.
struct XmlElement {
    std::string name;                                             ///< without prefix; "" for a piece of text
    std::string space;                                            ///< URI of its namespace, "" for none
    std::vector<std::pair<std::string, std::string>> attributes;  ///< names without prefix
    std::vector<XmlElement> children;                             ///< elements and pieces of text, in their order
    std::string text;                                             ///< of a piece of text, entities decoded

    bool is_text() const { return name.empty(); }
    bool has_elements() const;
    std::string_view attribute(std::string_view attribute_name) const;
    /// The first child of that name, in any namespace; nullptr where there is none.
    const XmlElement* child(std::string_view child_name) const;
    /// The first element down a path of names parted by slashes (`head/docdata/doc-id`); nullptr where there is none.
    const XmlElement* at(std::string_view path) const;
    /// Calls `visit` for each child of that name.
    template <typename Visit>
    void each(std::string_view child_name, Visit visit) const {
        for (const XmlElement& element : children) {
            if (element.name == child_name) {
                visit(element);
            }
        }
    }

    /// All text in it, as it stands.
    std::string all_text() const;
    /// The squeezed text of the element down a path, "" where there is none; and the value of an attribute of it.
    std::string text_at(std::string_view path) const;
    std::string_view attribute_at(std::string_view path, std::string_view attribute_name) const;
    /// The content as HTML, without prefixes and namespaces.
    std::string markup() const;
};

}  // namespace dateline
