#include "indexer/html/page_title.h"

#include <algorithm>
#include <vector>

#include "indexer/html/element_names.h"
#include "indexer/html/plain_text.h"
#include "indexer/html/word_overlap.h"

namespace dateline {

namespace {

/// What the page is called in its metadata, the most telling first.
std::vector<std::string> stated_titles(const PageHead& head, const LinkedArticle& linked) {
    const std::string site(head.meta({"og:site_name", "application-name"}));
    std::vector<std::string> titles;
    const auto add = [&titles](std::string title) {
        if (!title.empty()) {
            titles.push_back(std::move(title));
        }
    };
    add(linked.headline);
    const std::string publisher = site.empty() ? linked.publisher : site;
    add(without_site(plain_text(head.meta({"og:title"})), publisher));
    add(without_site(plain_text(head.meta({"twitter:title", "dc.title", "parsely-title", "sailthru.title"})),
                     publisher));
    add(without_site(head.title, publisher));
    return titles;
}

double agreement(const WordBag& text, const std::vector<WordBag>& stated) {
    double best = 0;
    for (const WordBag& title : stated) {
        best = std::max(best, text.overlap(title));
    }
    return best;
}

}  // namespace

PageTitle find_title(const Document& document, const PageHead& head, const LinkedArticle& linked) {
    const std::vector<std::string> stated = stated_titles(head, linked);
    const std::vector<WordBag> bags(stated.begin(), stated.end());
    constexpr double agrees = 0.5;
    PageTitle best;
    double best_score = 0;
    NodeId only_h1 = 0;
    unsigned h1s = 0;
    for (NodeId id = 0; id < document.size(); ++id) {
        const Tag tag = document[id].tag;
        if (!is_heading(tag) || tag > Tag::h3) {
            continue;
        }
        const std::string text = document.text_of(id);
        if (text.empty()) {
            continue;
        }
        if (tag == Tag::h1) {
            ++h1s;
            only_h1 = id;
        }
        const double rank = tag == Tag::h1 ? 0.2 : tag == Tag::h2 ? 0.0 : -0.1;
        const double agreed = agreement(WordBag(text), bags);
        if (agreed >= agrees && agreed + rank > best_score + 0.001) {
            best = {text, id};
            best_score = agreed + rank;
        }
    }
    if (best.heading == 0 && h1s == 1 &&
        !(word_overlap(document.text_of(only_h1), head.meta({"og:site_name"})) > 0.5)) {
        if (plain_words(document.text_of(only_h1)).size() >= 3) {
            return {document.text_of(only_h1), only_h1};
        }
    }
    if (best.heading == 0 && !stated.empty()) {
        best.text = stated.front();
    }
    return best;
}

}  // namespace dateline
