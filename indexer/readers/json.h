#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// JSON: a value a line (JSON Lines), one array, one object or several one after the other, and objects that wrap a
/// list of articles. Fields are recognised by their names (json_fields.h). Places are `line 12` (JSON Lines) and
/// `element 3` (arrays, wrapped lists); an input that is one article has none.
class JsonReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
