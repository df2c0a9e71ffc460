#include "indexer/readers/warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/containers/broken_input.h"
#include "indexer/containers/header_fields.h"
#include "indexer/containers/http_response.h"
#include "indexer/readers/html.h"
#include "indexer/readers/input_buffer.h"
#include "indexer/readers/text.h"

namespace dateline {

namespace {

/// No story is so long; the page is held several times while it is unpacked and decoded.
constexpr std::size_t most_page_bytes = std::size_t{16} << 20;
constexpr std::size_t most_header_bytes = std::size_t{64} << 10;

/// Bytes in memory as a stream.
class MemoryBuffer : public std::streambuf {
public:
    explicit MemoryBuffer(std::string& bytes) { setg(bytes.data(), bytes.data(), bytes.data() + bytes.size()); }
};

/// What a record says of itself.
struct Record {
    HeaderFields fields;
    std::uint64_t length_bytes = 0;
    std::string type;
    std::string url;
};

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                     : std::nullopt;
}

bool is_page_type(std::string_view media_type) {
    return media_type == "text/html" || media_type == "application/xhtml+xml";
}

/// A value as one line of valid UTF-8.
std::string line_of(std::string_view value) {
    std::string line(value);
    repair_utf8(line);
    return squeeze_space(line);
}

/// Early writers put the address in angle brackets, as the standard's grammar had it.
std::string address_of(const HeaderFields& fields, std::string_view name) {
    std::string_view address = fields.value(name);
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    return line_of(address);
}

/// Reads one input; lives as long as that.
class WarcRun {
public:
    WarcRun(Input& input, const ReaderOptions& options, const ReaderSink& sink)
        : input_(input), options_(options), sink_(sink), buffer_(input.bytes, input.path) {}

    void run() {
        while (more_) {
            try {
                if (!read_record()) return;
            } catch (BrokenInput& broken) {
                if (broken.place.empty() && number_ > 0) broken.place = place();
                if (broken.breakage.spoils_last) held_.reset();
                give_held();
                go_on_behind(broken);
            }
        }
    }

private:
    /// Crawlers compress each record on its own, so that another one may begin behind the damage.
    void go_on_behind(const BrokenInput& broken) {
        if (!input_.go_on || !input_.go_on()) throw broken;
        buffer_.restart();
        skip(broken.breakage.reason, broken.breakage.detail);
    }

    /// False at the end.
    bool read_record() {
        buffer_.take_space();
        const bool at_end = buffer_.at_end();
        give_held();
        if (at_end && number_ == 0) {
            sink_.skipped({input_.path, input_.member, "", "no text", "the file is empty"});
        }
        if (at_end || !more_) return false;
        ++number_;
        record_ = {};
        if (!read_header()) {
            skip("malformed", "no record begins here; looking for the next one");
            return find_next_record();
        }
        const std::uint64_t left = read_content();
        const std::uint64_t taken = buffer_.take_through_bytes(left);
        if (taken < left && more_) {
            skip("malformed", fmt::format("the record is cut off: {} of {} bytes are there",
                                          record_.length_bytes - (left - taken), record_.length_bytes));
        }
        return true;
    }

    bool read_header() {
        std::size_t length = header_length(buffer_.unread().substr(0, most_header_bytes));
        while (length == std::string_view::npos && buffer_.unread().size() < most_header_bytes && buffer_.fill()) {
            length = header_length(buffer_.unread().substr(0, most_header_bytes));
        }
        if (length == std::string_view::npos || !buffer_.unread().starts_with("WARC/")) return false;
        record_.fields = HeaderFields(buffer_.unread().substr(0, length));
        record_.type = lower_ascii(record_.fields.value("WARC-Type"));
        record_.url = address_of(record_.fields, "WARC-Target-URI");
        const auto content_length = whole_number(record_.fields.value("Content-Length"));
        if (!content_length) return false;
        record_.length_bytes = *content_length;
        buffer_.take(length);
        return true;
    }

    /// Goes to the next line that begins a record; false where there is none.
    bool find_next_record() {
        buffer_.take_through('\n');
        while (!buffer_.at_end()) {
            if (buffer_.unread().size() < 5) buffer_.fill();
            if (buffer_.unread().starts_with("WARC/")) return true;
            buffer_.take_through('\n');
        }
        return false;
    }

    /// Reads what is wanted of the content; returns how much of it is still to be taken.
    std::uint64_t read_content() {
        if (record_.type == "response") return read_response();
        if (record_.type == "resource") return read_plain(is_page_type(content_type()), true);
        if (record_.type == "conversion") {
            return read_plain(content_type() == "text/plain" && !pages_.contains(hash_of(record_.url)), false);
        }
        pass_over(record_.type == "revisit" ? kind_of_revisit() : "records of requests and crawling");
        return record_.length_bytes;
    }

    std::uint64_t read_response() {
        if (content_type() != "application/http" && !content_type().empty()) {
            pass_over("other content");
            return record_.length_bytes;
        }
        have(std::min<std::uint64_t>(record_.length_bytes, most_header_bytes));
        const auto head = parse_http_head(content());
        if (!head) {
            if (is_whole(most_header_bytes)) skip("malformed", "this is no answer of a web server");
            return record_.length_bytes;
        }
        const bool is_success = head->status >= 200 && head->status < 300;
        if (!is_success || !is_page(*head)) {
            pass_over(is_success ? "other content" : "errors and redirects");
            return record_.length_bytes;
        }
        if (!have_page()) return record_.length_bytes;
        HttpPayload payload = http_payload(*head, content().substr(head->length_bytes), most_page_bytes);
        if (payload.is_too_large) {
            skip_too_large();
        } else {
            give_page(std::move(payload.bytes), parameter(head->fields.value("Content-Type"), "charset"),
                      std::move(payload.warning));
        }
        return take_content();
    }

