#include "searcher/page/reading_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/article_view.h"
#include "searcher/page/cite_view.h"
#include "searcher/page/marked_text.h"
#include "searcher/page/names_view.h"
#include "searcher/page/readable.h"
#include "searcher/page/result_facts.h"
#include "searcher/page/results_view.h"

namespace dateline::page {
namespace {

constexpr std::string_view between_paragraphs = "\n\n";

std::size_t hits_in(const MarkedArticle& article) {
    std::size_t hits = 0;
    for (const std::vector<Highlight>& highlights : article.highlights) hits += highlights.size();
    return hits;
}

class ReadingView {
public:
    ReadingView(HtmlWriter& html, const MarkedArticle& article, const PageAddress& page)
        : html_(html), marked_(article), article_(article.article), page_(page), text_(html, true) {}

    void write_text() {
        const auto element = html_.in("article", {{"class", "story"}});
        {
            const auto heading = html_.in("h1", {{"dir", "auto"}, {"lang", article_.language, has_language()}});
            if (article_.title.empty()) html_.text("(without a headline)");
            else text_.write(article_.title, marked_[TextField::title]);
        }
        write_byline();
        const auto words = html_.in("div", {{"class", "words"}, {"lang", article_.language, has_language()}});
        write_paragraphs("standfirst", article_.lead, marked_[TextField::lead]);
        write_paragraphs("", article_.body, marked_[TextField::body]);
        write_captions();
    }

    /// Steps over the hits; a script follows them with the keys.
    void write_hits(std::size_t hits) {
        if (page_.query.empty()) return;
        const auto nav = html_.in("nav", {{"class", "hits"}, {"aria-label", "Hits in this article"}});
        html_.element("a", {{"class", "back"}, {"href", address_of(page_)}, {"data-back", ""}}, "\u2190 Results");
        const std::string status = !marked_.matches ? "This article is not among the answers to the query."
                                   : hits == 0      ? "The query marks no words."
                                                    : readable_count(hits, "hit");
        html_.element("span", {{"class", "status"}, {"role", "status"}}, status);
        if (hits == 0) return;
        html_.element("a", {{"href", "#hit-1"}, {"data-hit", "first"}}, "First hit");
        html_.element("button", {{"type", "button"}, {"data-hit", "previous"}, {"hidden", ""}}, "\u2191 Previous");
        html_.element("button", {{"type", "button"}, {"data-hit", "next"}, {"hidden", ""}}, "\u2193 Next");
    }

    void write_provenance() {
        const auto section = html_.in("section");
        html_.element("h2", "Where this is from");
        const auto list = html_.in("dl", {{"class", "provenance"}});
        write_row("File", article_.path);
        write_row("Inside it", article_.member);
        write_row("Place", article_.place);
        write_address();
        if (article_.published) {
            write_row("Date", to_iso(article_.published->date));
            write_row("Date found in", article_.published->from);
        }
        write_row("Language", article_.language);
        write_row("Id", article_.id);
        write_row("Hash", marked_.hash);
    }

private:
    bool has_language() const { return !article_.language.empty(); }

    void write_byline() {
        const auto line = html_.in("p", {{"class", "facts"}});
        if (article_.published) {
            html_.element("time", {{"datetime", to_iso(article_.published->date)}},
                          readable_moment(article_.published->date));
        } else {
            html_.element("span", "undated");
        }
        const std::string authors = fmt::format("{}", fmt::join(article_.authors, ", "));
        const std::string agencies = fmt::format("{}", fmt::join(article_.agencies, ", "));
        for (const std::string* fact : {&authors, &article_.source, &agencies, &article_.section}) {
            if (fact->empty()) continue;
            html_.text(" \u00b7 ");
            html_.element("bdi", *fact);
        }
        if (const std::string_view url = web_address(article_.url); !url.empty()) {
            html_.text(" \u00b7 ");
            html_.element("a", {{"href", url}, {"rel", "noreferrer noopener external"}}, "at its source \u2197");
        }
    }

    void write_paragraphs(std::string_view kind, std::string_view text, const std::vector<Highlight>& highlights) {
        std::size_t point = 0;
        while (!text.empty()) {
            const std::string_view paragraph = text.substr(0, text.find(between_paragraphs));
            const std::size_t end = point + count_code_points(paragraph);
            {
                const auto element = html_.in("p", {{"dir", "auto"}, {"class", kind, !kind.empty()}});
                text_.write(paragraph, highlights_within(highlights, point, end));
            }
            text.remove_prefix(std::min(text.size(), paragraph.size() + between_paragraphs.size()));
            point = end + between_paragraphs.size();
        }
    }

    /// Marks count in all captions and credits, each parted from the next by "\n\n".
    void write_captions() {
        std::size_t point = 0;
        const auto write_part = [&](const std::string& text) {
            if (text.empty()) return;
            const std::size_t end = point + count_code_points(text);
            text_.write(text, highlights_within(marked_[TextField::caption], point, end));
            point = end + between_paragraphs.size();
        };
        for (const Caption& caption : article_.captions) {
            const auto figure = html_.in("figure", {{"class", "picture"}});
            const auto element = html_.in("figcaption", {{"dir", "auto"}});
            write_part(caption.text);
            if (caption.credit.empty()) continue;
            html_.text(" ");
            const auto credit = html_.in("small");
            write_part(caption.credit);
        }
    }

    void write_row(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        html_.element("dt", name);
        html_.element("dd", {{"dir", "auto"}}, value);
    }

    /// A link only where it is an address of the web; another one is shown and leads nowhere.
    void write_address() {
        if (web_address(article_.url).empty()) {
            write_row("Address", article_.url);
            return;
        }
        html_.element("dt", "Address");
        const auto value = html_.in("dd");
        html_.element("a", {{"href", article_.url}, {"rel", "noreferrer noopener external"}}, article_.url);
    }

    HtmlWriter& html_;
    const MarkedArticle& marked_;
    const Article& article_;
    const PageAddress& page_;
    MarkedText text_;
};

void write_similar(HtmlWriter& html, const std::vector<Result>& similar) {
    if (similar.empty()) return;
    const auto section = html.in("section");
    html.element("h2", "Similar articles");
    const auto list = html.in("ul", {{"class", "similar"}});
    for (Result result : similar) {
        result.title_highlights.clear();  // of words that the reader never asked for
        const auto item = html.in("li", {{"class", "result"}});
        write_result_head(html, result, {});
    }
}

}  // namespace

void write_article(HtmlWriter& html, const MarkedArticle& article, const std::vector<Result>& similar,
                   const PageAddress& page) {
    ReadingView view(html, article, page);
    view.write_hits(hits_in(article));
    const auto columns = html.in("div", {{"class", "columns"}});
    view.write_text();
    const auto aside = html.in("aside", {{"class", "beside"}, {"aria-label", "About this article"}});
    write_names(html, nlohmann::json::parse(article_as_json(article)));
    write_similar(html, similar);
    {
        const auto section = html.in("section");
        html.element("h2", "Cite");
        write_citation(html, result_of(article));
    }
    view.write_provenance();
}

}  // namespace dateline::page
