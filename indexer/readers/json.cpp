#include "indexer/readers/json.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/containers/coding.h"
#include "indexer/readers/input_buffer.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/json_feed.h"
#include "indexer/readers/json_splitter.h"
#include "indexer/readers/json_values.h"
#include "indexer/readers/ninjs_article.h"

namespace dateline {

namespace {

std::string place_of(std::string_view unit, std::size_t number) {
    return std::string(unit) + " " + std::to_string(number);
}

/// Reads one input; lives as long as that.
class JsonRun {
public:
    JsonRun(Input& input, const ReaderOptions& options, const ReaderSink& sink)
        : input_(input),
          sink_(sink),
          names_(options.field_map),
          fields_are_known_(options.field_map.empty()),
          buffer_(input.bytes, input.path) {}

    void run() {
        take_byte_order_mark();
        buffer_.take_space();
        if (buffer_.at_end()) {
            skip("", "no text", "the file is empty");
        } else if (buffer_.unread().front() == '[') {
            buffer_.take(1);
            read_array();
        } else if (is_named_as_lines() || first_line_is_a_value()) {
            read_lines();
        } else {
            read_values();
        }
    }

private:
    void take_byte_order_mark() {
        if (!buffer_.at_end() && buffer_.unread().substr(0, 3) == "\xEF\xBB\xBF") {
            buffer_.take(3);
        }
    }

    bool is_named_as_lines() const {
        const std::string_view name = without_coding_ending(input_.member.empty() ? input_.path : input_.member);
        return name.ends_with(".jsonl") || name.ends_with(".ndjson");
    }

    bool first_line_is_a_value() {
        const std::size_t end = buffer_.find('\n');
        const std::string_view line = trim(buffer_.unread().substr(0, end));
        return JsonSplitter().value_length(line) == line.size();
    }

    /// One value a line. A line that cannot be read spoils only itself.
    void read_lines() {
        for (std::size_t number = 1; more_ && !buffer_.at_end(); ++number) {
            const std::size_t end = buffer_.find('\n');
            if (end == std::string_view::npos && buffer_.full()) {
                buffer_.take_through('\n');
                skip_too_large(place_of("line", number));
                continue;
            }
            const std::string_view line = buffer_.unread().substr(0, end);
            const std::size_t taken = end == std::string_view::npos ? line.size() : end + 1;
            if (!trim(line).empty()) {
                only_value_ = number == 1 && is_rest_empty(taken);
                value(line, place_of("line", number), taken);
            }
            buffer_.take(taken);
        }
    }

    /// Whether nothing but at most white space, all of it already in the window, follows.
    bool is_rest_empty(std::size_t taken) {
        return buffer_.has_ended() && trim(buffer_.unread().substr(taken)).empty();
    }

    void read_array() {
        for (std::size_t number = 1; more_; ++number) {
            buffer_.take_space();
            if (buffer_.at_end()) {
                return skip(place_of("element", number), "malformed", "the list is not closed");
            }
            if (buffer_.unread().front() == ']') {
                return;
            }
            if (!read_value(place_of("element", number))) {
                return;
            }
            buffer_.take_space();
            if (!buffer_.at_end() && buffer_.unread().front() == ',') {
                buffer_.take(1);
            }
        }
    }

    /// Values one after the other, each over as many lines as it likes.
    void read_values() {
        for (std::size_t number = 1; more_; ++number) {
            buffer_.take_space();
            if (buffer_.at_end()) {
                return;
            }
            only_value_ = number == 1;
            if (!read_value(number == 1 ? "" : place_of("element", number))) {
                return;
            }
        }
    }

