#include "searcher/article_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>

#include "common/text/graphemes.h"
#include "searcher/output/styled_text.h"

namespace dateline {
namespace {

std::string wrapped(const std::string& text, std::size_t width) {
    std::istringstream words(text);
    std::string out;
    std::size_t column = 0;
    for (std::string word; words >> word;) {
        const std::size_t columns = display_width(word);
        if (column > 0 && column + 1 + columns > width) {
            out += '\n';
            column = 0;
        }
        if (column > 0) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns;
    }
    return out;
}

void add_paragraphs(std::string& out, std::string_view text, std::size_t width) {
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        out += "\n" + wrapped(safe_for_terminal(text.substr(0, end)), width) + "\n";
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 2);
    }
}

}  // namespace

std::string article_as_text(const Article& article, std::size_t width, bool colours) {
    std::string out;
    const std::string title = wrapped(safe_for_terminal(article.title), width);
    if (!title.empty()) out += colours ? "\x1b[1m" + title + "\x1b[0m\n" : title + "\n";
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("{:<10} {}\n", std::string(name) + ":", safe_for_terminal(value));
    };
    line("date", article.published ? fmt::format("{} ({})", to_iso(article.published->date), article.published->from)
                                   : "undated");
    line("by", fmt::format("{}", fmt::join(article.authors, ", ")));
    line("agencies", fmt::format("{}", fmt::join(article.agencies, ", ")));
    line("source", article.source);
    line("section", article.section);
    line("language", article.language);
    line("url", article.url);
    line("from", article.path + (article.member.empty() ? "" : " " + article.member) +
                     (article.place.empty() ? "" : ", " + article.place));
    line("id", article.id);
    add_paragraphs(out, article.lead, width);
    add_paragraphs(out, article.body, width);
    for (const Caption& caption : article.captions) {
        add_paragraphs(out, "[Picture] " + caption.text + (caption.credit.empty() ? "" : " (" + caption.credit + ")"),
                       width);
    }
    return out;
}

}  // namespace dateline
