#pragma once

#include <vector>

#include "indexer/html/document.h"

namespace dateline {

/// What the names that its makers gave an element say of it: class, id, role, itemprop and the like. English words and
/// a few of other languages that style sheets all over the world share; never names of one site.
struct ElementNames {
    bool boilerplate = false;   ///< navigation, share bars, related links, comments, advertising, consent
    bool byline = false;        ///< authors, dates
    bool author = false;        ///< of these, authors alone
    bool caption = false;       ///< of pictures, with credits
    bool lead = false;          ///< standfirst, dek, summary
    bool comments = false;      ///< what readers wrote
    bool consent = false;       ///< asks to agree to cookies
    bool article_body = false;  ///< says outright that it holds the text of the article
    bool content = false;       ///< article, story, content, post
    bool hidden = false;        ///< not shown, or to screen readers only
    bool social_post = false;   ///< an embedded tweet or the like, which is part of the story
};

/// The names of all elements of a page, read once.
class PageNames {
public:
    explicit PageNames(const Document& document);
    const ElementNames& operator[](NodeId id) const { return names_[id]; }

private:
    std::vector<ElementNames> names_;
};

}  // namespace dateline
