#include "indexer/readers/markdown.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/legible.h"
#include "indexer/readers/markdown_text.h"
#include "indexer/readers/text_record.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 20;

/// `[[Ann Lee]]` and `[[People/Ann Lee|Ann Lee]]`, as Obsidian links to notes.
std::string without_link(std::string_view text) {
    const std::string_view trimmed = trim(text);
    if (!trimmed.starts_with("[[") || !trimmed.ends_with("]]")) {
        return std::string(text);
    }
    const std::string_view inner = trimmed.substr(2, trimmed.size() - 4);
    const std::size_t bar = inner.rfind('|');
    return std::string(bar == std::string_view::npos ? inner.substr(inner.rfind('/') + 1) : inner.substr(bar + 1));
}

/// A source that is an address is where the text was clipped, and an address without host leads nowhere.
void use_addresses(std::vector<TextField>& fields) {
    for (TextField& field : fields) {
        if (field.match.kind == FieldKind::source && is_web_address(trim(field.text))) {
            field.match.kind = FieldKind::url;
        } else if (field.match.kind == FieldKind::url && !is_web_address(trim(field.text))) {
            field.text.clear();
        }
    }
}

RawArticle stated_in(const FrontMatter& front, const FieldNames& names) {
    std::vector<TextField> fields;
    for (const FrontField& field : front.fields) {
        const bool nested = field.name.find('.') != std::string::npos;
        if (const auto match = names.find(field.name, nested)) {
            fields.push_back({field.name, *match, without_link(field.text)});
        }
    }
    use_addresses(fields);
    RawArticle raw = stated_by_record(std::move(fields), "front matter");
    raw.warnings = front.warnings;
    return raw;
}

std::string_view name_of(const Input& input) {
    const std::string_view path = input.member.empty() ? input.path : input.member;
    return path.substr(path.rfind('/') + 1);
}

/// Jekyll has the day in the name of a file: `2012-08-29-a-bridge-opens.md`.
std::string_view day_in_name(std::string_view name) {
    constexpr std::string_view shape = "dddd-dd-dd-";
    const bool fits =
        name.size() > shape.size() && std::equal(shape.begin(), shape.end(), name.begin(), [](char wanted, char c) {
            return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
        });
    return fits ? name.substr(0, shape.size() - 1) : "";
}

bool is_plain_text(std::string_view name) {
    const std::string lower = lower_ascii(name);
    return lower.ends_with(".txt") || lower.ends_with(".text");
}

bool has_title(const RawArticle& raw) { return !raw.stated.title.empty() || !raw.html_title.empty(); }

/// The text of an article whose front matter is read.
void set_text(std::string_view text, RawArticle& raw) {
    auto markdown = read_markdown(text);
    if (!markdown) {
        raw.stated.body = text;
        raw.warnings.emplace_back("the text is too long to be read as Markdown and stays as it is");
        return;
    }
    if (!has_title(raw)) {
        raw.html_title = std::move(markdown->heading);
    } else if (!markdown->heading.empty() && markdown->heading != raw.stated.title) {
        markdown->html.insert(0, "<h1>" + markdown->heading + "</h1>");
    }
    if (raw.stated.authors.empty() && raw.date_texts.empty()) {
        raw.copied_text = std::move(markdown->lines);  // a byline and a date may stand in the text
    }
    raw.html_body = std::move(markdown->html);
}

}  // namespace

void MarkdownReader::read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    const std::string_view bytes = buffer.unread();
    if (bytes.size() > most_bytes) {
        sink.skipped({input.path, input.member, "", "too large",
                      "a text in Markdown may have " + std::to_string(most_bytes >> 20U) + " MiB"});
        return;
    }
    Decoded decoded = decode_declared(bytes, "utf-8");
    if (!is_legible(decoded.text, decoded.replaced, input, sink)) return;
    strip_controls(decoded.text);
    const std::string_view text = decoded.text;
    if (trim(text).empty()) {
        sink.skipped({input.path, input.member, "", "no text", "the file is empty"});
        return;
    }
    const auto front = read_front_matter(text);
    RawArticle raw = front ? stated_in(*front, FieldNames(options.field_map)) : RawArticle{};
    const std::string_view rest = text.substr(front ? front->length : 0);
    if (const std::string_view day = day_in_name(name_of(input)); !day.empty()) {
        raw.date_texts.emplace_back("file name", day);
    }
    if (is_plain_text(name_of(input))) {
        raw.stated.body = rest;
    } else {
        set_text(rest, raw);
    }
    if (decoded.replaced > 0) {
        raw.warnings.push_back(std::to_string(decoded.replaced) + " characters were not " + decoded.charset);
    }
    raw.stated.path = input.path;
    raw.stated.member = input.member;
    raw.input_bytes = bytes.size();
    sink.article(std::move(raw));
}

}  // namespace dateline
