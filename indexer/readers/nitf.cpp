#include "indexer/readers/nitf.h"

#include "indexer/readers/nitf_article.h"
#include "indexer/readers/xml_articles.h"

namespace dateline {

void NitfReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    read_xml_articles(input, sink,
                      {[](std::string_view name) { return name == "nitf"; },
                       nitf_article,
                       {},
                       "article",
                       "there is no nitf element"});
}

}  // namespace dateline
