#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace dateline::tests {

struct Readings {
    std::vector<RawArticle> articles;
    std::vector<Skipped> skipped;
};

/// Everything a reader makes of some bytes.
inline Readings read_all(const Reader& reader, const std::string& bytes, const ReaderOptions& options = {},
                         const std::string& path = "input") {
    std::istringstream stream(bytes);
    Input input{path, "", stream};
    Readings readings;
    ReaderSink sink;
    sink.article = [&readings](RawArticle raw) {
        readings.articles.push_back(std::move(raw));
        return true;
    };
    sink.skipped = [&readings](const Skipped& skipped) {
        readings.skipped.push_back(skipped);
        return true;
    };
    reader.read(input, options, sink);
    return readings;
}

}  // namespace dateline::tests
