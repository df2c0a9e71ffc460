#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"
#include "indexer/readers/xml_element.h"

/// XML of records: streamed, each record a small tree. libxml2 reads it, with the network and document types from
/// elsewhere off. Entities that a file declares itself are not expanded but left as written (`&x;`), so that no file
/// can name another nor blow up; those of HTML (`&nbsp;`) are known without a declaration.
namespace dateline {

struct XmlRecord {
    XmlElement element;
    std::size_t input_bytes = 0;  ///< it takes of the input
    bool is_root = false;         ///< it is all of the input
    std::size_t replaced = 0;     ///< bytes before its end, and behind the record before it, that were no UTF-8
};

/// What becomes of the parts of an XML input. The functions that return false ask to stop.
struct XmlRecordSink {
    std::function<bool(std::string_view name)> is_record;
    std::function<bool(const XmlRecord&)> record;
    /// A record with more than `max_article_bytes`, counting what its elements take in memory.
    std::function<bool()> too_large;
    /// Each element around the records, with its attributes and the text before its first child (64 KiB of it).
    std::function<void(std::string_view path, const XmlElement&)> around;
};

/// Where reading XML ended: `error` is empty, or says what is wrong and in which line.
struct XmlEnd {
    std::string error;
    std::size_t line = 0;
};

/// Throws IoError where the stream fails, and what the sink throws.
XmlEnd read_xml_records(Input& input, const XmlRecordSink& sink);

}  // namespace dateline
