#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/input_buffer.h"

/// Tables of text: RFC 4180 and what programs make of it. libcsv tells fields apart.
namespace dateline {

struct CsvDialect {
    char delimiter = ',';
    bool quotes = true;  ///< whether `"` at the front of a field encloses it; in tables without, it is a letter
};

/// Longer rows are too large: fields are copies of a row, and memory is bounded.
inline constexpr std::size_t most_row_bytes = std::size_t{8} << 20;

enum class RowEnd : unsigned char { whole, unclosed, too_large };

struct CsvRow {
    std::vector<std::string> fields;  ///< bytes as found, quotes removed
    std::size_t line = 0;             ///< the line it begins in, from 1
    std::size_t lines = 0;            ///< how many it takes
    std::size_t bytes = 0;
    RowEnd end = RowEnd::whole;
};

/// The rows of a table, one at a time. A row is looked at first, so that what a quote without an end has swallowed can
/// be read again.
class CsvRows {
public:
    /// `first_line`: the number of the line that stands at the front of the buffer.
    CsvRows(InputBuffer& buffer, CsvDialect dialect, std::size_t first_line = 1);
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;
    ~CsvRows();

    /// Reads the row at the front without taking it; empty lines before it are taken. False at the end of the input.
    bool look(CsvRow& row);
    void take(const CsvRow& row);
    /// Takes the first line of a row, however long.
    void take_line();
    const CsvDialect& dialect() const { return dialect_; }

private:
    class Parser;

    void take_empty_lines();
    /// Bytes of the piece at `at` through the end of its line, or what there is of it.
    std::string_view piece_at(std::size_t at) const;
    /// Whether a line feed follows at `at`, which belongs to the carriage return before it.
    bool line_feed_at(std::size_t at);

    InputBuffer& buffer_;
    CsvDialect dialect_;
    std::unique_ptr<Parser> parser_;
    std::size_t line_;
};

}  // namespace dateline
