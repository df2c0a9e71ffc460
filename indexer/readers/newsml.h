#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// NewsML-G2 (a `newsItem`, or a `newsMessage` of several; packages and items of knowledge are told of by name) and
/// NewsML 1.x (`NewsItem`s): an article an item. All versions of an item have one id, so that a later one replaces it.
class NewsmlReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
