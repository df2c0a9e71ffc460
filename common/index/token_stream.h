#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "common/index/field_frequency.h"
#include "common/index/section_file.h"

/// The token stream: per article the sequence of its words as numbers of the dictionary (words.h), from title to
/// captions, with the breaks between sentences, paragraphs and fields among them. What matches, and where, is decided
/// here. Byte offsets are not kept: the few articles shown are cut into words again by the same Analyzer, whose n-th
/// token is the n-th word here (`indexer check` proves it).
///
/// An article is: title, field_break, lead, field_break, body, field_break, captions; each number as LEB128. The three
/// breaks are there where fields are empty, too.
namespace dateline {

namespace stream {
inline constexpr std::uint32_t sentence_break = 0;
inline constexpr std::uint32_t paragraph_break = 1;
inline constexpr std::uint32_t field_break = 2;
}  // namespace stream

/// Decodes one article's stream. Damaged bytes cannot lead outside of them.
class StreamReader {
public:
    explicit StreamReader(std::string_view bytes)
        : at_(reinterpret_cast<const std::uint8_t*>(bytes.data())), end_(at_ + bytes.size()) {}

    bool done() const { return at_ == end_; }

    std::uint32_t next() {
        std::uint32_t value = *at_++;
        if (value < 0x80) return value;
        value &= 0x7FU;
        for (unsigned shift = 7; at_ != end_ && shift < 35; shift += 7) {
            const std::uint32_t byte = *at_++;
            value |= (byte & 0x7FU) << shift;
            if (byte < 0x80) break;
        }
        return value;
    }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

/// The streams of one segment, memory-mapped.
class TokenStreams {
public:
    explicit TokenStreams(const std::filesystem::path& path);

    std::size_t articles() const { return offsets_.size() - 1; }
    /// The bytes of one article; `row` counts from 0.
    std::string_view of(std::size_t row) const {
        const std::uint64_t begin = offsets_[row];
        return bytes_.substr(begin, offsets_[row + 1] - begin);
    }
    /// Asks the processor to fetch an article's stream, of a long one the beginning, into its second cache: the first
    /// is too small for the streams of a dozen articles.
    void prefetch(std::size_t row) const {
        constexpr std::size_t line = 64;
        constexpr std::size_t most = 24 * line;
        const std::string_view stream = of(row);
        for (std::size_t at = 0; at < std::min(stream.size(), most); at += line) {
            __builtin_prefetch(stream.data() + at, 0, 2);
        }
    }

    /// All streams one after the other, and where each ends.
    std::string_view bytes() const { return bytes_; }
    std::span<const std::uint64_t> ends() const { return offsets_.subspan(1); }

    const SectionFile& file() const { return file_; }

private:
    SectionFile file_;
    std::span<const std::uint64_t> offsets_;
    std::string_view bytes_;
};

inline constexpr std::string_view token_stream_kind = "stream";

}  // namespace dateline
