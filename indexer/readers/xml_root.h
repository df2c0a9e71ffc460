#pragma once

#include <string_view>

namespace dateline {

/// The name of the root element of an XML document, without prefix, by its beginning; "" where the beginning is that
/// of none, or ends before the root does begin. Declaration, comments and document type are stepped over.
std::string_view xml_root(std::string_view beginning);

/// The reader for documents with this root; "" where the root does not tell.
std::string_view reader_of_xml_root(std::string_view root);

}  // namespace dateline
