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
    /// What no one takes for an article, and there is too much of to name each (pictures in a web archive): its kind,
    /// as a key for counting. May be empty.
    std::function<void(std::string_view kind)> passed_over = {};
};

struct ReaderEntry;

/// Options of all readers. `field_map`: our field name -> the input's field name, for JSON and later CSV.
struct ReaderOptions {
    std::map<std::string, std::string> field_map;
    /// Reads what is inside archives, whatever it looks like; nullptr for by content.
    const ReaderEntry* format = nullptr;
};

/// How a file came to be read: one the user named is read whatever its name; a folder or an archive holds more than
/// articles (LICENSE, notes.md, tables), so that there plain text must also be named as text (`.txt`).
enum class Origin : unsigned char { named, folder };

struct Nesting;

/// One input to read: a named stream of bytes, which may throw BrokenInput where it is inside others. A reader holds at
/// most one article plus bounded buffers in memory, not the whole input (lines and articles over `max_article_bytes`
/// are skipped as `too large`).
struct Input {
    std::string path;
    std::string member;
    std::istream& bytes;
    std::string charset = {};  ///< the encoding stated from outside (HTTP); "" for none
    Origin origin = Origin::folder;
    Nesting* nesting = nullptr;  ///< the archives around it; nullptr for none
    /// After BrokenInput: goes on behind the damage, where something whole may begin; false where nothing does. May be
    /// empty.
    std::function<bool()> go_on = {};
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
