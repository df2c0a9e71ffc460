#include "indexer/readers/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/html.h"

namespace dateline {

namespace {

/// Parts inside parts and messages inside messages are followed this far.
constexpr int deepest_part = 20;
constexpr std::size_t most_attached = 1000;

struct Unreference {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename Object>
using Reference = std::unique_ptr<Object, Unreference>;

std::string text_or_none(const char* text) { return text == nullptr ? "" : text; }

std::string as_utf8(const char* text) {
    std::string value = text_or_none(text);
    repair_utf8(value);
    strip_controls(value);
    return value;
}

/// The text of a message, put together from its parts.
struct MailText {
    std::string html;
    std::string plain;
    std::vector<std::string> warnings;
    std::vector<GMimeMessage*> attached;  ///< owned by the message they are attached to
};

/// Letters and digits a reader sees, roughly: what stands outside of tags, styles and scripts.
std::size_t visible_length(std::string_view html) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            length += html[at] == ' ' || html[at] == '\n' ? 0U : 1U;
            ++at;
            continue;
        }
        const std::string name = lower_ascii(html.substr(at + 1, 6));
        const bool silent = name.starts_with("style") || name.starts_with("script") || name.starts_with("title");
        const std::size_t from = silent ? html.find("</", at) : at;
        const std::size_t end = html.find('>', std::min(from, html.size()));
        at = end == std::string_view::npos ? html.size() : end + 1;
    }
    return length;
}

struct HtmlTag {
    std::string name;  ///< lower case, with the slash of an end tag
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
};

/// The next tag at or behind `from`; its begin is npos where none follows.
HtmlTag tag_from(std::string_view html, std::size_t from) {
    const std::size_t begin = html.find('<', from);
    const std::size_t end = begin == std::string_view::npos ? begin : html.find('>', begin);
    if (end == std::string_view::npos) {
        return {};
    }
    const std::string_view inside = html.substr(begin + 1, end - begin - 1);
    return {lower_ascii(inside.substr(0, inside.find_first_of(" \t\r\n"))), begin, end + 1};
}

/// Where the element ends whose start tag is given; npos where it is not closed.
std::size_t end_of_element(std::string_view html, const HtmlTag& start) {
    std::size_t depth = 1;
    for (HtmlTag tag = tag_from(html, start.end); tag.begin != std::string_view::npos; tag = tag_from(html, tag.end)) {
        depth += tag.name == start.name ? 1U : 0U;
        depth -= tag.name == "/" + start.name ? 1U : 0U;
        if (depth == 0) {
            return tag.end;
        }
    }
    return std::string_view::npos;
}

/// Without what the sender hides: preview lines, and the second layout for small screens.
std::string without_hidden(std::string_view html) {
    std::string shown;
    std::size_t at = 0;
    for (HtmlTag tag = tag_from(html, 0); tag.begin != std::string_view::npos; tag = tag_from(html, tag.end)) {
        std::string style = lower_ascii(html.substr(tag.begin, tag.end - tag.begin));
        std::erase(style, ' ');
        if (style.find("display:none") == std::string::npos) {
            continue;
        }
        const std::size_t end = end_of_element(html, tag);
        if (end == std::string_view::npos) {
            break;
        }
        shown += html.substr(at, tag.begin - at);
        at = tag.end = end;
    }
    return shown + std::string(html.substr(at));
}

/// Plain text as paragraphs of a page.
std::string html_of_plain(std::string_view plain) {
    std::string html = "<p>";
    for (std::size_t at = 0; at < plain.size(); ++at) {
        switch (plain[at]) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '\n': html += plain.substr(at).starts_with("\n\n") ? "</p><p>" : "\n"; break;
        default: html.push_back(plain[at]);
        }
    }
    return html + "</p>";
}

void append_paragraphs(std::string& text, std::string_view more) {
    if (!trim(more).empty()) {
        text += (text.empty() ? "" : "\n\n") + std::string(more);
    }
}

void append(MailText& text, MailText more) {
    if (!more.html.empty() && text.html.empty() && !text.plain.empty()) {
        text.html = html_of_plain(std::exchange(text.plain, ""));
    }
    if (!text.html.empty() && !more.plain.empty()) {
        more.html += html_of_plain(std::exchange(more.plain, ""));
    }
    text.html += more.html;
    append_paragraphs(text.plain, more.plain);
    std::ranges::move(more.warnings, std::back_inserter(text.warnings));
    std::ranges::move(more.attached, std::back_inserter(text.attached));
}

