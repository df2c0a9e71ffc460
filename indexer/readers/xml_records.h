#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

/// XML of records: streamed, each record a small tree. libxml2 reads it, with entity expansion, document types from
/// elsewhere and the network off, so that no file can name another.
namespace dateline {

/// An element of a record. A value of its own: nothing of the parser is left in it.
struct XmlElement {
    std::string name;                                             ///< without prefix
    std::string space;                                            ///< URI of its namespace, "" for none
    std::vector<std::pair<std::string, std::string>> attributes;  ///< names without prefix
    std::vector<XmlElement> children;
    std::string text;    ///< of the element and all in it, entities decoded
    std::string markup;  ///< the content as markup, where it has elements; else empty

    std::string_view attribute(std::string_view attribute_name) const;
    /// The first child of that name, in any namespace, or where `in` is given in the namespace that has it in its URI.
    const XmlElement* child(std::string_view child_name, std::string_view in = {}) const;
    std::string_view text_of(std::string_view child_name, std::string_view in = {}) const;
};

/// Where reading XML ended: `error` is empty, or says what is wrong and in which line.
struct XmlEnd {
    std::string error;
    std::size_t line = 0;
};

/// Calls `record` for each element that `is_record` accepts by name, as a tree, and `other` for each other element with
/// its own text only (what stands around the records), until one returns false. Throws IoError where the stream fails.
XmlEnd read_xml_records(Input& input, const std::function<bool(std::string_view name)>& is_record,
                        const std::function<bool(const XmlElement&)>& record,
                        const std::function<void(std::string_view path, const XmlElement&)>& other);

}  // namespace dateline
