#include "searcher/marked_article.h"

#include <iterator>
#include <utility>

#include "common/index/article_text.h"
#include "common/text/utf8.h"
#include "searcher/results/highlighter.h"

namespace dateline {

std::string_view MarkedArticle::text(TextField field) const {
    switch (field) {
    case TextField::title: return article.title;
    case TextField::lead: return article.lead;
    case TextField::body: return article.body;
    case TextField::caption: return captions;
    }
    return {};
}

MarkedArticle unmarked(Article article) {
    MarkedArticle marked;
    marked.article = std::move(article);
    marked.captions = texts_of(marked.article).captions;
    return marked;
}

void place_highlights(MarkedArticle& marked, const ArticleMarks& marks, const Analyzer& analyzer) {
    const ArticleTexts texts = texts_of(marked.article);
    const auto placed = [&](TextField field) {
        const std::string_view text = texts[field];
        return to_highlights(text, place_marks(analyzer.tokens(text), marks[field]));
    };
    for (const TextField field : text_fields) marked.highlights[static_cast<std::size_t>(field)] = placed(field);
    if (!texts.lead_is_in_body) return;
    auto& lead = marked.highlights[static_cast<std::size_t>(TextField::lead)];
    auto& body = marked.highlights[static_cast<std::size_t>(TextField::body)];
    const std::size_t before = count_code_points(std::string_view(marked.article.body).substr(0, texts.body_offset));
    for (Highlight& highlight : body) {
        highlight.begin += before;
        highlight.end += before;
    }
    body.insert(body.begin(), std::make_move_iterator(lead.begin()), std::make_move_iterator(lead.end()));
    lead.clear();
}

}  // namespace dateline
