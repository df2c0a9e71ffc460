#pragma once

#include <functional>
#include <string_view>

#include "indexer/readers/raw_article.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml_element.h"

namespace dateline {

/// How a format keeps its articles in XML.
struct XmlArticles {
    std::function<bool(std::string_view name)> is_record;
    /// The article of a record. Where it was found is not for this to say.
    std::function<RawArticle(const XmlElement&)> article;
    /// What stands around the records, as XmlRecordSink has it.
    std::function<void(std::string_view path, const XmlElement&)> around;
    std::string_view unit;     ///< what a place counts: `item`
    std::string_view nothing;  ///< what to say of an input without records
};

/// Reads an XML input record by record. Each is told of: as an article; as `no text` where it states neither title nor
/// text; as `too large`. Damage is `malformed`, with its line, behind the articles that stand before it. Places are
/// `item 3`, "" where the input is one record.
void read_xml_articles(Input& input, const ReaderSink& sink, const XmlArticles& format);

}  // namespace dateline
