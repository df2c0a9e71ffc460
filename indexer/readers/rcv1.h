#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// The XML of the Reuters corpora RCV1 and RCV2: one `<newsitem itemid= date=>` a file. The day is that of publication,
/// as the collection states it; the dateline may name another.
class Rcv1Reader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
