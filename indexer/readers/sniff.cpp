#include "indexer/readers/sniff.h"

#include <algorithm>
#include <array>

#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/containers/coding.h"
#include "indexer/readers/csv_dialect.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/mail.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/xml_root.h"

namespace dateline {

namespace {

struct Signature {
    std::string_view bytes;
    std::size_t offset;
    std::string_view name;
};

/// Formats known by their first bytes that are not read (yet).
constexpr std::array signatures{
    Signature{"Rar!", 0, "rar"},
    Signature{"\x04\x22\x4D\x18", 0, "lz4"},
    Signature{"LZIP", 0, "lzip"},
    Signature{"\x1F\x9D", 0, "compress (.Z)"},
    Signature{"filedesc://", 0, "ARC, the older web archive,"},
    Signature{"\xD0\xCF\x11\xE0", 0, "an old Office document"},
    Signature{"{\\rtf", 0, "RTF"},
    Signature{"\x89PNG", 0, "a picture"},
    Signature{"\xFF\xD8\xFF", 0, "a picture"},
    Signature{"GIF8", 0, "a picture"},
    Signature{"SQLite format 3", 0, "an SQLite database"},
};

/// Elements that show a page. A page may begin with a comment, a script or a byte of anything.
constexpr auto html_elements = std::to_array<std::string_view>(
    {"!doctype html", "html", "head", "body", "meta", "title", "link", "script", "div", "p", "h1", "table", "article"});

Sniffed unsupported(std::string_view name) {
    return {nullptr, "unsupported", std::string(name) + " is not read by this version"};
}

Sniffed known_as(std::string_view reader) { return {find_reader(reader), "", ""}; }

std::string_view without_byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// Whether `<name` stands in `text`, with something other than a letter behind it.
bool holds_element(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.size() > name.size() && same_name(rest.substr(0, name.size()), name)) {
            const char after = rest[name.size()];
            if (after == '>' || after == ' ' || after == '\n' || after == '\r' || after == '\t') {
                return true;
            }
        }
    }
    return false;
}

/// Bytes that no text has: a zero, or many control characters.
bool is_binary(std::string_view bytes) {
    const auto controls = std::ranges::count_if(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
    });
    return bytes.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 20 > bytes.size();
}

bool is_html(std::string_view text) {
    const std::string_view beginning = text.substr(0, 512);
    const bool says_so = holds_element(beginning, "!doctype html") || holds_element(beginning, "html");
    return says_so ||
           (!text.starts_with("<?xml") && std::ranges::any_of(html_elements, [text](std::string_view element) {
               return holds_element(text, element);
           }));
}

Sniffed sniff_markup(std::string_view text) {
    if (const std::string_view reader = reader_of_xml_root(xml_root(text)); !reader.empty()) {
        return known_as(reader);
    }
    if (holds_element(text, "DOC") || holds_element(text, "REUTERS")) {
        return known_as("sgml");
    }
    for (const std::string_view feed : {"rss", "feed", "rdf:RDF"}) {
        if (holds_element(text, feed)) {
            return known_as("feed");
        }
    }
    if (is_html(text)) {
        return known_as("html");
    }
    return text.starts_with("<?xml") ? unsupported("this XML") : Sniffed{};
}

/// `{` or `[` may also begin a text ("[Updated] ..."): JSON goes on as JSON does.
bool looks_like_json(std::string_view text) {
    if (text.empty() || (text.front() != '{' && text.front() != '[')) {
        return false;
    }
    const std::string_view rest = trim(text.substr(1));
    const std::string_view expected = text.front() == '{' ? "\"}" : "{[\"]}-0123456789";
    return !rest.empty() && expected.find(rest.front()) != std::string_view::npos;
}

/// What is kept in a zip and is no archive of articles, by the name of its first member.
std::string_view document_in_zip(std::string_view beginning) {
    constexpr std::size_t name_at = 30;
    const std::string_view name = beginning.substr(std::min(beginning.size(), name_at));
    for (const std::string_view office : {"[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/"}) {
        if (name.starts_with(office)) return "an Office document";
    }
    if (name.starts_with("mimetypeapplication/epub")) return "EPUB";
    if (name.starts_with("mimetypeapplication/")) return "an OpenDocument file";
    return name.starts_with("META-INF/") ? "a Java archive" : "";
}

/// Text in UTF-16 or UTF-32, which its mark gives away.
Sniffed sniff_decoded(std::string_view beginning, std::string_view charset, std::string_view path, Origin origin) {
    constexpr std::size_t widest_unit = 4;
    const std::string text = decode(beginning.substr(0, beginning.size() / widest_unit * widest_unit), charset);
    const Sniffed sniffed = sniff(text, path, origin);
    constexpr auto readers = std::to_array<std::string_view>({"csv", "html", "markdown", "text"});
    const bool read = sniffed.reader == nullptr || std::ranges::find(readers, sniffed.reader->name) != readers.end();
    return read ? sniffed : unsupported(std::string(sniffed.reader->name) + " in UTF-16");
}

}  // namespace

Sniffed sniff(std::string_view beginning, std::string_view path, Origin origin) {
    if (beginning.starts_with("WARC/")) {
        return known_as("warc");
    }
    if (const auto kind = archive_kind_of(beginning); kind || coding_of(beginning)) {
        const std::string_view document = kind == ArchiveKind::zip ? document_in_zip(beginning) : "";
        return document.empty() ? known_as("archive") : unsupported(document);
    }
    for (const Signature& signature : signatures) {
        if (beginning.substr(std::min(beginning.size(), signature.offset)).starts_with(signature.bytes)) {
            return unsupported(signature.name);
        }
    }
    if (beginning.starts_with("%PDF-")) {
        return known_as("pdf");
    }
    if (const std::string_view charset = charset_of_mark(beginning); !charset.empty() && charset != "utf-8") {
        return sniff_decoded(beginning, charset, path, origin);
    }
    if (is_binary(beginning)) {
        return {nullptr, "not text", "binary data"};
    }
    const std::string_view text = trim(without_byte_order_mark(beginning));
    if (text.empty()) {
        return {nullptr, "no text", "the file is empty"};
    }
    const ReaderEntry* by_name = reader_for_ending(path);
    const bool named_mail = by_name != nullptr && by_name->name == "mail";
    if (named_mail || looks_like_mailbox(text) || looks_like_message(text)) {
        return known_as("mail");
    }
    const bool named_markdown = by_name != nullptr && by_name->name == "markdown";
    if (begins_with_front_matter(text) || (named_markdown && looks_like_json(text))) {
        return known_as("markdown");
    }
    if (looks_like_json(text)) {
        return known_as("json");
    }
    if (text.front() == '<') {
        if (Sniffed markup = sniff_markup(text); markup.reader != nullptr || !markup.reason.empty()) {
            return markup;
        }
    }
    if (by_name != nullptr && by_name->name == "html") {
        return known_as("html");  // a page may begin with a long comment, or with text
    }
    if ((by_name != nullptr && by_name->name == "csv") || looks_like_table(text)) {
        return known_as("csv");
    }
    if (origin == Origin::folder && (by_name == nullptr || by_name->name != "text")) {
        return {nullptr, "no article",
                named_markdown ? "in a folder, Markdown is read only where it has front matter"
                               : "in a folder, plain text is read from .txt files only"};
    }
    return known_as(named_markdown ? "markdown" : "text");
}

const ReaderEntry* reader_for(const Sniffed& sniffed, const ReaderEntry* format) {
    const ReaderEntry* archive = find_reader("archive");
    return sniffed.reader == archive || format == nullptr || format == archive ? sniffed.reader : format;
}

}  // namespace dateline
