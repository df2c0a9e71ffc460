#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// JSON: a value a line (JSON Lines), one array, one object or several one after the other, and objects that wrap a
/// list of articles. Fields are recognised by their names (json_fields.h). Places are `line 12` (JSON Lines) and
/// `element 3` (arrays, wrapped lists); an input that is one article has none. Objects of ninjs (ninjs_article.h) are
/// known wherever they stand, unless the user names fields; a JSON Feed (json_feed.h) has places such as `item 3`.
class JsonReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
