#include "searcher/suggestion/query_words.h"

#include <algorithm>

#include "common/text/character_class.h"
#include "common/text/code_point.h"

namespace dateline {
namespace {

bool has_only_letters(std::string_view word) {
    bool all = true;
    for_each_code_point(word, [&](UChar32 point) {
        const CharacterClass kind = class_of(point);
        all = all && (kind == CharacterClass::letter || kind == CharacterClass::extend);
    });
    return all;
}

class Collector {
public:
    Collector(std::string_view query, const Analyzer& analyzer) : query_(query), analyzer_(analyzer) {}

    void visit(const query::Node& node) { std::visit(*this, node.value); }

    void operator()(const query::Word& word) { add(word.text, word.exactness, word.span, true); }
    void operator()(const query::Phrase& phrase) { add(phrase.text, phrase.exactness, phrase.span, false); }
    void operator()(const query::Sequence& node) { visit_all(node.items); }
    void operator()(const query::Near& node) {
        visit(*node.left);
        visit(*node.right);
    }
    void operator()(const query::Modified& node) { visit(*node.child); }
    void operator()(const query::And& node) { visit_all(node.children); }
    void operator()(const query::Or& node) { visit_all(node.children); }
    void operator()(const query::Required& node) { visit(*node.child); }
    void operator()(const query::InField& node) {
        if (!node.filter) visit(*node.child);
    }
    void operator()(const query::Not&) {}
    void operator()(const query::Pattern&) {}
    void operator()(const query::DateRange&) {}
    void operator()(const query::LengthRange&) {}

    std::vector<QueryWord> take() { return std::move(words_); }

private:
    void visit_all(const std::vector<query::NodePtr>& nodes) {
        for (const query::NodePtr& node : nodes) visit(*node);
    }

    void add(std::string_view text, query::Exactness exactness, query::Span span, bool alone) {
        if (exactness == query::Exactness::literal) return;
        const std::size_t begin = query_.find(text, span.begin);
        if (begin == std::string_view::npos || begin >= span.end) return;
        const std::vector<Token> tokens = analyzer_.tokens(text);
        for (const Token& token : tokens) {
            const std::string_view written = text.substr(token.place.begin, token.place.end - token.place.begin);
            if (token.place.character || !has_only_letters(token.folded)) continue;
            const bool row = tokens.size() > 1;
            words_.push_back({std::string(written),
                              token.folded,
                              row ? query::Exactness::folded : exactness,
                              {begin + token.place.begin, begin + token.place.end},
                              alone && !row});
        }
    }

    std::string_view query_;
    const Analyzer& analyzer_;
    std::vector<QueryWord> words_;
};

}  // namespace

std::vector<QueryWord> words_of_query(const query::Node& tree, std::string_view query, const Analyzer& analyzer) {
    Collector collector(query, analyzer);
    collector.visit(tree);
    return collector.take();
}

}  // namespace dateline
