#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// NITF (News Industry Text Format, IPTC) 3.x: one article a file, or several `<nitf>` in one that wraps them.
class NitfReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
