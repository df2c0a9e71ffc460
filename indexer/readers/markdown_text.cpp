#include "indexer/readers/markdown_text.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t most_parsed_bytes = std::size_t{512} << 10;

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out.push_back(c);
        }
    }
}

std::string figure_of(std::string_view caption) {
    std::string html = "<figure><figcaption>";
    append_escaped(html, caption);
    return html + "</figcaption></figure>";
}

/// "photo" and "IMG_1234.jpg" are said for machines.
bool says_something(std::string_view caption) {
    constexpr std::ptrdiff_t least_blanks = 2;
    return std::ranges::count(trim(caption), ' ') >= least_blanks;
}

/// A picture is described for those who do not see it, and titled for those who do; either may be the caption. A title
/// may also be the credit alone.
std::string caption_of(std::string_view description, std::string_view title) {
    const bool credit = title.find(": ") != std::string_view::npos || title.starts_with("©");
    if (credit && says_something(description)) {
        return std::string(description) + " " + std::string(title);
    }
    return std::string(title.size() > description.size() || !says_something(description) ? title : description);
}

/// The value of `name="..."` in a tag of Hugo.
std::string_view value_in(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(std::string(name) + "=\"");
    if (at == std::string_view::npos) {
        return "";
    }
    const std::string_view rest = tag.substr(at + name.size() + 2);
    return rest.substr(0, rest.find('"'));
}

struct TagSigns {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<TagSigns, 5> tag_signs{
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"%%", "%%"}, {"![[", "]]"}}};

/// What stands for a tag: the caption it may have.
std::string caption_of_tag(const TagSigns& signs, std::string_view tag) {
    std::string_view caption = value_in(tag, "caption");
    if (signs.open == "![[") {
        const std::size_t bar = tag.find('|');
        caption = bar == std::string_view::npos ? "" : tag.substr(bar + 1);
    }
    return says_something(caption) ? "\n\n" + figure_of(caption) + "\n\n" : "";
}

/// Finds where tags end. A line is searched only once for each kind of tag that is not closed in it.
class TagEnds {
public:
    explicit TagEnds(std::string_view text) : text_(text) {}

    /// Offset behind the tag of that kind which begins at `at`; npos where it is not closed in its line.
    std::size_t find(std::size_t kind, std::size_t at) {
        line_end_ = at < line_end_ ? line_end_ : std::min(text_.find('\n', at), text_.size());
        if (unclosed_until_[kind] == line_end_) {
            return std::string_view::npos;
        }
        const TagSigns& signs = tag_signs[kind];
        const std::string_view line = text_.substr(0, line_end_);
        const std::size_t end = line.find(signs.close, at + signs.open.size());
        if (end == std::string_view::npos) {
            unclosed_until_[kind] = line_end_;
            return end;
        }
        return end + signs.close.size();
    }

private:
    std::string_view text_;
    std::size_t line_end_ = 0;
    std::array<std::size_t, tag_signs.size()> unclosed_until_{};
};

/// The text without the tags of programs that make pages of it. A tag stands in one line.
std::string without_tags(std::string_view text) {
    std::string kept;
    TagEnds ends(text);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next = text.find_first_of("{%!", at);
        kept += text.substr(at, next - at);
        if (next == std::string_view::npos) {
            break;
        }
        const auto* const signs = std::ranges::find_if(
            tag_signs, [&](const TagSigns& each) { return text.substr(next).starts_with(each.open); });
        const auto kind = static_cast<std::size_t>(signs - tag_signs.begin());
        const std::size_t end = signs == tag_signs.end() ? std::string_view::npos : ends.find(kind, next);
        if (end == std::string_view::npos) {
            kept.push_back(text[next]);
            at = next + 1;
            continue;
        }
        kept += caption_of_tag(*signs, text.substr(next, end - signs->close.size() - next));
        at = end;
    }
    return kept;
}

/// Writes what md4c finds.
class Writer {
public:
    bool write(std::string_view text) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_WIKILINKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = &on_enter_block;
        parser.leave_block = &on_leave_block;
        parser.enter_span = &on_enter_span;
        parser.leave_span = &on_leave_span;
        parser.text = &on_text;
        return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this) == 0;
    }

    MarkdownText take() { return std::move(result_); }