    /// Content that no answer is around.
    std::uint64_t read_plain(bool is_wanted, bool is_html) {
        if (!is_wanted) {
            pass_over("other content");
            return record_.length_bytes;
        }
        if (!have_page()) return record_.length_bytes;
        std::string bytes(content());
        const std::string charset = parameter(record_.fields.value("Content-Type"), "charset");
        if (is_html) {
            give_page(std::move(bytes), charset, "");
        } else {
            give(TextReader(), std::move(bytes), "", "");
        }
        return take_content();
    }

    std::string content_type() const { return media_type(record_.fields.value("Content-Type")); }

    /// By what the server says; where it says nothing, by what the crawler found, then by the beginning.
    bool is_page(const HttpHead& head) const {
        std::string type = media_type(head.fields.value("Content-Type"));
        if (type.empty()) type = media_type(record_.fields.value("WARC-Identified-Payload-Type"));
        if (!type.empty()) return is_page_type(type);
        const std::string beginning = lower_ascii(trim(content().substr(head.length_bytes)).substr(0, 64));
        return beginning.starts_with("<!doctype html") || beginning.starts_with("<html");
    }

    /// Reads until so much of the content is in the window, or all there is.
    void have(std::uint64_t bytes) {
        while (buffer_.unread().size() < bytes && buffer_.fill()) {
        }
    }

    std::string_view content() const { return buffer_.unread().substr(0, record_.length_bytes); }

    bool is_whole(std::uint64_t bytes) const { return content().size() >= std::min(record_.length_bytes, bytes); }

    /// The whole content, where it is no longer than a page may be and nothing is missing.
    bool have_page() {
        if (record_.length_bytes > most_page_bytes) {
            skip_too_large();
            return false;
        }
        have(record_.length_bytes);
        return is_whole(record_.length_bytes);  // a record cut off is told of by who called
    }

    std::uint64_t take_content() {
        buffer_.take(content().size());
        return 0;
    }

    void give_page(std::string bytes, const std::string& charset, std::string warning) {
        const std::string_view digest = record_.fields.value("WARC-Payload-Digest");
        if (!digest.empty()) pages_.insert(hash_of(digest));
        pages_.insert(hash_of(record_.url));
        if (warning.empty() && !record_.fields.value("WARC-Truncated").empty()) {
            warning = "the crawler did not fetch all of the page";
        }
        give(HtmlReader(), std::move(bytes), charset, std::move(warning));
    }

    void give(const Reader& reader, std::string bytes, const std::string& charset, std::string warning) {
        MemoryBuffer memory(bytes);
        std::istream stream(&memory);
        Input page{input_.path, input_.member, stream, charset};
        const ReaderSink sink{[&](RawArticle raw) {
                                  raw.stated.place = place();
                                  raw.stated.url = record_.url;
                                  if (!warning.empty()) raw.warnings.push_back(std::move(warning));
                                  held_ = std::move(raw);
                                  return true;
                              },
                              [&](Skipped skipped) {
                                  skipped.place = place();
                                  return more_ = sink_.skipped(std::move(skipped));
                              }};
        reader.read(page, options_, sink);
    }

    void give_held() {
        if (!held_) return;
        RawArticle raw = std::move(*held_);
        held_.reset();
        more_ = sink_.article(std::move(raw));
    }

    /// A revisit stands for an answer like the one before (`WARC-Payload-Digest`), or one the server said has not
    /// changed since (`WARC-Refers-To-Target-URI`, else the address itself).
    std::string_view kind_of_revisit() const {
        const std::string_view digest = record_.fields.value("WARC-Payload-Digest");
        const std::string original = address_of(record_.fields, "WARC-Refers-To-Target-URI");
        const bool is_known = (!digest.empty() && pages_.contains(hash_of(digest))) ||
                              pages_.contains(hash_of(original.empty() ? record_.url : original));
        return is_known ? "revisits of pages in the same file" : "other revisits";
    }

    static std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

    std::string place() const {
        std::string place = fmt::format("record {}", number_);
        if (!record_.url.empty()) place += ", " + record_.url;
        const std::string_view date = record_.fields.value("WARC-Date");
        if (!date.empty()) place += ", fetched " + line_of(date);
        return place;
    }

    void pass_over(std::string_view kind) {
        if (sink_.passed_over) sink_.passed_over(kind);
    }

    void skip(std::string reason, std::string detail) {
        more_ = sink_.skipped({input_.path, input_.member, place(), std::move(reason), std::move(detail)});
    }

    void skip_too_large() {
        skip("too large", fmt::format("a page in a web archive may have {} MiB", most_page_bytes >> 20U));
    }

    Input& input_;
    const ReaderOptions& options_;
    const ReaderSink& sink_;
    InputBuffer buffer_;
    Record record_;
    std::size_t number_ = 0;
    std::unordered_set<std::size_t> pages_;  ///< hashes of the addresses and digests of pages given
    /// The article of the record before: the checksum of what a record is compressed with comes behind it.
    std::optional<RawArticle> held_;
    bool more_ = true;
};

}  // namespace

void WarcReader::read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const {
    WarcRun(input, options, sink).run();
}

}  // namespace dateline
