#include "common/index/columns.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace dateline {
namespace {

constexpr std::string_view columns_file = "columns";

/// Sections before the keyword columns; each of these has four more.
enum ColumnsSection : std::size_t { dates, zones, lengths, content_hashes, total_lengths, first_keyword };
constexpr std::size_t sections_per_keyword = 4;

}  // namespace

PackedDate PackedDate::pack(const std::optional<Published>& published) {
    if (!published) return {};
    return {published->date.seconds * 8 + static_cast<std::int64_t>(published->date.precision)};
}

Columns::Columns(const std::filesystem::path& path) : file_(path, columns_file) {
    dates_ = file_.array<PackedDate>(ColumnsSection::dates);
    zones_ = file_.array<std::int16_t>(ColumnsSection::zones);
    lengths_ = file_.array<FieldLengths>(ColumnsSection::lengths);
    content_hashes_ = file_.array<ContentHash>(ColumnsSection::content_hashes);
    const auto totals = file_.array<std::uint64_t>(ColumnsSection::total_lengths);
    const std::size_t rows = dates_.size();
    if (zones_.size() != rows || lengths_.size() != rows || content_hashes_.size() != rows ||
        totals.size() != total_lengths_.size()) {
        file_.throw_corrupt("columns differ in length");
    }
    std::copy(totals.begin(), totals.end(), total_lengths_.begin());
    for (std::size_t i = 0; i < keyword_columns().size(); ++i) {
        const std::size_t first = ColumnsSection::first_keyword + i * sections_per_keyword;
        KeywordColumn column;
        column.value_offsets_ = file_.array<std::uint32_t>(first);
        column.value_bytes_ = file_.text(first + 1);
        column.row_offsets_ = file_.array<std::uint32_t>(first + 2);
        column.ordinals_ = file_.array<std::uint32_t>(first + 3);
        const bool rows_fit = column.row_offsets_.empty() ? column.ordinals_.size() == rows
                                                          : column.row_offsets_.size() == rows + 1 &&
                                                                column.row_offsets_.back() == column.ordinals_.size();
        if (column.value_offsets_.empty() || column.value_offsets_.back() != column.value_bytes_.size() || !rows_fit) {
            file_.throw_corrupt("a keyword column does not fit");
        }
        keywords_.push_back(column);
    }
}

std::optional<Date> Columns::date(std::size_t row) const {
    if (dates_[row].is_undated()) return std::nullopt;
    return Date{dates_[row].seconds(), zones_[row], dates_[row].precision()};
}

ColumnsBuilder::ColumnsBuilder() : keywords_(keyword_columns().size()) {}

std::uint32_t ColumnsBuilder::Keyword::ordinal(std::string_view value) {
    if (const auto known = ordinal_of.find(value); known != ordinal_of.end()) return known->second;
    const auto added = ordinal_of.emplace(std::string(value), static_cast<std::uint32_t>(values.size())).first;
    values.push_back(added->first);
    return added->second;
}

void ColumnsBuilder::add(PackedDate date, std::int16_t zone, const FieldLengths& field_lengths, ContentHash hash,
                         std::span<const std::vector<std::string>> keyword_values) {
    dates_.push_back(date);
    zones_.push_back(zone);
    lengths_.push_back(field_lengths);
    content_hashes_.push_back(hash);
    for (std::size_t i = 0; i < keywords_.size(); ++i) {
        for (const std::string& value : keyword_values[i]) keywords_[i].ordinals.push_back(keywords_[i].ordinal(value));
        keywords_[i].row_ends.push_back(static_cast<std::uint32_t>(keywords_[i].ordinals.size()));
    }
}

void ColumnsBuilder::append(const Columns& other) {
    dates_.insert(dates_.end(), other.dates().begin(), other.dates().end());
    zones_.insert(zones_.end(), other.zones().begin(), other.zones().end());
    lengths_.insert(lengths_.end(), other.lengths().begin(), other.lengths().end());
    content_hashes_.insert(content_hashes_.end(), other.content_hashes().begin(), other.content_hashes().end());
    for (std::size_t i = 0; i < keywords_.size(); ++i) {
        const KeywordColumn& column = other.keyword(*keyword_columns()[i]);
        std::vector<std::uint32_t> renumbered;
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            renumbered.push_back(keywords_[i].ordinal(column.value(ordinal)));
        }
        for (std::size_t row = 0; row < other.articles(); ++row) {
            for (const std::uint32_t ordinal : column.of(row)) keywords_[i].ordinals.push_back(renumbered[ordinal]);
            keywords_[i].row_ends.push_back(static_cast<std::uint32_t>(keywords_[i].ordinals.size()));
        }
    }
}