/// The bytes of a part, its transfer encoding undone.
std::string content_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) {
        return "";
    }
    const Reference<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return bytes == nullptr ? "" : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

bool is_attached_file(GMimeObject* object) {
    GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(object);
    const char* how = disposition == nullptr ? nullptr : g_mime_content_disposition_get_disposition(disposition);
    return how != nullptr && lower_ascii(how) == "attachment";
}

/// Joins lines that a mail program broke and marked with a blank at their end (RFC 3676).
std::string unflowed(std::string_view text, bool blank_goes) {
    std::string joined;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const bool flows = line.ends_with(' ') && line != "-- ";
        joined += line.substr(0, line.size() - (flows && blank_goes ? 1 : 0));
        joined += flows ? "" : "\n";
        at = end + 1;
    }
    return joined;
}

/// Without the signature below "-- ".
std::string_view without_signature(std::string_view text) {
    const std::size_t at = text.find("\n-- \n");
    return at == std::string_view::npos || trim(text.substr(0, at)).empty() ? text : text.substr(0, at);
}

std::string mime_parameter(GMimeContentType* type, const char* name) {
    return lower_ascii(text_or_none(g_mime_content_type_get_parameter(type, name)));
}

MailText text_of_part(GMimePart* part, GMimeContentType* type) {
    MailText text;
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    const bool plain = g_mime_content_type_is_type(type, "text", "plain") != 0;
    if (is_attached_file(GMIME_OBJECT(part)) || (!html && !plain)) {
        const std::string name = as_utf8(g_mime_part_get_filename(part));
        if (is_attached_file(GMIME_OBJECT(part))) {
            text.warnings.push_back("an attached file is not read: " + (name.empty() ? "without a name" : name));
        }
        return text;
    }
    const std::string bytes = content_of(part);
    std::string charset = mime_parameter(type, "charset");
    if (charset.empty() && html) {
        charset = declared_charset(bytes);
    }
    Decoded decoded = decode_declared(bytes, charset);
    strip_controls(decoded.text);
    if (decoded.replaced > 0) {
        text.warnings.push_back(std::to_string(decoded.replaced) + " characters were not " + decoded.charset);
    }
    if (html) {
        text.html = without_hidden(decoded.text);
    } else {
        const bool flowed = mime_parameter(type, "format") == "flowed";
        text.plain = flowed ? unflowed(decoded.text, mime_parameter(type, "delsp") == "yes") : std::move(decoded.text);
        text.plain = std::string(without_signature(text.plain));
    }
    return text;
}

MailText text_of_object(GMimeObject* object, int depth);

/// Of ways to say the same the one with most in it.
MailText text_of_alternatives(GMimeMultipart* parts, int depth) {
    MailText best;
    constexpr std::size_t html_may_be_shorter = 4;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
        MailText text = text_of_object(g_mime_multipart_get_part(parts, i), depth + 1);
        std::ranges::move(std::exchange(best.attached, {}), std::back_inserter(text.attached));
        const bool html_first = !best.html.empty() || text.html.empty();
        const MailText& html = html_first ? best : text;
        const MailText& plain = html_first ? text : best;
        const bool html_wins =
            visible_length(html.html) * html_may_be_shorter >= plain.plain.size() && !html.html.empty();
        const bool text_wins = html_first ? !html_wins : html_wins;
        if (!text_wins) {
            best.attached = std::move(text.attached);
            continue;
        }
        best = std::move(text);
    }
    return best;
}

MailText text_of_multipart(GMimeMultipart* parts, int depth) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (g_mime_content_type_is_type(type, "multipart", "alternative") != 0) {
        return text_of_alternatives(parts, depth);
    }
    // What follows the first part belongs to it: pictures of a page, a signature.
    const bool first_alone = g_mime_content_type_is_type(type, "multipart", "related") != 0 ||
                             g_mime_content_type_is_type(type, "multipart", "signed") != 0;
    MailText text;
    const int count = g_mime_multipart_get_count(parts);
    for (int i = 0; i < (first_alone ? std::min(count, 1) : count); ++i) {
        append(text, text_of_object(g_mime_multipart_get_part(parts, i), depth + 1));
    }
    return text;
}

