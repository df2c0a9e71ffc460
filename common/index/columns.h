#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/date.h"
#include "common/index/field_frequency.h"
#include "common/index/fields.h"
#include "common/index/section_file.h"

/// Columns: what is asked of every matching article (date, lengths, facet values), one number an article,
/// memory-mapped.
namespace dateline {

/// A publication date as one comparable number: seconds, then precision, so that order is time.
struct PackedDate {
    std::int64_t value = undated;

    static constexpr std::int64_t undated = std::numeric_limits<std::int64_t>::min();

    static PackedDate pack(const std::optional<Published>& published);
    bool is_undated() const { return value == undated; }
    std::int64_t seconds() const { return value >> 3; }
    Precision precision() const { return static_cast<Precision>(value & 7); }
};

/// Tokens per text field, at most 65535 each.
using FieldLengths = std::array<std::uint16_t, text_field_count>;

struct ContentHash {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    bool operator==(const ContentHash&) const = default;
};

/// 32 hex digits, lower case, the high half first: how other programs see it.
inline std::string to_hex(const ContentHash& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::size_t digits_each = 16;
    std::string hex(2 * digits_each, '0');
    for (std::size_t i = 0; i < digits_each; ++i) {
        const std::size_t shift = 4 * (digits_each - 1 - i);
        hex[i] = digits[hash.high >> shift & 0xFU];
        hex[digits_each + i] = digits[hash.low >> shift & 0xFU];
    }
    return hex;
}

/// The values of one keyword field over all articles of a segment. Values are numbered by byte order.
class KeywordColumn {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::size_t value_count() const { return value_offsets_.size() - 1; }
    std::string_view value(std::uint32_t ordinal) const {
        const std::uint32_t begin = value_offsets_[ordinal];
        return value_bytes_.substr(begin, value_offsets_[ordinal + 1] - begin);
    }
    /// Ordinals of one article's values, in the article's order.
    std::span<const std::uint32_t> of(std::size_t row) const {
        if (row_offsets_.empty()) {
            return ordinals_[row] == none ? std::span<const std::uint32_t>{} : ordinals_.subspan(row, 1);
        }
        return ordinals_.subspan(row_offsets_[row], row_offsets_[row + 1] - row_offsets_[row]);
    }
    /// One ordinal (or none) an article, where no article has more than one value; empty otherwise.
    std::span<const std::uint32_t> single() const {
        return row_offsets_.empty() ? ordinals_ : std::span<const std::uint32_t>{};
    }

private:
    friend class Columns;
    std::span<const std::uint32_t> value_offsets_;
    std::string_view value_bytes_;
    std::span<const std::uint32_t> row_offsets_;
    std::span<const std::uint32_t> ordinals_;
};

class Columns {
public:
    explicit Columns(const std::filesystem::path& path);

    std::size_t articles() const { return dates_.size(); }
    std::span<const PackedDate> dates() const { return dates_; }
    std::span<const std::int16_t> zones() const { return zones_; }
    std::span<const FieldLengths> lengths() const { return lengths_; }
    std::span<const ContentHash> content_hashes() const { return content_hashes_; }
    /// Sum of each field's lengths over all articles.
    const std::array<std::uint64_t, text_field_count>& total_lengths() const { return total_lengths_; }
    const KeywordColumn& keyword(const Field& field) const {
        return keywords_.at(static_cast<std::size_t>(field.column));
    }

    /// The publication date as it was stored (without where it was found).
    std::optional<Date> date(std::size_t row) const;

    const SectionFile& file() const { return file_; }

private:
    SectionFile file_;
    std::span<const PackedDate> dates_;
    std::span<const std::int16_t> zones_;
    std::span<const FieldLengths> lengths_;
    std::span<const ContentHash> content_hashes_;
    std::array<std::uint64_t, text_field_count> total_lengths_{};
    std::vector<KeywordColumn> keywords_;
};

/// Collects columns row by row, from articles or from other columns, and writes them.
class ColumnsBuilder {
public:
    ColumnsBuilder();

    /// Adds the next article's row.
    void add(PackedDate date, std::int16_t zone, const FieldLengths& lengths, ContentHash hash,
             std::span<const std::vector<std::string>> keyword_values);
    /// Adds all rows of other columns.
    void append(const Columns& other);
    void append(const ColumnsBuilder& other);

    std::size_t articles() const { return dates_.size(); }
    /// The first value of a keyword field in a row; empty where there is none.
    std::string_view first_value(const Field& field, std::size_t row) const;
    /// Approximate memory held.
    std::size_t bytes() const;
    void write(const std::filesystem::path& path, bool sync) const;

private:
    struct ValueHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view value) const { return std::hash<std::string_view>()(value); }
    };
    struct Keyword {
        std::unordered_map<std::string, std::uint32_t, ValueHash, std::equal_to<>> ordinal_of;  ///< by order of coming
        std::vector<std::string_view> values;                                                   ///< keys of ordinal_of
        std::vector<std::uint32_t> row_ends;
        std::vector<std::uint32_t> ordinals;

        std::uint32_t ordinal(std::string_view value);
    };

    void write_keyword(SectionFileWriter& file, const Keyword& keyword) const;

    std::vector<PackedDate> dates_;
    std::vector<std::int16_t> zones_;
    std::vector<FieldLengths> lengths_;
    std::vector<ContentHash> content_hashes_;
    std::vector<Keyword> keywords_;
};

}  // namespace dateline
