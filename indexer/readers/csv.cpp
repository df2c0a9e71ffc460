#include "indexer/readers/csv.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/utf8_stream.h"
#include "indexer/readers/csv_dialect.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/date_order.h"
#include "indexer/readers/epoch_date.h"
#include "indexer/readers/text_record.h"

namespace dateline {

namespace {

/// What is looked at to tell delimiter and order of dates.
constexpr std::size_t sample_bytes = std::size_t{64} << 10;
/// Bytes that may be read more than once because of quotes without an end, in one input.
constexpr std::size_t most_read_again = std::size_t{64} << 20;

constexpr std::size_t most_columns = 10'000;
/// Of rows that do not fit, one after the other, so many are named each: a text is no table.
constexpr std::size_t most_named = 100;

/// A column whose name is known.
struct KnownColumn {
    std::size_t index;
    std::string name;
    FieldMatch match;
    DateOrder order;
};

std::string line_place(std::size_t line) { return "line " + std::to_string(line); }

std::string count_of(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

/// Reads one table; lives as long as that.
class TableRun {
public:
    TableRun(Input& input, const ReaderOptions& options, const ReaderSink& sink)
        : input_(input),
          sink_(sink),
          names_(options.field_map),
          numbered_(has_numbers(options)),
          text_(input.bytes),
          buffer_(text_.stream(), input.path) {}

    void run() {
        while (buffer_.unread().size() < sample_bytes && buffer_.fill()) {
        }
        if (trim(buffer_.unread()).empty()) {
            return skip("", "no text", "the file is empty");
        }
        const CsvDialect written = dialect();
        CsvRows rows(buffer_, written, line_);
        if (read_header(rows)) {
            read_rows(rows);
        }
    }

private:
    /// Whether the user names the columns by their numbers: the table has no header then.
    static bool has_numbers(const ReaderOptions& options) {
        return !options.field_map.empty() && std::ranges::all_of(options.field_map, [](const auto& field) {
            return field.second.find_first_not_of("0123456789") == std::string::npos;
        });
    }

    /// Takes a line `sep=;` where there is one.
    CsvDialect dialect() {
        const std::string_view text = buffer_.unread();
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (const char named = named_delimiter(text.substr(0, end)); named != '\0') {
            buffer_.take(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
            line_ = 2;
            return {named, true};
        }
        return find_dialect(sample(), buffer_.unread().size() > sample_bytes, names_);
    }

    /// The whole lines of the beginning.
    std::string_view sample() const {
        const std::string_view text = buffer_.unread().substr(0, sample_bytes);
        const std::size_t end = text.size() < sample_bytes ? std::string_view::npos : text.find_last_of("\r\n");
        return text.substr(0, end);
    }

    bool read_header(CsvRows& rows) {
        CsvRow header;
        if (!rows.look(header) || header.end == RowEnd::too_large) {
            skip("", "malformed", "the first row does not end");
            return false;
        }
        columns_ = header.fields.size();
        if (columns_ > most_columns) {
            skip("", "malformed", "the first row has more than " + std::to_string(most_columns) + " fields");
            return false;
        }
        for (std::size_t i = 0; i < header.fields.size(); ++i) {
            std::string name = numbered_ ? std::to_string(i + 1) : utf8(header.fields[i]);
            if (const auto match = names_.find(name, false)) {
                known_.push_back({i, std::move(name), *match, {}});
            }
        }
        if (std::ranges::none_of(known_, [](const KnownColumn& column) { return holds_text(column.match.kind); })) {
            skip("", "no article",
                 "no column is known as a title or a text; the first row is " + listed(header.fields) +
                     "; --field OURS=THEIRS says what a column is");
            return false;
        }
        note_date_orders(rows);
        if (!numbered_) {
            rows.take(header);
        }
        return true;
    }

    static std::string listed(const std::vector<std::string>& names) {
        constexpr std::size_t most_names = 8;
        constexpr std::size_t longest_name = 40;
        std::string list;
        for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) {
            const std::string name = utf8(names[i]);
            list += (list.empty() ? "" : ", ") + std::string(cut_at_code_point(name, longest_name));
        }
        return list + (names.size() > most_names ? " ..." : "");
    }

    void note_date_orders(const CsvRows& rows) {
        std::istringstream stream{std::string(sample())};
        InputBuffer buffer(stream, input_.path);
        CsvRows sampled(buffer, rows.dialect());
        CsvRow row;
        for (; sampled.look(row); sampled.take(row)) {
            for (KnownColumn& column : known_) {
                if (column.match.kind == FieldKind::published && column.index < row.fields.size()) {
                    column.order.note(row.fields[column.index]);
                }
            }
        }
    }

    void read_rows(CsvRows& rows) {
        for (CsvRow row; more_ && rows.look(row);) {
            ++number_;
            if (is_whole(row)) {
                name_other_misfits();
                article(row);
                rows.take(row);
            } else if (row.lines == 1 && row.end == RowEnd::whole) {
                short_or_long(row);
                rows.take(row);
            } else {
                read_on_behind(row, rows);
            }
        }
        name_other_misfits();
        if (number_ == 0 && more_) {
            skip("", "no article", "the table has no rows");
        }
    }

    /// As many fields as the header; empty ones too many are the work of spreadsheets.
    bool is_whole(const CsvRow& row) const {
        return row.end == RowEnd::whole && row.fields.size() >= columns_ &&
               std::all_of(row.fields.begin() + static_cast<std::ptrdiff_t>(columns_), row.fields.end(),
                           [](const std::string& field) { return trim(field).empty(); });
    }

    std::string misfit(const CsvRow& row) const {
        return count_of(row.fields.size(), "field") + " where the first row has " + std::to_string(columns_);
    }

    /// Programs leave out empty fields at the end of a row; of what is too long nobody knows which field is which.
    void short_or_long(CsvRow& row) {
        if (row.fields.size() > 1 && row.fields.size() < columns_) {
            article(row, misfit(row));
        } else if (++misfits_ <= most_named) {
            skip(line_place(row.line), "malformed", misfit(row));
        } else {
            first_other_ = first_other_ == 0 ? row.line : first_other_;
            last_other_ = row.line;
        }
    }

    /// One entry for those of many rows that do not fit, one after the other, which were not named.
    void name_other_misfits() {
        misfits_ = 0;
        if (const std::size_t first = std::exchange(first_other_, 0); first != 0 && more_) {
            skip(line_place(first), "malformed", "no row fits from here to line " + std::to_string(last_other_));
        }
    }

    /// A row over several lines that does not fit began, most likely, with a quote that is not closed, and swallowed
    /// others: they are read again from its second line on.
    void read_on_behind(CsvRow& row, CsvRows& rows) {
        const std::size_t first = row.line;
        const std::string why = row.end == RowEnd::whole ? misfit(row) + ", over " + count_of(row.lines, "line")
                                : row.end == RowEnd::unclosed
                                    ? "a quote is not closed"
                                    : "a row may have " + std::to_string(most_row_bytes >> 20U) + " MiB";
        const std::string reason = row.end == RowEnd::too_large ? "too large" : "malformed";
        bool found = false;
        do {
            read_again_ += row.bytes;
            rows.take_line();
            found = rows.look(row);
        } while (found && !is_whole(row) && read_again_ <= most_read_again);
        const bool given_up = found && !is_whole(row);
        more_ = sink_.skipped({input_.path, input_.member, line_place(first), reason,
                               why + (given_up ? "; the rest is not read"
                                      : found  ? "; read on at line " + std::to_string(row.line)
                                               : "; no row after it fits")});
        more_ = more_ && !given_up;
    }

    void article(CsvRow& row, std::string warning = "") {
        std::vector<TextField> fields;
        std::size_t replaced = 0;
        for (const KnownColumn& column : known_) {
            if (column.index < row.fields.size()) {
                std::string text = std::move(row.fields[column.index]);
                replaced += repair_utf8(text);
                strip_controls(text);
                fields.push_back({column.name, column.match, as_written(column, std::move(text))});
            }
        }
        auto raw = article_of_record(std::move(fields), "csv");
        if (!raw) {
            return skip(line_place(row.line), "no text", "neither a title nor a text");
        }
        if (!warning.empty()) {
            raw->warnings.push_back(std::move(warning));
        }
        if (replaced > 0) {
            raw->warnings.push_back(std::to_string(replaced) + " bytes were not UTF-8");
        }
        raw->stated.path = input_.path;
        raw->stated.member = input_.member;
        raw->stated.place = line_place(row.line);
        raw->input_bytes = row.bytes;
        more_ = sink_.article(std::move(*raw));
    }

    static std::string as_written(const KnownColumn& column, std::string text) {
        if (column.match.kind != FieldKind::published) {
            return text;
        }
        std::string moment = epoch_date(text);
        return moment.empty() ? column.order.unambiguous(text) : moment;
    }

    static std::string utf8(std::string_view bytes) {
        std::string text(trim(bytes));
        repair_utf8(text);
        strip_controls(text);
        return text;
    }

    void skip(std::string place, std::string reason, std::string detail) {
        more_ = sink_.skipped({input_.path, input_.member, std::move(place), std::move(reason), std::move(detail)});
    }

    Input& input_;
    const ReaderSink& sink_;
    FieldNames names_;
    bool numbered_;
    Utf8Stream text_;
    InputBuffer buffer_;
    std::size_t line_ = 1;
    std::size_t columns_ = 0;
    std::vector<KnownColumn> known_;
    std::size_t number_ = 0;
    std::size_t misfits_ = 0;  ///< one after the other
    std::size_t first_other_ = 0;
    std::size_t last_other_ = 0;
    std::size_t read_again_ = 0;
    bool more_ = true;
};

}  // namespace

void CsvReader::read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const {
    TableRun(input, options, sink).run();
}

}  // namespace dateline