    /// Takes one value from the window; false where the input cannot be read on behind it.
    bool read_value(const std::string& place) {
        JsonSplitter splitter;
        std::size_t length = splitter.value_length(buffer_.unread());
        while (length == JsonSplitter::unfinished && buffer_.fill()) {
            length = splitter.value_length(buffer_.unread());
        }
        if (length == JsonSplitter::unfinished && buffer_.full()) {
            skip_too_large(place);
            return false;
        }
        if (length == JsonSplitter::unfinished || length == 0) {
            skip(place, "malformed", length == 0 ? "this is no JSON value" : "the value is not closed");
            return false;
        }
        value(buffer_.unread().substr(0, length), place, length);
        buffer_.take(length);
        return true;
    }

    void value(std::string_view text, const std::string& place, std::size_t input_bytes) {
        std::vector<std::string> warnings;
        simdjson::dom::element element;
        // The window is padded, so the parser may read where the text stands.
        simdjson::error_code error = parser_.parse(text.data(), text.size(), false).get(element);
        std::string repaired;
        if (error == simdjson::UTF8_ERROR) {
            repaired = std::string(text);
            const std::size_t replaced = repair_utf8(repaired);
            warnings.push_back(std::to_string(replaced) + " bytes were not UTF-8");
            error = parser_.parse(repaired).get(element);
        }
        if (error != simdjson::SUCCESS) {
            return skip(place, "malformed", simdjson::error_message(error));
        }
        if (JsonFeed::is_feed(element)) {
            return give_feed(JsonFeed(element), input_bytes);
        }
        if (auto raw = read_object(element)) {
            raw->warnings = std::move(warnings);
            return give(std::move(*raw), only_value_ ? "" : place, input_bytes);
        }
        if (!only_value_ || !give_wrapped(element, input_bytes)) {
            skip(only_value_ ? "" : place, "no text", "no field is known as a title or a text");
        }
    }

    /// Fields the user names are looked for in any object.
    std::optional<RawArticle> read_object(simdjson::dom::element element) const {
        return fields_are_known_ && is_ninjs(element) ? ninjs_article(element) : article_of(element, names_);
    }

    void give_feed(const JsonFeed& feed, std::size_t input_bytes) {
        std::size_t number = 0;
        for (const auto item : feed.items()) {
            ++number;
            RawArticle raw = feed.article_of(item);
            if (is_blank(raw.stated.title) && is_blank(raw.stated.body) && is_blank(raw.html_body)) {
                skip(place_of("item", number), "no text", "neither a title nor a text");
            } else {
                give(std::move(raw), place_of("item", number), input_bytes / feed.items().size());
            }
            if (!more_) {
                return;
            }
        }
        if (number == 0) {
            skip("", "no article", "the feed has no items");
        }
    }

    bool give_wrapped(simdjson::dom::element element, std::size_t input_bytes) {
        const auto objects = wrapped_objects(element);
        std::size_t number = 0;
        for (const auto object : objects) {
            ++number;
            if (auto raw = read_object(object)) {
                give(std::move(*raw), place_of("element", number), input_bytes / objects.size());
            } else {
                skip(place_of("element", number), "no text", "no field is known as a title or a text");
            }
            if (!more_) {
                break;
            }
        }
        return !objects.empty();
    }

    void give(RawArticle raw, std::string place, std::size_t input_bytes) {
        raw.stated.path = input_.path;
        raw.stated.member = input_.member;
        raw.stated.place = std::move(place);
        raw.input_bytes = input_bytes;
        more_ = sink_.article(std::move(raw));
    }

    void skip(std::string place, std::string reason, std::string detail) {
        more_ = sink_.skipped({input_.path, input_.member, std::move(place), std::move(reason), std::move(detail)});
    }

    void skip_too_large(std::string place) {
        skip(std::move(place), "too large", "an article may have " + std::to_string(max_article_bytes >> 20U) + " MiB");
    }

    Input& input_;
    const ReaderSink& sink_;
    FieldNames names_;
    bool fields_are_known_;  ///< none is named by the user
    InputBuffer buffer_;
    simdjson::dom::parser parser_;
    bool more_ = true;
    bool only_value_ = false;
};

}  // namespace

void JsonReader::read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const {
    JsonRun(input, options, sink).run();
}

}  // namespace dateline
