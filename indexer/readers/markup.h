#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// SGML as news collections use it: tags and entities without a document type, never rejected.
namespace dateline {

/// An element of a document. Views into the document's text.
struct MarkupElement {
    std::string_view name;        ///< as written
    std::string_view attributes;  ///< what stands behind the name inside the start tag
    std::size_t outer_begin = 0;  ///< offset of `<`
    std::size_t outer_end = 0;    ///< offset behind the end tag
    std::string_view content;     ///< between the tags, with the tags inside
};

/// All closed elements of `document` in the order of their start tags. A `<` that begins no tag is text.
std::vector<MarkupElement> elements_of(std::string_view document);

bool same_name(std::string_view a, std::string_view b);  ///< without regard to ASCII case
/// The first element with this name; nullptr where there is none.
const MarkupElement* find_element(const std::vector<MarkupElement>& elements, std::string_view name);
/// The value of an attribute, "" where it is not given.
std::string_view attribute_of(const MarkupElement& element, std::string_view name);

/// Entities become characters (those of control characters nothing, unknown ones stay), `<p>`, `<br>` and the like
/// begin a paragraph, other tags vanish. Line feeds stay.
std::string text_of_markup(std::string_view content);

/// `content` without the elements that stand in it.
std::string without_elements(std::string_view content);

}  // namespace dateline
