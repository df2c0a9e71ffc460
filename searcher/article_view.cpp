#include "searcher/article_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/output/json_values.h"
#include "searcher/output/styled_text.h"

namespace dateline {
namespace {

constexpr std::string_view between_paragraphs = "\n\n";

std::string with_brackets(std::string_view text, const std::vector<Highlight>& highlights) {
    std::string out;
    std::size_t point = 0;
    for (std::size_t at = 0; at <= text.size(); ++point) {
        for (const Highlight& highlight : highlights) out += highlight.end == point ? "]" : "";
        for (const Highlight& highlight : highlights) out += highlight.begin == point ? "[" : "";
        if (at == text.size()) break;
        const std::size_t begin = at;
        next_code_point(text, at);
        out += text.substr(begin, at - begin);
    }
    return out;
}

class ArticleView {
public:
    ArticleView(std::size_t width, bool colours) : width_(width), colours_(colours) {}

    void add(std::string_view text, const std::vector<Highlight>& highlights, Style style = Style::plain) {
        StyledText styled(colours_ ? std::string(text) : with_brackets(text, highlights), style);
        if (colours_) styled.mark(highlights);
        for (const std::string& line : styled.lines(width_, colours_)) out_ += line + "\n";
    }

    void add_fact(std::string_view name, const std::string& value) {
        if (!value.empty()) out_ += fmt::format("{:<10} {}\n", std::string(name) + ":", safe_for_terminal(value));
    }

    void add_paragraphs(std::string_view text, std::span<const Highlight> highlights) {
        std::size_t point = 0;
        while (!text.empty()) {
            const std::string_view paragraph = text.substr(0, text.find(between_paragraphs));
            const std::size_t end = point + count_code_points(paragraph);
            out_ += "\n";
            add(paragraph, highlights_within(highlights, point, end));
            text.remove_prefix(std::min(text.size(), paragraph.size() + between_paragraphs.size()));
            point = end + between_paragraphs.size();
        }
    }

    /// `marks` count from the caption's beginning; its credit follows two line feeds later.
    void add_caption(const Caption& caption, std::span<const Highlight> marks) {
        const std::size_t length = count_code_points(caption.text);
        const std::size_t credit_at = length == 0 ? 0 : length + between_paragraphs.size();
        std::string text = "[Picture] " + caption.text;
        std::vector<Highlight> moved = highlights_within(marks, 0, length);
        std::size_t before = text.size() - caption.text.size();
        for (Highlight& highlight : moved)
            highlight = {highlight.begin + before, highlight.end + before, highlight.phrase};
        if (!caption.credit.empty()) {
            text += " (" + caption.credit + ")";
            before += length + 2;
            for (const Highlight& highlight :
                 highlights_within(marks, credit_at, credit_at + count_code_points(caption.credit)))
                moved.push_back({highlight.begin + before, highlight.end + before, highlight.phrase});
        }
        out_ += "\n";
        add(text, moved);
    }

    std::string take() { return std::move(out_); }

private:
    std::size_t width_;
    bool colours_;
    std::string out_;
};

void add_facts(ArticleView& view, const Article& article) {
    view.add_fact("date", article.published
                              ? fmt::format("{} ({})", to_iso(article.published->date), article.published->from)
                              : "undated");
    view.add_fact("by", fmt::format("{}", fmt::join(article.authors, ", ")));
    view.add_fact("agencies", fmt::format("{}", fmt::join(article.agencies, ", ")));
    view.add_fact("source", article.source);
    view.add_fact("section", article.section);
    view.add_fact("language", article.language);
    view.add_fact("url", article.url);
    view.add_fact("also at", fmt::format("{}", fmt::join(article.urls, ", ")));
    view.add_fact("from", article.path + (article.member.empty() ? "" : " " + article.member) +
                              (article.place.empty() ? "" : ", " + article.place));
    view.add_fact("id", article.id);
}

void add_captions(ArticleView& view, const MarkedArticle& marked) {
    const std::vector<Highlight>& all = marked[TextField::caption];
    std::size_t begin = 0;
    for (const Caption& caption : marked.article.captions) {
        std::size_t end = begin;
        for (const std::string* part : {&caption.text, &caption.credit}) {
            if (!part->empty()) end += count_code_points(*part) + between_paragraphs.size();
        }
        view.add_caption(caption, highlights_within(all, begin, end));
        begin = end;
    }
}

std::string_view name_of(TextField field) {
    switch (field) {
    case TextField::title: return "title";
    case TextField::lead: return "lead";
    case TextField::body: return "body";
    case TextField::caption: break;
    }
    return "caption";
}

/// The mentions that name things, or those that speak of times.
nlohmann::ordered_json mentions_of(const MarkedArticle& marked, bool entities) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Mention& mention : marked.mentions) {
        if (is_entity(mention.kind) != entities) continue;
        const std::string_view text = marked.text(mention.text);
        const std::string_view written = text.substr(mention.begin_bytes, mention.end_bytes - mention.begin_bytes);
        const std::size_t start = count_code_points(text.substr(0, mention.begin_bytes));
        list.push_back({{"type", dateline::name_of(mention.kind)},
                        {"text", written},
                        {entities ? "name" : "value", mention.value},
                        {"field", name_of(mention.text)},
                        {"start", start},
                        {"end", start + count_code_points(written)}});
    }
    return list;
}

nlohmann::ordered_json record_of(const MarkedArticle& marked) {
    using nlohmann::ordered_json;
    const Article& article = marked.article;
    ordered_json captions = ordered_json::array();
    ordered_json credits = ordered_json::array();
    for (const Caption& caption : article.captions) {
        captions.push_back(caption.text);
        credits.push_back(caption.credit);
    }
    ordered_json published;
    if (article.published) {
        published = {{"value", to_iso(article.published->date)},
                     {"precision", dateline::name_of(article.published->date.precision)},
                     {"from", article.published->from}};
    }
    return {{"id", article.id},
            {"hash", marked.hash},
            {"path", article.path},
            {"member", article.member},
            {"place", article.place},
            {"url", article.url},
            {"urls", article.urls},
            {"title", article.title},
            {"lead", article.lead},
            {"body", article.body},
            {"captions", captions},
            {"credits", credits},
            {"authors", article.authors},
            {"agencies", article.agencies},
            {"source", article.source},
            {"section", article.section},
            {"language", article.language},
            {"published", published},
            {"entities", mentions_of(marked, true)},
            {"mentions", mentions_of(marked, false)}};
}

}  // namespace

std::string article_as_text(const MarkedArticle& marked, std::size_t width, bool colours) {
    ArticleView view(width, colours);
    view.add(marked.article.title, marked[TextField::title], Style::bold);
    add_facts(view, marked.article);
    view.add_paragraphs(marked.article.lead, marked[TextField::lead]);
    view.add_paragraphs(marked.article.body, marked[TextField::body]);
    add_captions(view, marked);
    return view.take();
}

std::string article_as_json(const MarkedArticle& marked) {
    nlohmann::ordered_json json = record_of(marked);
    if (!marked.query.empty()) {
        json["query"] = marked.query;
        json["interpreted"] = marked.interpreted;
        json["matches"] = marked.matches;
        json["exact"] = marked.exact;
        json["highlights"] = {{"title", to_json(marked[TextField::title])},
                              {"lead", to_json(marked[TextField::lead])},
                              {"body", to_json(marked[TextField::body])},
                              {"caption", to_json(marked[TextField::caption])}};
        json["notes"] = marked.notes;
    }
    return json_text(json, 2);
}

}  // namespace dateline