private:
    static Writer& of(void* self) { return *static_cast<Writer*>(self); }

    static int on_enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
        of(self).enter(type, detail);
        return 0;
    }
    static int on_leave_block(MD_BLOCKTYPE type, void* detail, void* self) {
        of(self).leave(type, detail);
        return 0;
    }
    static int on_enter_span(MD_SPANTYPE type, void* /*detail*/, void* self) {
        of(self).pictures_ += type == MD_SPAN_IMG ? 1 : 0;
        return 0;
    }
    static int on_leave_span(MD_SPANTYPE type, void* detail, void* self) {
        if (type == MD_SPAN_IMG) {
            const MD_ATTRIBUTE title = static_cast<MD_SPAN_IMG_DETAIL*>(detail)->title;
            of(self).end_picture(title.text == nullptr ? std::string_view() : std::string_view(title.text, title.size));
        }
        return 0;
    }
    static int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        of(self).text(type, {text, size});
        return 0;
    }

    static std::string name_of(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_QUOTE: return "blockquote";
        case MD_BLOCK_UL: return "ul";
        case MD_BLOCK_OL: return "ol";
        case MD_BLOCK_LI: return "li";
        case MD_BLOCK_H: return "h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        case MD_BLOCK_CODE: return "pre";
        case MD_BLOCK_P: return "p";
        case MD_BLOCK_TABLE: return "table";
        case MD_BLOCK_TR: return "tr";
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: return "td";
        default: return "";
        }
    }

    void enter(MD_BLOCKTYPE type, void* detail) {
        const std::string name = name_of(type, detail);
        in_heading_ = name == "h1" && result_.html.empty() && result_.heading.empty();
        if (!name.empty() && !in_heading_) {
            result_.html += "<" + name + ">";
        }
    }

    void leave(MD_BLOCKTYPE type, void* detail) {
        const std::string name = name_of(type, detail);
        if (!name.empty() && !in_heading_) {
            result_.html += "</" + name + ">";
        }
        in_heading_ = false;
        if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_LI || type == MD_BLOCK_TD ||
            type == MD_BLOCK_TH || type == MD_BLOCK_CODE) {
            end_paragraph();
        }
    }

    void end_paragraph() {
        for (const std::string& caption : captions_) {
            result_.html += figure_of(caption);
            result_.lines += "\n\n" + caption;
        }
        captions_.clear();
        result_.lines += result_.lines.ends_with("\n\n") ? "" : "\n\n";
    }

    void end_picture(std::string_view title) {
        --pictures_;
        if (pictures_ == 0) {
            const std::string caption = caption_of(trim(picture_), trim(title));
            if (says_something(caption)) {
                captions_.push_back(squeeze_space(caption));
            }
            picture_.clear();
        }
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        const bool is_break = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;
        if (pictures_ > 0) {
            picture_ += is_break ? " " : text;
            return;
        }
        if (type != MD_TEXT_HTML) {
            result_.lines += type == MD_TEXT_BR ? "\n" : type == MD_TEXT_SOFTBR ? " " : text;
        }
        std::string& out = in_heading_ ? result_.heading : result_.html;
        if (is_break) {
            out += type == MD_TEXT_BR ? "<br>" : "\n";
        } else if (type == MD_TEXT_ENTITY || type == MD_TEXT_HTML) {
            out += text;
        } else if (type == MD_TEXT_NULLCHAR) {
            out += "\xEF\xBF\xBD";
        } else {
            append_escaped(out, text);
        }
    }

    MarkdownText result_;
    std::vector<std::string> captions_;  ///< of the block at hand
    std::string picture_;                ///< what stands for a picture
    int pictures_ = 0;                   ///< inside how many
    bool in_heading_ = false;
};

}  // namespace

std::optional<MarkdownText> read_markdown(std::string_view text) {
    if (text.size() > most_parsed_bytes) {
        return std::nullopt;
    }
    Writer writer;
    return writer.write(without_tags(text)) ? std::optional(writer.take()) : std::nullopt;
}

}  // namespace dateline
