#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/raw_article.h"

/// The one interface of all formats.
namespace dateline {

/// Where what a reader finds goes. Either may block (bounded queues); false asks the reader to stop early.
struct ReaderSink {
    std::function<bool(RawArticle)> article;
    std::function<bool(Skipped)> skipped;
};

/// Options of all readers. `field_map`: our field name -> the input's field name, for JSON and later CSV.
struct ReaderOptions {
    std::map<std::string, std::string> field_map;
};

/// One input to read: a named stream of bytes. A reader holds at most one article plus bounded buffers in memory, not
/// the whole input (lines and articles over `max_article_bytes` are skipped as `too large`).
struct Input {
    std::string path;
    std::string member;
    std::istream& bytes;
};

inline constexpr std::size_t max_article_bytes = std::size_t{64} << 20;

class Reader {
public:
    virtual ~Reader() = default;
    /// Reads all articles of one input. Malformed articles go to sink.skipped with their place; only a failing stream
    /// throws (IoError).
    virtual void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const = 0;
};

}  // namespace dateline
