#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// SGML collections, an article an element: TREC's <DOC> (DOCNO, HEADLINE, TEXT and their kin) and Reuters-21578's
/// <REUTERS>. Places are `article 3`, counted from one.
class SgmlReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
