#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/input.h"
#include "indexer/readers/raw_article.h"
#include "indexer/story/story.h"

/// Values as bytes, on their way between this process and its helpers. Nothing of this is ever on disk.
namespace dateline {

/// What a reader passes over, by kind.
struct PassedOver {
    std::string kind;
};

/// The input itself cannot be read further (IoError).
struct ReadingFailed {
    std::string what;
};

/// What reading a file gives, one piece at a time, with how far the file has been read then.
struct Finding {
    std::variant<RawArticle, Skipped, PassedOver, ReadingFailed> what;
    std::uint64_t position_bytes = 0;
};

std::string to_bytes(const Finding& finding);
std::string to_bytes(const RawArticle& article);
std::string to_bytes(const Story& story);
std::string to_bytes(const InputFile& file);

/// The same back. Throw TruncatedBytes (common/index/varint.h) where the bytes are of no such value.
Finding finding_of(std::string_view bytes);
RawArticle raw_article_of(std::string_view bytes);
Story story_of(std::string_view bytes);
InputFile input_file_of(std::string_view bytes);

}  // namespace dateline
