#include "indexer/html/script_text.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/html/blocks.h"
#include "indexer/html/plain_text.h"
#include "indexer/wording/paragraphs.h"

// Editors keep a text as a list of paragraphs, each an object with its text, or with a list of its parts: plain text,
// links, stress. So whatever the keys above it are called, an article is a long list of objects whose texts are mostly
// sentences.
namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest_paragraph = 40;
constexpr int deepest_part = 12;  ///< of a paragraph: a list's item's paragraph's link's text
constexpr std::size_t least_width = 500;

/// Keys that hold the text of a paragraph or of a part of it.
constexpr auto text_keys = std::to_array<std::string_view>(
    {"text", "value", "content", "children", "html", "contents", "body", "paragraph", "copy", "spans", "items"});

/// What parts of a text are called that say nothing: pictures, films, newsletters, advertising.
bool is_silent_part(object fields) {
    constexpr auto silent = std::to_array<std::string_view>(
        {"image", "photo", "video", "audio", "newsletter", "advert", "embed", "related", "gallery", "promo", "media"});
    for (const std::string_view key : {"type", "nodeType", "_type", "__typename", "name"}) {
        std::string_view kind;
        if (fields.at_key(key).get(kind) == simdjson::SUCCESS) {
            return kind == "ad" || std::ranges::any_of(silent, [kind](std::string_view word) {
                       return kind.find(word) != std::string_view::npos;
                   });
        }
    }
    return false;
}

void append_text(element value, int depth, std::string& text) {
    std::string_view own;
    if (depth > deepest_part) {
        return;
    }
    if (value.get(own) == simdjson::SUCCESS) {
        text += own;
    } else if (value.is_array()) {
        for (const element part : array(value)) {
            append_text(part, depth + 1, text);
        }
    } else if (value.is_object() && !is_silent_part(object(value))) {
        for (const std::string_view key : text_keys) {
            element part;
            if (object(value).at_key(key).get(part) == simdjson::SUCCESS) {
                append_text(part, depth + 1, text);
                return;
            }
        }
    }
}

std::vector<std::string> paragraphs_of_html(std::string_view html) {
    const Document fragment{std::string(html)};
    std::vector<std::string> paragraphs;
    for (Block& block : blocks_of(fragment)) {
        paragraphs.push_back(std::move(block.text));
    }
    return paragraphs;
}

std::vector<std::string> paragraphs_of_list(array list) {
    std::vector<std::string> paragraphs;
    for (const element item : list) {
        std::string text;
        append_text(item, 0, text);
        const bool has_markup = text.find_first_of("<&") != std::string::npos;
        if (std::string paragraph = has_markup ? plain_text(text) : squeeze_space(text); !paragraph.empty()) {
            paragraphs.push_back(std::move(paragraph));
        }
    }
    return paragraphs;
}

/// Columns of running text. Other texts beside it are subheads and list items as long as they are few.
std::size_t prose_width(const std::vector<std::string>& paragraphs) {
    constexpr std::size_t shortest_sentence = 40;
    std::size_t width = 0;
    std::size_t sentences = 0;
    for (const std::string& paragraph : paragraphs) {
        const std::size_t own = width_of(paragraph);
        const bool prose = own >= shortest_sentence && ends_sentence(paragraph);
        width += prose ? own : 0;
        sentences += prose ? 1U : 0U;
    }
    return sentences * 2 > paragraphs.size() ? width : 0;
}

class LongestText {
public:
    void visit(element value, int depth) {
        if (depth > deepest_paragraph) {
            return;
        }
        std::string_view text;
        if (value.is_array()) {
            if (array(value).size() > 1) {
                offer(paragraphs_of_list(array(value)));
            }
            for (const element item : array(value)) {
                visit(item, depth + 1);
            }
        } else if (value.is_object()) {
            for (const auto field : object(value)) {
                visit(field.value, depth + 1);
            }
        } else if (value.get(text) == simdjson::SUCCESS && text.size() >= least_width &&
                   text.find("<p") != std::string_view::npos) {
            offer(paragraphs_of_html(text));
        }
    }

    std::vector<std::string> take() { return std::move(best_); }

private:
    void offer(std::vector<std::string> paragraphs) {
        const std::size_t width = prose_width(paragraphs);
        if (width >= least_width && width > width_) {
            width_ = width;
            best_ = std::move(paragraphs);
        }
    }

    std::vector<std::string> best_;
    std::size_t width_ = 0;
};

}  // namespace

std::vector<std::string> paragraphs_in_scripts(const Document& document) {
    simdjson::dom::parser parser;
    LongestText longest;
    for (NodeId id = document.find(Tag::script); id < document.size(); id = document.find(Tag::script, id + 1)) {
        const std::string_view script = document[id].end > id + 1 ? document[id + 1].text : std::string_view();
        const std::size_t begin = script.find_first_of("{[");
        const std::size_t end = script.find_last_of("}]");
        if (script.size() < least_width || begin == std::string_view::npos || end == std::string_view::npos ||
            end < begin || document.attribute(id, "type").find("ld+json") != std::string_view::npos) {
            continue;
        }
        element root;
        if (parser.parse(script.data() + begin, end - begin + 1).get(root) == simdjson::SUCCESS) {
            longest.visit(root, 0);
        }
    }
    return longest.take();
}

}  // namespace dateline
