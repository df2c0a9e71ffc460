#include "indexer/readers/mail.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/input_buffer.h"
#include "indexer/readers/mail_message.h"

namespace dateline {

namespace {

constexpr std::string_view separator = "From ";
/// Enough of what follows a separator to know it for one.
constexpr std::size_t lookahead_bytes = 1024;

std::string_view mail_line_at(std::string_view text, std::size_t at) {
    return text.substr(std::min(at, text.size()), text.find('\n', at) - at);
}

/// The name of a header field at the front of a line, in lower case; "" where none stands there.
std::string field_name(std::string_view line) {
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    return end == 0 || end == std::string_view::npos || line[end] != ':' ? "" : lower_ascii(line.substr(0, end));
}

/// Whether a header begins in the line after the first of `text`.
bool header_follows(std::string_view text) {
    const std::string_view next = mail_line_at(text, mail_line_at(text, 0).size() + 1);
    return !field_name(next).empty();
}

bool ends_with_empty_line(std::string_view text) {
    text.remove_suffix(text.ends_with('\n') ? 1 : 0);
    text.remove_suffix(text.ends_with('\r') ? 1 : 0);
    return text.empty() || text.ends_with('\n');
}

bool is_base64_line(std::string_view line) {
    constexpr std::size_t shortest = 60;
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    return line.size() >= shortest && std::ranges::all_of(line, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '/';
           });
}

/// Headers, parts and text may have so many bytes: a part or a header field costs more memory than its bytes.
constexpr std::size_t most_structure_bytes = std::size_t{1} << 20;
/// Encoded content is kept to here; behind it there are only attached files.
constexpr std::size_t most_encoded_bytes = std::size_t{4} << 20;

/// A message without the signs that mailboxes put before lines which begin as their separators do, and without most of
/// what large files attached to it take. Nothing where it has more headers, parts and text than letters have.
std::optional<std::string> letter_of(std::string_view message, bool quoted_separators) {
    std::string text;
    std::size_t structure = 0;
    std::size_t encoded = 0;
    for (std::size_t at = 0; at < message.size();) {
        const std::string_view line = mail_line_at(message, at);
        at += line.size() + 1;
        if (is_base64_line(line)) {
            encoded += line.size();
            if (encoded > most_encoded_bytes) {
                continue;
            }
        } else if (structure += line.size() + 1; structure > most_structure_bytes) {
            return std::nullopt;
        }
        const std::size_t signs = std::min(line.find_first_not_of('>'), line.size());
        const bool quoted = quoted_separators && signs > 0 && line.substr(signs).starts_with(separator);
        text += line.substr(quoted ? 1 : 0);
        if (at <= message.size()) {
            text.push_back('\n');
        }
    }
    return text;
}

/// Reads one mailbox or message; lives as long as that.
class MailRun {
public:
    MailRun(Input& input, const ReaderSink& sink) : input_(input), sink_(sink), buffer_(input.bytes, input.path) {}

    void run() {
        buffer_.take_space();
        if (buffer_.at_end()) {
            return skip("", "no text", "the file is empty");
        }
        while (buffer_.unread().size() < lookahead_bytes && buffer_.fill()) {
        }
        if (!looks_like_mailbox(buffer_.unread())) {
            return read_single();
        }
        while (more_ && !buffer_.at_end()) {
            ++number_;
            read_next();
        }
    }

private:
    void read_single() {
        while (buffer_.fill()) {
        }
        if (buffer_.full()) {
            return skip("", "too large", "a message may have " + std::to_string(max_article_bytes >> 20U) + " MiB");
        }
        message(letter_of(buffer_.unread(), false), "", buffer_.unread().size());
    }

    /// A message with its separator line at the front of the window.
    void read_next() {
        const std::string place = "message " + std::to_string(number_);
        const std::size_t end = message_end();
        if (end == std::string_view::npos) {
            skip(place, "too large", "a message may have " + std::to_string(max_article_bytes >> 20U) + " MiB");
            return take_to_next();
        }
        const std::string_view bytes = buffer_.unread().substr(0, end);
        const std::size_t first_line = std::min(mail_line_at(bytes, 0).size() + 1, bytes.size());
        message(letter_of(bytes.substr(first_line), true), place, bytes.size());
        buffer_.take(end);
    }

