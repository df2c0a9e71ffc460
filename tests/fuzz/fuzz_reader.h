#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

#include "common/article.h"
#include "common/text/utf8.h"
#include "indexer/readers/reader.h"
#include "indexer/story/story.h"

/// Any bytes through a reader and the story.
namespace dateline::fuzz {

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline void require_utf8(const std::string& text) { require(valid_utf8_prefix(text) == text.size()); }

inline void require_utf8(const Article& article) {
    for (const std::string* text :
         {&article.id, &article.title, &article.lead, &article.body, &article.source, &article.section, &article.url})
        require_utf8(*text);
    for (const std::string& author : article.authors) require_utf8(author);
    for (const Caption& caption : article.captions) {
        require_utf8(caption.text);
        require_utf8(caption.credit);
    }
}

/// No crash, and `check` holds for every article that the reader and the story make.
template <typename Reader, typename Check>
int read_story(const std::uint8_t* data, std::size_t size, Check check) {
    std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
    Input input{"input", "", stream};
    const ReaderSink sink{[&](RawArticle raw) {
                              check(tell_story(std::move(raw)));
                              return true;
                          },
                          [](const Skipped&) { return true; }};
    Reader().read(input, {}, sink);
    return 0;
}

}  // namespace dateline::fuzz
