#include "common/index/columns.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using Values = std::vector<std::string>;

/// One article's row. Keyword values by the names of their fields.
struct Row {
    std::optional<Date> date;
    FieldLengths lengths{};
    std::uint64_t hash = 0;
    Values authors;
    Values source;
    Values agencies;
};

std::vector<Values> keyword_values(const Row& row) {
    std::vector<Values> values;
    for (const Field* field : keyword_columns()) {
        if (field->name == "author") values.push_back(row.authors);
        else if (field->name == "source") values.push_back(row.source);
        else if (field->name == "agency") values.push_back(row.agencies);
        else values.emplace_back();
    }
    return values;
}

ColumnsBuilder columns_of(const std::vector<Row>& rows) {
    ColumnsBuilder builder;
    for (const Row& row : rows) {
        const auto published = row.date ? std::optional(Published{*row.date, "test"}) : std::nullopt;
        builder.add(PackedDate::pack(published), row.date ? row.date->offset_minutes : std::int16_t{0}, row.lengths,
                    {row.hash, row.hash + 1}, keyword_values(row));
    }
    return builder;
}

Values values_of(const Columns& columns, std::string_view field, std::size_t row) {
    const KeywordColumn& column = columns.keyword(*find_field(field));
    Values values;
    for (const std::uint32_t ordinal : column.of(row)) values.emplace_back(column.value(ordinal));
    return values;
}

void check_row(const Columns& columns, std::size_t at, const Row& row) {
    CAPTURE(at);
    CHECK(columns.date(at) == row.date);
    CHECK(columns.dates()[at].is_undated() == !row.date.has_value());
    CHECK(columns.lengths()[at] == row.lengths);
    CHECK(columns.content_hashes()[at] == ContentHash{row.hash, row.hash + 1});
    CHECK(values_of(columns, "author", at) == row.authors);
    CHECK(values_of(columns, "source", at) == row.source);
    CHECK(values_of(columns, "agency", at) == row.agencies);
    CHECK(values_of(columns, "section", at).empty());
}

/// Values of a column are numbered by byte order and each stands there once.
void check_values_sorted(const KeywordColumn& column) {
    for (std::uint32_t i = 1; i < column.value_count(); ++i) CHECK(column.value(i - 1) < column.value(i));
}

void check_all(const Columns& columns, const std::vector<Row>& rows) {
    CHECK(columns.file().verify());
    REQUIRE(columns.articles() == rows.size());
    std::array<std::uint64_t, text_field_count> totals{};
    for (std::size_t at = 0; at < rows.size(); ++at) {
        check_row(columns, at, rows[at]);
        for (std::size_t i = 0; i < totals.size(); ++i) totals[i] += rows[at].lengths[i];
    }
    CHECK(columns.total_lengths() == totals);
    for (const Field* field : keyword_columns()) check_values_sorted(columns.keyword(*field));
}

const std::vector<Row> first_rows{
    {.date = date_of_day({2012, 8, 29}),
     .lengths = {5, 20, 65535, 0},
     .hash = 1,
     .authors = {"Zoe", "Ann"},
     .source = {"Courier"}},
    {.date = std::nullopt, .lengths = {0, 0, 0, 0}, .hash = 2},
    {.date = date_of_moment({1994, 5, 6}, 23, 30, 5, 120, Precision::second),
     .lengths = {1, 2, 3, 4},
     .hash = 3,
     .authors = {"Ann"},
     .source = {"Bote"},
     .agencies = {"AFP"}},
};
const std::vector<Row> more_rows{
    {.date = date_of_year(1969), .lengths = {7, 7, 7, 7}, .hash = 4, .source = {"Bote"}},
    {.date = date_of_month(1500, 1), .lengths = {65535, 65535, 65535, 65535}, .hash = 5, .source = {"Anzeiger"}},
};

std::vector<Row> joined(std::vector<Row> rows, const std::vector<Row>& more) {
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

}  // namespace

TEST_CASE("columns come back as they were collected") {
    const tests::TempDir folder;
    columns_of(first_rows).write(folder.path() / "columns", false);
    check_all(Columns(folder.path() / "columns"), first_rows);
}

TEST_CASE("columns without articles") {
    const tests::TempDir folder;
    columns_of({}).write(folder.path() / "columns", false);
    check_all(Columns(folder.path() / "columns"), {});
}

TEST_CASE("columns joined from parts, in memory or on disk, are those of all articles") {
    const tests::TempDir folder;
    columns_of(first_rows).write(folder.path() / "first", false);
    columns_of(more_rows).write(folder.path() / "more", false);
    ColumnsBuilder all;
    all.append(Columns(folder.path() / "more"));
    all.append(columns_of(first_rows));
    all.append(Columns(folder.path() / "first"));
    all.append(columns_of({}));
    all.append(columns_of(more_rows));
    all.write(folder.path() / "all", false);
    check_all(Columns(folder.path() / "all"), joined(joined(joined(more_rows, first_rows), first_rows), more_rows));
}

TEST_CASE("a column of single values is one number an article") {
    const tests::TempDir folder;
    columns_of(first_rows).write(folder.path() / "columns", false);
    const Columns columns(folder.path() / "columns");
    const auto& sources = columns.keyword(*find_field("source"));
    REQUIRE(sources.single().size() == 3);
    CHECK(sources.value(sources.single()[0]) == "Courier");
    CHECK(sources.single()[1] == KeywordColumn::none);
    CHECK(columns.keyword(*find_field("author")).single().empty());
    CHECK(columns.keyword(*find_field("agency")).single().size() == 3);
    CHECK(columns.keyword(*find_field("section")).value_count() == 0);
}

TEST_CASE("packed dates are in the order of time, undated first") {
    const std::array dates{date_of_year(1500), date_of_day({1969, 12, 31}), date_of_year(1970),
                           date_of_moment({1970, 1, 1}, 0, 0, 1, 0, Precision::second), date_of_year(2024)};
    std::int64_t last = PackedDate{}.value;
    CHECK(PackedDate::pack(std::nullopt).is_undated());
    for (const Date& date : dates) {
        const PackedDate packed = PackedDate::pack(Published{date, ""});
        CAPTURE(to_iso(date));
        CHECK_FALSE(packed.is_undated());
        CHECK(packed.value > last);
        CHECK(packed.seconds() == date.seconds);
        CHECK(packed.precision() == date.precision);
        last = packed.value;
    }
}

TEST_CASE("columns that do not fit each other are refused") {
    const tests::TempDir folder;
    SectionFileWriter file(folder.path() / "columns", "columns", 2);
    file.section(std::vector<std::uint64_t>{1, 2});
    file.section(std::vector<std::uint16_t>{1});
    file.finish(false);
    CHECK_THROWS_AS(Columns(folder.path() / "columns"), IndexError);
}

}  // namespace dateline