    /// Where the message at the front ends: at a separator or the end of the input; npos where the window is too small.
    std::size_t message_end() {
        std::size_t searched = separator.size();
        while (true) {
            const std::size_t end = find_separator(searched);
            if (end != std::string_view::npos) {
                return end;
            }
            const std::size_t size = buffer_.unread().size();
            searched = size < lookahead_bytes ? separator.size() : std::max(separator.size(), size - lookahead_bytes);
            if (!buffer_.fill()) {
                return buffer_.full() ? std::string_view::npos : buffer_.unread().size();
            }
        }
    }

    /// A separator at or behind `from` that can be told for sure: the next line is in sight.
    std::size_t find_separator(std::size_t from) const {
        const std::string_view text = buffer_.unread();
        for (std::size_t at = text.find("\nFrom ", from); at != std::string_view::npos;
             at = text.find("\nFrom ", at + 1)) {
            const std::string_view rest = text.substr(at + 1, lookahead_bytes);
            if (header_follows(rest) &&
                (ends_with_empty_line(text.substr(0, at + 1)) || has_time(mail_line_at(rest, 0)))) {
                return at + 1;
            }
        }
        return std::string_view::npos;
    }

    /// Separators of mailboxes without empty lines between their messages: "From a@b Wed Aug 29 10:00:00 2012".
    static bool has_time(std::string_view line) {
        return std::ranges::count(line, ':') >= 2 && line.size() < 200 &&
               line.find(' ', separator.size()) < line.find(':');
    }

    /// Takes a message that is too large, up to the next separator.
    void take_to_next() {
        while (true) {
            const std::size_t end = find_separator(separator.size());
            if (end != std::string_view::npos) {
                return buffer_.take(end);
            }
            const std::size_t size = buffer_.unread().size();
            buffer_.take(size - std::min(size, lookahead_bytes));
            if (!buffer_.fill()) {
                return buffer_.take(buffer_.unread().size());
            }
        }
    }

    void message(const std::optional<std::string>& letter, const std::string& place, std::size_t input_bytes) {
        if (!letter) {
            return skip(place, "too large", "a message may have 1 MiB besides attached files");
        }
        std::vector<RawArticle> articles = articles_of_message(*letter);
        if (articles.empty()) {
            return skip(place, "no text", "the message has neither a subject nor a text");
        }
        for (std::size_t i = 0; i < articles.size() && more_; ++i) {
            RawArticle& raw = articles[i];
            raw.stated.path = input_.path;
            raw.stated.member = input_.member;
            raw.stated.place = place;
            if (i > 0) {
                raw.stated.place += (place.empty() ? "" : ", ") + ("attached " + std::to_string(i));
            }
            raw.input_bytes = i == 0 ? input_bytes : 0;
            more_ = sink_.article(std::move(raw));
        }
    }

    void skip(std::string place, std::string reason, std::string detail) {
        more_ = sink_.skipped({input_.path, input_.member, std::move(place), std::move(reason), std::move(detail)});
    }

    Input& input_;
    const ReaderSink& sink_;
    InputBuffer buffer_;
    std::size_t number_ = 0;
    bool more_ = true;
};

}  // namespace

void MailReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    MailRun(input, sink).run();
}

bool looks_like_mailbox(std::string_view text) { return text.starts_with(separator) && header_follows(text); }

bool looks_like_message(std::string_view text) {
    constexpr auto mail_fields = std::to_array<std::string_view>(
        {"received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature"});
    constexpr auto usual_fields = std::to_array<std::string_view>({"from", "date", "subject", "to", "content-type"});
    std::size_t telling = 0;
    std::size_t usual = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = mail_line_at(text, at);
        at += line.size() + 1;
        const std::string name = field_name(line);
        if (name.empty() && !line.starts_with(' ') && !line.starts_with('\t')) {
            break;
        }
        telling += std::ranges::find(mail_fields, name) != mail_fields.end() ? 1U : 0U;
        usual += std::ranges::find(usual_fields, name) != usual_fields.end() ? 1U : 0U;
    }
    return telling >= 1 && telling + usual >= 3;
}

}  // namespace dateline
