#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/results/highlighter.h"
#include "searcher/results/marks.h"
#include "searcher/results/snippets.h"

namespace dateline::tests {

/// A part of a query that these tests look for by themselves: words in a row, compared folded or by stem.
struct Mark {
    std::string field;
    std::vector<std::string> words;
    double weight = 1;
    bool stemmed = false;
};

inline Mark make_mark(const Analyzer& analyzer, std::string_view text, bool stemmed) {
    Mark mark;
    mark.stemmed = stemmed;
    for (const Token& token : analyzer.tokens(text)) mark.words.push_back(token.folded);
    return mark;
}

inline Mark word(const Analyzer& analyzer, std::string_view text, double weight = 1) {
    Mark mark = make_mark(analyzer, text, true);
    mark.weight = weight;
    return mark;
}

inline Mark phrase(const Analyzer& analyzer, std::string_view text) { return make_mark(analyzer, text, false); }

inline Mark in_field(Mark mark, std::string_view field) {
    mark.field = field;
    return mark;
}

/// Where the marks stand in a text.
inline std::vector<TokenMark> token_marks(const Analyzer& analyzer, std::string_view text, std::string_view language,
                                          std::string_view field, const std::vector<Mark>& marks) {
    const std::vector<Token> tokens = analyzer.tokens(text);
    std::vector<TokenMark> found;
    for (std::size_t part = 0; part < marks.size(); ++part) {
        const Mark& mark = marks[part];
        if (!mark.field.empty() && mark.field != field) continue;
        for (std::size_t at = 0; at + mark.words.size() <= tokens.size(); ++at) {
            bool all = true;
            for (std::size_t i = 0; i < mark.words.size(); ++i) {
                const std::string& folded = tokens[at + i].folded;
                const bool same = mark.stemmed && mark.words.size() == 1
                                      ? analyzer.stem(folded, language) == analyzer.stem(mark.words[i], language)
                                      : folded == mark.words[i];
                const bool goes_on = i == 0 || tokens[at + i].place.break_before != Break::paragraph;
                all = all && same && goes_on;
            }
            if (all) {
                const auto first = static_cast<std::uint32_t>(at);
                const auto length = static_cast<std::uint32_t>(mark.words.size());
                found.push_back({first, first + length, part, length > 1});
            }
        }
    }
    return found;
}

inline std::vector<MarkedSpan> find_marks(const Analyzer& analyzer, std::string_view text, std::string_view language,
                                          std::string_view field, const std::vector<Mark>& marks) {
    return place_marks(analyzer.tokens(text), token_marks(analyzer, text, language, field, marks));
}

inline Snippet make_snippet(const Analyzer& analyzer, std::vector<FieldText> texts, std::string_view language,
                            const std::vector<Mark>& marks, const SnippetOptions& options = {}) {
    std::vector<std::vector<TokenMark>> found;
    std::vector<double> weights;
    for (const FieldText& text : texts) found.push_back(token_marks(analyzer, text.text, language, text.field, marks));
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i].marks = found[i];
    for (const Mark& mark : marks) weights.push_back(mark.weight);
    return dateline::make_snippet(analyzer, texts, weights, options);
}

/// The text with [words] and <phrases> marked.
inline std::string with_marks(std::string_view text, const std::vector<Highlight>& highlights) {
    std::string marked;
    std::size_t point = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
            marked.push_back(text[at]);
            continue;
        }
        for (const Highlight& highlight : highlights) {
            if (highlight.end == point) {
                marked += highlight.phrase ? ">" : "]";
            }
        }
        for (const Highlight& highlight : highlights) {
            if (highlight.begin == point) {
                marked += highlight.phrase ? "<" : "[";
            }
        }
        if (at < text.size()) {
            marked.push_back(text[at]);
        }
        ++point;
    }
    return marked;
}

}  // namespace dateline::tests
