#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

/// Saved web pages: one article a file. Tells the encoding; what the page says is for the story room to find.
class HtmlReader : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

/// The encoding a page declares near its beginning: `<meta charset>`, `http-equiv`, an XML declaration; "" for none.
std::string declared_charset(std::string_view page);

}  // namespace dateline
