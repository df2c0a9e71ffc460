#include "common/index/article_text.h"

namespace dateline {
namespace {

std::string joined_captions(const Article& article) {
    std::string text;
    for (const Caption& caption : article.captions) {
        for (const std::string* part : {&caption.text, &caption.credit}) {
            if (part->empty()) continue;
            if (!text.empty()) text += "\n\n";
            text += *part;
        }
    }
    return text;
}

}  // namespace

std::string_view ArticleTexts::operator[](TextField field) const {
    switch (field) {
    case TextField::title: return title;
    case TextField::lead: return lead;
    case TextField::body: return body;
    case TextField::caption: return captions;
    }
    return {};
}

ArticleTexts texts_of(const Article& article) {
    ArticleTexts texts{article.title, article.lead, article.body, joined_captions(article)};
    if (!texts.lead.empty()) return texts;
    texts.lead_is_in_body = true;
    const std::size_t end = texts.body.find("\n\n");
    texts.lead = texts.body.substr(0, end);
    texts.body_offset = end == std::string_view::npos ? texts.body.size() : end + 2;
    texts.body = texts.body.substr(texts.body_offset);
    return texts;
}

}  // namespace dateline