void ColumnsBuilder::append(const ColumnsBuilder& other) {
    dates_.insert(dates_.end(), other.dates_.begin(), other.dates_.end());
    zones_.insert(zones_.end(), other.zones_.begin(), other.zones_.end());
    lengths_.insert(lengths_.end(), other.lengths_.begin(), other.lengths_.end());
    content_hashes_.insert(content_hashes_.end(), other.content_hashes_.begin(), other.content_hashes_.end());
    for (std::size_t i = 0; i < keywords_.size(); ++i) {
        Keyword& mine = keywords_[i];
        const auto base = static_cast<std::uint32_t>(mine.ordinals.size());
        std::vector<std::uint32_t> renumbered;
        for (const std::string_view value : other.keywords_[i].values) renumbered.push_back(mine.ordinal(value));
        for (const std::uint32_t ordinal : other.keywords_[i].ordinals) mine.ordinals.push_back(renumbered[ordinal]);
        for (const std::uint32_t end : other.keywords_[i].row_ends) mine.row_ends.push_back(base + end);
    }
}

std::string_view ColumnsBuilder::first_value(const Field& field, std::size_t row) const {
    const Keyword& keyword = keywords_.at(static_cast<std::size_t>(field.column));
    const std::uint32_t begin = row == 0 ? 0 : keyword.row_ends[row - 1];
    return begin == keyword.row_ends[row] ? std::string_view() : keyword.values[keyword.ordinals[begin]];
}

std::size_t ColumnsBuilder::bytes() const {
    constexpr std::size_t value_overhead = 96;
    std::size_t total =
        articles() * (sizeof(PackedDate) + sizeof(std::int16_t) + sizeof(FieldLengths) + sizeof(ContentHash));
    for (const Keyword& keyword : keywords_) {
        total += (keyword.row_ends.size() + keyword.ordinals.size()) * 4 + keyword.values.size() * value_overhead;
    }
    return total;
}

void ColumnsBuilder::write_keyword(SectionFileWriter& file, const Keyword& keyword) const {
    std::vector<std::uint32_t> sorted_ordinal(keyword.values.size());
    std::vector<std::uint32_t> value_ends{0};
    std::string text;
    std::vector<std::uint32_t> by_value(keyword.values.size());
    std::iota(by_value.begin(), by_value.end(), 0U);
    std::ranges::sort(by_value, {}, [&](std::uint32_t ordinal) { return keyword.values[ordinal]; });
    for (const std::uint32_t ordinal : by_value) {
        sorted_ordinal[ordinal] = static_cast<std::uint32_t>(value_ends.size() - 1);
        text += keyword.values[ordinal];
        value_ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
    std::vector<std::uint32_t> ordinals;
    ordinals.reserve(keyword.ordinals.size());
    for (const std::uint32_t ordinal : keyword.ordinals) ordinals.push_back(sorted_ordinal[ordinal]);

    std::vector<std::uint32_t> row_offsets{0};
    row_offsets.insert(row_offsets.end(), keyword.row_ends.begin(), keyword.row_ends.end());
    const auto has_several = [&](std::size_t row) { return row_offsets[row + 1] - row_offsets[row] > 1; };
    bool single = true;
    for (std::size_t row = 0; row + 1 < row_offsets.size() && single; ++row) single = !has_several(row);
    if (single) {
        std::vector<std::uint32_t> one_each;
        for (std::size_t row = 0; row + 1 < row_offsets.size(); ++row) {
            one_each.push_back(row_offsets[row] == row_offsets[row + 1] ? KeywordColumn::none
                                                                        : ordinals[row_offsets[row]]);
        }
        ordinals = std::move(one_each);
        row_offsets.clear();
    }
    file.section(value_ends);
    file.section(text);
    file.section(row_offsets);
    file.section(ordinals);
}

void ColumnsBuilder::write(const std::filesystem::path& path, bool sync) const {
    std::vector<std::uint64_t> totals(text_field_count);
    for (const FieldLengths& row : lengths_) {
        for (std::size_t i = 0; i < text_field_count; ++i) totals[i] += row[i];
    }
    SectionFileWriter file(path, columns_file, ColumnsSection::first_keyword + keywords_.size() * sections_per_keyword);
    file.section(dates_);
    file.section(zones_);
    file.section(lengths_);
    file.section(content_hashes_);
    file.section(totals);
    for (const Keyword& keyword : keywords_) write_keyword(file, keyword);
    file.finish(sync);
}

}  // namespace dateline