MailText text_of_object(GMimeObject* object, int depth) {
    if (object == nullptr || depth > deepest_part) {
        return {};
    }
    if (GMIME_IS_MULTIPART(object)) {
        return text_of_multipart(GMIME_MULTIPART(object), depth);
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
        MailText text;
        if (GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object))) {
            text.attached.push_back(message);
        }
        return text;
    }
    if (GMIME_IS_PART(object)) {
        return text_of_part(GMIME_PART(object), g_mime_object_get_content_type(object));
    }
    return {};
}

/// A header field of a message or, where it tells of the content, of its part.
std::string header(GMimeObject* object, const char* name) {
    return object == nullptr ? "" : squeeze_space(as_utf8(g_mime_object_get_header(object, name)));
}

/// The name of the sender, else the host of his address.
std::string sender_of(GMimeMessage* message) {
    InternetAddressList* senders = g_mime_message_get_from(message);
    if (senders == nullptr || internet_address_list_length(senders) == 0) {
        return "";
    }
    InternetAddress* sender = internet_address_list_get_address(senders, 0);
    const std::string name = squeeze_space(as_utf8(internet_address_get_name(sender)));
    if (!name.empty() && name.find('@') == std::string::npos) {
        return name;
    }
    const std::string address = INTERNET_ADDRESS_IS_MAILBOX(sender)
                                    ? as_utf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)))
                                    : "";
    return address.substr(address.find('@') == std::string::npos ? 0 : address.find('@') + 1);
}

std::string without_brackets(std::string_view text) {
    text = trim(text);
    return std::string(text.starts_with('<') && text.ends_with('>') ? text.substr(1, text.size() - 2) : text);
}

RawArticle article_of(GMimeMessage* message, MailText text) {
    RawArticle raw;
    Article& stated = raw.stated;
    stated.id = squeeze_space(as_utf8(g_mime_message_get_message_id(message)));
    stated.title = squeeze_space(as_utf8(g_mime_message_get_subject(message)));
    stated.source = sender_of(message);
    stated.url = without_brackets(header(GMIME_OBJECT(message), "Archived-At"));  // RFC 5064
    stated.language = header(g_mime_message_get_mime_part(message), "Content-Language");
    if (std::string date = header(GMIME_OBJECT(message), "Date"); !date.empty()) {
        raw.date_texts.emplace_back("mail:Date", std::move(date));
    }
    stated.body = std::move(text.plain);
    raw.html_body = std::move(text.html);
    raw.warnings = std::move(text.warnings);
    return raw;
}

void add_articles(GMimeMessage* message, int depth, std::vector<RawArticle>& articles) {
    MailText text = text_of_object(g_mime_message_get_mime_part(message), 0);
    const std::vector<GMimeMessage*> attached = std::move(text.attached);
    const bool has_text = !trim(text.plain).empty() || !trim(text.html).empty();
    RawArticle raw = article_of(message, std::move(text));
    if (has_text || (attached.empty() && !raw.stated.title.empty())) {
        articles.push_back(std::move(raw));
    }
    for (GMimeMessage* each : attached) {
        if (depth < deepest_part && articles.size() < most_attached) {
            add_articles(each, depth + 1, articles);
        }
    }
}

/// GMime's tables and how it takes headers that are not as they should be.
class Library {
public:
    Library() {
        g_mime_init();
        options_ = g_mime_parser_options_new();
        std::array<const char*, 3> charsets{"utf-8", "windows-1252", nullptr};
        g_mime_parser_options_set_fallback_charsets(options_, charsets.data());
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() {
        g_mime_parser_options_free(options_);
        g_mime_shutdown();
    }

    GMimeParserOptions* options() const { return options_; }

private:
    GMimeParserOptions* options_;
};

const Library& library() {
    static const Library the_library;
    return the_library;
}

}  // namespace

std::vector<RawArticle> articles_of_message(std::string_view message) {
    GMimeParserOptions* options = library().options();
    const Reference<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
    const Reference<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Reference<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), options));
    std::vector<RawArticle> articles;
    if (parsed) {
        add_articles(parsed.get(), 0, articles);
    }
    return articles;
}

}  // namespace dateline
