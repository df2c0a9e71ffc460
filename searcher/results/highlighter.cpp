#include "searcher/results/highlighter.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {

namespace {

using query::Exactness;

bool applies(const Mark& mark, std::string_view field) {
    return !mark.items.empty() && (mark.field.empty() || mark.field == field);
}

/// One pass over the tokens: each is looked up among the first words of all marks, by its folded
/// form and its stem; only where one is met the rest of the phrase is compared.
class MarkFinder {
public:
    MarkFinder(const Analyzer& analyzer, std::string_view text, std::span<const Token> tokens,
               std::string_view language, std::span<const Mark> marks)
        : analyzer_(analyzer), text_(text), tokens_(tokens), language_(language), marks_(marks) {}

    std::vector<MarkedSpan> find(std::string_view field) {
        prepare(field);
        for (std::size_t token = 0; token < tokens_.size(); ++token) {
            if (const auto found = by_folded_.find(tokens_[token].folded); found != by_folded_.end()) {
                try_marks(found->second, token);
            }
            if (by_stem_.empty()) {
                continue;
            }
            if (const auto found = by_stem_.find(stem_of(literal(token))); found != by_stem_.end()) {
                MarkList others;  // those with the same folded word have been tried
                std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(others),
                             [&](auto mark) { return marks_[mark].items.front().folded != tokens_[token].folded; });
                try_marks(others, token);
            }
        }
        sort_spans();
        return std::move(spans_);
    }

private:
    using MarkList = std::vector<std::size_t>;

    void prepare(std::string_view field) {
        stems_.resize(marks_.size());
        for (std::size_t mark = 0; mark < marks_.size(); ++mark) {
            if (!applies(marks_[mark], field)) {
                continue;
            }
            for (const MarkItem& item : marks_[mark].items) {
                stems_[mark].push_back(item.exactness == Exactness::stemmed ? stem_of(item.literal) : std::string());
            }
            const MarkItem& first = marks_[mark].items.front();
            by_folded_[first.folded].push_back(mark);
            if (first.exactness == Exactness::stemmed) by_stem_[stems_[mark].front()].push_back(mark);
        }
    }

    void try_marks(const MarkList& marks, std::size_t token) {
        for (const std::size_t mark : marks) {
            const std::size_t length = marks_[mark].items.size();
            if (stands_at(mark, token)) {
                spans_.push_back({tokens_[token].place.begin, tokens_[token + length - 1].place.end, mark, length > 1});
            }
        }
    }

    bool stands_at(std::size_t mark, std::size_t token) const {
        const std::size_t length = marks_[mark].items.size();
        if (length > tokens_.size() - token) {
            return false;
        }
        for (std::size_t i = 0; i < length; ++i) {
            if ((i > 0 && tokens_[token + i].place.break_before == Break::paragraph) || !meets(mark, i, token + i)) {
                return false;
            }
        }
        return true;
    }

    bool meets(std::size_t mark, std::size_t at, std::size_t token) const {
        const MarkItem& item = marks_[mark].items[at];
        switch (item.exactness) {
        case Exactness::stemmed:
            return tokens_[token].folded == item.folded || stem_of(literal(token)) == stems_[mark][at];
        case Exactness::folded: return tokens_[token].folded == item.folded;
        case Exactness::literal: break;
        }
        return literal(token) == item.literal;
    }

    std::string_view literal(std::size_t token) const {
        const Segment& place = tokens_[token].place;
        return text_.substr(place.begin, place.end - place.begin);
    }

    std::string stem_of(std::string_view word) const { return analyzer_.stem(word, language_); }

    void sort_spans() {
        std::sort(spans_.begin(), spans_.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
            return std::tuple(a.begin, b.end, a.mark) < std::tuple(b.begin, a.end, b.mark);
        });
    }

    const Analyzer& analyzer_;
    std::string_view text_;
    std::span<const Token> tokens_;
    std::string_view language_;
    std::span<const Mark> marks_;
    std::vector<std::vector<std::string>> stems_;  ///< of each mark's items; empty for those not stemmed
    std::unordered_map<std::string, MarkList> by_folded_;
    std::unordered_map<std::string, MarkList> by_stem_;
    std::vector<MarkedSpan> spans_;
};

}  // namespace

bool has_marks_for(std::string_view field, std::span<const Mark> marks) {
    return std::any_of(marks.begin(), marks.end(), [field](const Mark& mark) { return applies(mark, field); });
}

std::vector<MarkedSpan> find_marks(const Analyzer& analyzer, std::string_view text, std::string_view language,
                                   std::string_view field, std::span<const Mark> marks) {
    if (!has_marks_for(field, marks)) {
        return {};
    }
    return find_marks(analyzer, text, analyzer.tokens(text), language, field, marks);
}

std::vector<MarkedSpan> find_marks(const Analyzer& analyzer, std::string_view text, std::span<const Token> tokens,
                                   std::string_view language, std::string_view field, std::span<const Mark> marks) {
    return MarkFinder(analyzer, text, tokens, language, marks).find(field);
}

std::vector<Highlight> to_highlights(std::string_view text, std::span<const MarkedSpan> spans) {
    std::vector<Highlight> highlights;
    std::size_t counted_bytes = 0;
    std::size_t counted = 0;
    std::uint32_t covered_until = 0;
    for (const MarkedSpan& span : spans) {
        // Sorted by begin, longest first: what ends no later than one before it lies inside that.
        if (span.end <= covered_until) {
            continue;
        }
        covered_until = span.end;
        counted += count_code_points(text.substr(counted_bytes, span.begin - counted_bytes));
        counted_bytes = span.begin;
        const std::size_t length = count_code_points(text.substr(span.begin, span.end - span.begin));
        highlights.push_back({counted, counted + length, span.phrase});
    }
    return highlights;
}

}  // namespace dateline
