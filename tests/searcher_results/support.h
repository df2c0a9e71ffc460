#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/results/marks.h"

namespace dateline::tests {

inline Mark make_mark(const Analyzer& analyzer, std::string_view text, query::Exactness exactness) {
    Mark mark;
    for (const Token& token : analyzer.tokens(text)) {
        const auto& [begin, end] = std::pair(token.place.begin, token.place.end);
        mark.items.push_back({exactness, token.folded, std::string(text.substr(begin, end - begin))});
    }
    return mark;
}

inline Mark word(const Analyzer& analyzer, std::string_view text, double weight = 1) {
    Mark mark = make_mark(analyzer, text, query::Exactness::stemmed);
    mark.weight = weight;
    return mark;
}

inline Mark phrase(const Analyzer& analyzer, std::string_view text) {
    return make_mark(analyzer, text, query::Exactness::folded);
}

inline Mark literal(const Analyzer& analyzer, std::string_view text) {
    return make_mark(analyzer, text, query::Exactness::literal);
}

inline Mark in_field(Mark mark, std::string_view field) {
    mark.field = field;
    return mark;
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
