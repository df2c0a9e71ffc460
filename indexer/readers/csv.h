#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// Tables of articles: CSV, TSV and their kin, a row an article. The first row names the columns; encoding, delimiter
/// and the order of day and month in dates are told by looking.
class CsvReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
