#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "searcher/match/article_words.h"
#include "searcher/match/spans.h"
#include "searcher/match/word_class.h"
#include "searcher/query/ast.h"

/// Where in an article an operand of the query stands: words, rows of them, and what proximity makes of them. The one
/// place that decides which articles a positional query matches and which of its words are marked.
namespace dateline {

/// A place of a leaf that takes part in a match.
struct PartSpan {
    std::size_t part = 0;  ///< number of the leaf in the query
    WordSpan words;
    bool phrase = false;  ///< of several words

    auto operator<=>(const PartSpan&) const = default;
};

class SpanExpression {
public:
    SpanExpression() = default;
    SpanExpression(const SpanExpression&) = delete;
    SpanExpression& operator=(const SpanExpression&) = delete;
    virtual ~SpanExpression() = default;

    /// All spans that satisfy the expression in an article whose language has this bit; sorted, each once.
    virtual std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const = 0;
    /// Adds the places of leaves that the wanted spans (some of find()'s) are made of.
    virtual void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
                      std::vector<PartSpan>& marks) const = 0;
};

using SpanExpressionPtr = std::unique_ptr<SpanExpression>;

/// The word numbers that one place accepts, by the languages of the articles in which they count.
using LanguageIds = std::vector<std::pair<LanguageMask, IdSet>>;

/// Words in a row, in one paragraph and in the fields asked for.
class RowExpression : public SpanExpression {
public:
    RowExpression(std::vector<LanguageIds> items, FieldMask fields, std::size_t part)
        : items_(std::move(items)), fields_(fields), part_(part) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    std::vector<LanguageIds> items_;
    FieldMask fields_;
    std::size_t part_;
};

/// Expressions in a row: each begins where the one before ends, all in one paragraph. Marked as one.
class SequenceExpression : public SpanExpression {
public:
    SequenceExpression(std::vector<SpanExpressionPtr> items, std::size_t part)
        : items_(std::move(items)), part_(part) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    std::vector<SpanExpressionPtr> items_;
    std::size_t part_;
};

/// All items, two or more, in any order and none overlapping, within a stretch of one text: the distance from the end
/// of its first to the beginning of its last item is at most `within`.
class StretchExpression : public SpanExpression {
public:
    StretchExpression(std::vector<SpanExpressionPtr> items, unsigned within)
        : items_(std::move(items)), within_(within) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    std::vector<SpanExpressionPtr> items_;
    unsigned within_;
};

/// Any of several.
class EitherExpression : public SpanExpression {
public:
    explicit EitherExpression(std::vector<SpanExpressionPtr> items) : items_(std::move(items)) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    std::vector<SpanExpressionPtr> items_;
};

/// What a Near node says, without its operands.
struct Proximity {
    query::Reach reach = query::Reach::words;
    std::uint32_t distance = 0;
    bool ordered = false;

    /// Whether two spans that do not overlap are near enough.
    bool holds(const ArticleWords& words, WordSpan left, WordSpan right) const;
};

/// Both near each other: the stretches from the beginning of one to the end of the other.
class NearExpression : public SpanExpression {
public:
    NearExpression(SpanExpressionPtr left, SpanExpressionPtr right, Proximity proximity)
        : left_(std::move(left)), right_(std::move(right)), proximity_(proximity) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    SpanExpressionPtr left_;
    SpanExpressionPtr right_;
    Proximity proximity_;
};

/// The left ones that have no right one near.
class AloneExpression : public SpanExpression {
public:
    AloneExpression(SpanExpressionPtr left, SpanExpressionPtr right, Proximity proximity)
        : left_(std::move(left)), right_(std::move(right)), proximity_(proximity) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override;

private:
    SpanExpressionPtr left_;
    SpanExpressionPtr right_;
    Proximity proximity_;
};

/// Those that end within the first words of the article.
class EarlyExpression : public SpanExpression {
public:
    EarlyExpression(SpanExpressionPtr inner, std::uint32_t words) : inner_(std::move(inner)), first_words_(words) {}
    std::vector<WordSpan> find(const ArticleWords& words, LanguageMask language) const override;
    void mark(const ArticleWords& words, LanguageMask language, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override {
        inner_->mark(words, language, wanted, marks);
    }

private:
    SpanExpressionPtr inner_;
    std::uint32_t first_words_;
};

}  // namespace dateline
