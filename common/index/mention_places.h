#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/index/mention.h"
#include "common/index/section_file.h"
#include "common/index/varint.h"

/// Where in their articles mentions stand: what proximity and highlights are decided on. The values themselves are in
/// the keyword columns.
namespace dateline {

/// A mention among the words of its article.
struct MentionPlace {
    MentionKind kind = MentionKind::other;
    std::uint32_t value = 0;       ///< which of the article's values in the column of the kind, from 0
    std::uint32_t first_word = 0;  ///< counted over all texts of the article, as the token stream has them
    std::uint32_t words = 1;
    /// Bytes from the beginning of its first word to its own, and from its own end to that of its last word: negative
    /// where it reaches over signs that are part of no word.
    std::int32_t begin_bytes = 0;
    std::int32_t end_bytes = 0;

    bool operator==(const MentionPlace&) const = default;
};

/// Writes the places of one article, which come in the order of their first words. Each is
///
///     first word, less that of the place before       varint
///     words * 16 + has_rests * 8 + kind                varint
///     value                                            varint
///     begin_bytes, end_bytes                           varints, where has_rests is 1: n as 2n, or -2n - 1 if negative
class MentionPlaceWriter {
public:
    explicit MentionPlaceWriter(std::string& out) : out_(out) {}
    void add(const MentionPlace& place);

private:
    std::string& out_;
    std::uint32_t last_first_word_ = 0;
};

/// Reads what MentionPlaceWriter wrote. Damaged bytes cannot lead outside of them: reading ends there.
class MentionPlaceReader {
public:
    explicit MentionPlaceReader(std::string_view bytes) : bytes_(bytes) {}

    std::optional<MentionPlace> next() {
        if (bytes_.done()) return std::nullopt;
        try {
            return read();
        } catch (const TruncatedBytes&) {
            return std::nullopt;
        }
    }

private:
    MentionPlace read() {
        MentionPlace place;
        first_word_ += static_cast<std::uint32_t>(bytes_.varint());
        place.first_word = first_word_;
        const std::uint64_t packed = bytes_.varint();
        place.kind = static_cast<MentionKind>(packed & 7U);
        place.words = static_cast<std::uint32_t>(packed >> 4U);
        place.value = static_cast<std::uint32_t>(bytes_.varint());
        if ((packed & 8U) != 0) {
            place.begin_bytes = signed_varint();
            place.end_bytes = signed_varint();
        }
        return place;
    }

    std::int32_t signed_varint() {
        const auto coded = static_cast<std::uint32_t>(bytes_.varint());
        const auto half = static_cast<std::int32_t>(coded >> 1U);
        return (coded & 1U) != 0 ? -half - 1 : half;
    }

    ByteReader bytes_;
    std::uint32_t first_word_ = 0;
};

/// The places of one segment, memory-mapped. They name values by their place among those of the article, so they are
/// copied as they are when segments are merged.
class MentionPlaces {
public:
    /// Throws IndexError.
    explicit MentionPlaces(const std::filesystem::path& path);

    std::size_t articles() const { return offsets_.size() - 1; }
    MentionPlaceReader of(std::size_t row) const { return MentionPlaceReader(bytes_of(row)); }
    std::string_view bytes_of(std::size_t row) const {
        const std::uint64_t begin = offsets_[row];
        return bytes_.substr(begin, offsets_[row + 1] - begin);
    }

    /// All articles one after the other, and where each ends.
    std::string_view bytes() const { return bytes_; }
    std::span<const std::uint64_t> ends() const { return offsets_.subspan(1); }

    const SectionFile& file() const { return file_; }

private:
    SectionFile file_;
    std::span<const std::uint64_t> offsets_;
    std::string_view bytes_;
};

inline constexpr std::string_view mention_places_kind = "mentions";

}  // namespace dateline
