#include "indexer/readers/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <new>

namespace dateline {

namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10;
/// No quote: a zero stands in no text.
constexpr unsigned char no_quote = 0;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// Whether a row over several lines has swallowed others: a quote inside a quoted field stands where a field would
/// begin, at the front of a line or behind a delimiter. Others are merely not doubled.
bool swallows_rows(std::string_view row, char delimiter) {
    bool quoted = false;
    bool field_begins = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        const char next = i + 1 < row.size() ? row[i + 1] : '\n';
        if (c != CSV_QUOTE || (!quoted && !field_begins)) {
            field_begins = !quoted && (c == delimiter || ends_line(c));
        } else if (!quoted) {
            quoted = true;
            field_begins = false;
        } else if (next == CSV_QUOTE) {
            ++i;
        } else if (next == delimiter || next == ' ' || ends_line(next)) {
            quoted = false;
        } else if (row[i - 1] == delimiter || ends_line(row[i - 1])) {
            return true;
        }
    }
    return false;
}

}  // namespace

/// libcsv with the fields of one row.
class CsvRows::Parser {
public:
    explicit Parser(CsvDialect dialect) {
        csv_init(&parser_, 0);
        csv_set_delim(&parser_, static_cast<unsigned char>(dialect.delimiter));
        csv_set_quote(&parser_, dialect.quotes ? static_cast<unsigned char>(CSV_QUOTE) : no_quote);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&parser_); }

    void begin_row(std::vector<std::string>& fields) {
        fields_ = &fields;
        fields.clear();
        row_ended_ = false;
    }

    /// True when the row has ended with this piece. A piece has an end of line at its end at most.
    bool feed(std::string_view piece) {
        csv_set_blk_size(&parser_, std::max(piece.size(), csv_get_buffer_size(&parser_)));
        if (csv_parse(&parser_, piece.data(), piece.size(), &on_field, &on_row, this) != piece.size()) {
            throw std::bad_alloc();  // the only way to fail that is not a matter of strictness
        }
        return row_ended_;
    }

    /// Ends the row where it is. False where it stands inside quotes.
    bool finish() {
        csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        const bool closed = csv_fini(&parser_, &on_field, &on_row, this) == 0;
        csv_set_opts(&parser_, 0);
        if (!closed) {
            csv_fini(&parser_, &on_field, &on_row, this);
        }
        return closed;
    }

private:
    static void on_field(void* bytes, std::size_t size, void* self) {
        static_cast<Parser*>(self)->fields_->emplace_back(static_cast<const char*>(bytes), size);
    }
    static void on_row(int /*end*/, void* self) { static_cast<Parser*>(self)->row_ended_ = true; }

    csv_parser parser_{};
    std::vector<std::string>* fields_ = nullptr;
    bool row_ended_ = false;
};

CsvRows::CsvRows(InputBuffer& buffer, CsvDialect dialect, std::size_t first_line)
    : buffer_(buffer), dialect_(dialect), parser_(std::make_unique<Parser>(dialect)), line_(first_line) {}

CsvRows::~CsvRows() = default;

bool CsvRows::line_feed_at(std::size_t at) {
    if (at == buffer_.unread().size()) {
        buffer_.fill();
    }
    return at < buffer_.unread().size() && buffer_.unread()[at] == '\n';
}

void CsvRows::take_empty_lines() {
    while (!buffer_.at_end() && ends_line(buffer_.unread().front())) {
        buffer_.take(buffer_.unread().front() == '\r' && line_feed_at(1) ? 2 : 1);
        ++line_;
    }
}

std::string_view CsvRows::piece_at(std::size_t at) const {
    const std::string_view rest = buffer_.unread().substr(at, piece_bytes);
    const std::size_t end = rest.find_first_of("\r\n");
    return rest.substr(0, end == std::string_view::npos ? end : end + 1);
}

bool CsvRows::look(CsvRow& row) {
    take_empty_lines();
    row = CsvRow{.fields = std::move(row.fields), .line = line_, .lines = 1};
    parser_->begin_row(row.fields);
    while (row.bytes <= most_row_bytes && (row.bytes < buffer_.unread().size() || buffer_.fill())) {
        const std::string_view piece = piece_at(row.bytes);
        const char last = piece.back();
        const bool ended = parser_->feed(piece);
        row.bytes += piece.size();
        if (ended) {
            row.bytes += last == '\r' && line_feed_at(row.bytes) ? 1U : 0U;
            const bool swallowed = dialect_.quotes && row.lines > 1 &&
                                   swallows_rows(buffer_.unread().substr(0, row.bytes), dialect_.delimiter);
            row.end = swallowed ? RowEnd::unclosed : RowEnd::whole;
            return true;
        }
        row.lines += last == '\n' || (last == '\r' && !line_feed_at(row.bytes)) ? 1U : 0U;
    }
    const bool closed = parser_->finish();
    row.end = row.bytes > most_row_bytes ? RowEnd::too_large : closed ? RowEnd::whole : RowEnd::unclosed;
    return !row.fields.empty() || row.end != RowEnd::whole;
}

void CsvRows::take(const CsvRow& row) {
    buffer_.take(row.bytes);
    line_ += row.lines;
}

void CsvRows::take_line() {
    while (!buffer_.at_end()) {
        const std::string_view piece = piece_at(0);
        const char last = piece.back();
        buffer_.take(piece.size());
        if (ends_line(last)) {
            if (last == '\r' && line_feed_at(0)) {
                buffer_.take(1);
            }
            break;
        }
    }
    ++line_;
}

}  // namespace dateline
