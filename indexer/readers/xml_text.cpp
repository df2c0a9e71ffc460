#include "indexer/readers/xml_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Elements of XHTML and NITF that stand on lines of their own.
constexpr auto blocks = std::to_array<std::string_view>(
    {"abstract", "address", "article",    "aside", "bibliography", "blockquote", "block",        "body",    "bq",
     "caption",  "center",  "dd",         "div",   "dl",           "dt",         "fn",           "footer",  "h1",
     "h2",       "h3",      "h4",         "h5",    "h6",           "header",     "hl1",          "hl2",     "hr",
     "li",       "main",    "nitf-table", "note",  "ol",           "p",          "pre",          "section", "table",
     "tagline",  "tbody",   "tfoot",      "thead", "tr",           "ul",         "body.content", "body.end"});
/// Elements whose text nobody reads.
constexpr auto unseen = std::to_array<std::string_view>(
    {"head", "script", "style", "template", "noscript", "media-metadata", "media-object", "nitf-table-metadata"});

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

void add_paragraph(std::string_view paragraph, std::string& body) {
    if (!paragraph.empty()) {
        body += (body.empty() ? "" : "\n\n") + std::string(paragraph);
    }
}

/// The header of an HTML5 article repeats what the metadata says: headline, byline, date.
bool repeats_metadata(const XmlElement& element) {
    return element.name == "header" && (element.child("h1") != nullptr || element.at("hgroup/h1") != nullptr);
}

/// The caption of NITF's `media` or HTML's `figure`.
Caption caption_of_figure(const XmlElement& element) {
    std::string text;
    std::string credit;
    const auto read = [&](const XmlElement& part) {
        if (part.name == "media-caption" || part.name == "figcaption") {
            add_paragraph(squeeze_space(part.all_text()), text);
        } else if (part.name == "media-producer" || part.attribute("class") == "credit" ||
                   part.attribute("class") == "byline") {
            credit = squeeze_space(part.all_text());
        }
    };
    std::ranges::for_each(element.children, read);
    return {std::move(text), std::move(credit)};
}

class BlockWalk {
public:
    void walk(const XmlElement& element) {
        for (const XmlElement& child : element.children) {
            if (child.is_text()) {
                line_ += child.text;
            } else if (!is_one_of(unseen, child.name) && !repeats_metadata(child)) {
                visit(child);
            }
        }
    }

    XmlText finish() {
        end_block();
        return std::move(text_);
    }

private:
    void visit(const XmlElement& element) {
        if (element.name == "media" || element.name == "figure") {
            if (Caption caption = caption_of_figure(element); !caption.text.empty() || !caption.credit.empty()) {
                text_.captions.push_back(std::move(caption));
                return;
            }
        }
        if (element.name == "br") {
            line_ += '\n';
        } else if (is_one_of(blocks, element.name)) {
            end_block();
            walk(element);
            end_block();
        } else {
            walk(element);
        }
        if (element.name == "td" || element.name == "th") {
            line_ += ' ';
        }
    }

    void end_block() { add_paragraph(typed_paragraphs(std::exchange(line_, {})), text_.body); }

    XmlText text_;
    std::string line_;
};

/// Calls `visit` for each line that is not empty: its words, whether it is indented, whether an empty one stands
/// before.
template <typename Visit>
void each_line(std::string_view text, Visit visit) {
    constexpr std::size_t least_indent = 2;
    bool gap = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::string_view words = trim(line);
        if (!words.empty()) {
            visit(words, line.find_first_not_of(" \t\r") >= least_indent, gap);
        }
        gap = words.empty();
        begin = end + 1;
    }
}

/// Whether indents mean something: some lines have them and some have none. The first line does not count: it stands
/// behind its tag, or is indented with it.
bool has_indents(std::string_view text) {
    std::size_t lines = 0;
    std::size_t indented = 0;
    each_line(text, [&](std::string_view /*words*/, bool is_indented, bool /*gap*/) {
        indented += lines > 0 && is_indented ? 1U : 0U;
        ++lines;
    });
    return indented > 0 && indented + 1 < lines;
}

}  // namespace

std::string typed_paragraphs(std::string_view text) {
    const bool indents = has_indents(text);
    std::string body;
    std::string paragraph;
    each_line(text, [&](std::string_view words, bool is_indented, bool gap) {
        if (gap || (indents && is_indented)) {
            add_paragraph(squeeze_space(std::exchange(paragraph, {})), body);
        }
        paragraph += (paragraph.empty() ? "" : " ") + std::string(words);
    });
    add_paragraph(squeeze_space(paragraph), body);
    return body;
}

XmlText text_of_blocks(const XmlElement& element) {
    BlockWalk walk;
    walk.walk(element);
    return walk.finish();
}

void add_dateline(std::string_view dateline, std::string& body) {
    constexpr std::size_t most_before = 16;  // "(ANSA) - "
    const std::string line = squeeze_space(dateline);
    const std::string place = lower_ascii(trim(std::string_view(line).substr(0, line.find_first_of(",(-/0123456789"))));
    if (line.empty() || lower_ascii(body.substr(0, place.size() + most_before)).find(place) != std::string::npos) {
        return;
    }
    body.insert(0, line + (body.empty() ? "" : "\n\n"));
}

}  // namespace dateline
