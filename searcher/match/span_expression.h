#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/match/article_words.h"
#include "searcher/match/near_counter.h"
#include "searcher/match/span_work.h"
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

/// The word numbers that one place accepts, by the languages of the articles in which they count.
using LanguageIds = std::vector<std::pair<LanguageMask, IdSet>>;

/// An article that is looked at.
struct SpanScene {
    const ArticleWords& words;
    LanguageMask language = 0;  ///< the bit of the article's language
    SpanWork& work;
    std::uint32_t row = 0;  ///< the article's in its segment
};

class SpanExpression {
public:
    SpanExpression() = default;
    SpanExpression(const SpanExpression&) = delete;
    SpanExpression& operator=(const SpanExpression&) = delete;
    virtual ~SpanExpression() = default;

    /// All spans that satisfy the expression; sorted, each once. Throws UsageError where that is too much work.
    virtual std::vector<WordSpan> find(const SpanScene& scene) const = 0;
    /// Whether find() may find something in an article with this stream: a quick look that need not be sure.
    virtual bool may_stand_in(std::string_view /*stream*/, LanguageMask /*language*/) const { return true; }
    /// How many spans there are in an article with this stream, by the field of their first word, where that can be
    /// told without decoding it.
    virtual std::optional<FieldFrequency> count_in(std::string_view /*stream*/, LanguageMask /*language*/) const {
        return std::nullopt;
    }
    /// The words that are its spans, wherever they stand; null for anything but single words in all fields.
    virtual const LanguageIds* single_words() const { return nullptr; }
    /// Adds the places of leaves that the wanted spans (some of find()'s) are made of.
    virtual void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
                      std::vector<PartSpan>& marks) const = 0;
};

using SpanExpressionPtr = std::unique_ptr<SpanExpression>;

/// Words in a row, in one paragraph and in the fields asked for.
class RowExpression : public SpanExpression {
public:
    RowExpression(std::vector<LanguageIds> items, FieldMask fields, std::size_t part)
        : items_(std::move(items)), fields_(fields), part_(part) {}
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;
    const LanguageIds* single_words() const override {
        return items_.size() == 1 && fields_ == all_text_fields ? &items_.front() : nullptr;
    }

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
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

    bool may_stand_in(std::string_view stream, LanguageMask language) const override;

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
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

    bool may_stand_in(std::string_view stream, LanguageMask language) const override;

private:
    std::vector<SpanExpressionPtr> items_;
    unsigned within_;
};

/// Any of several.
class EitherExpression : public SpanExpression {
public:
    explicit EitherExpression(std::vector<SpanExpressionPtr> items);
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

    bool may_stand_in(std::string_view stream, LanguageMask language) const override;
    const LanguageIds* single_words() const override { return words_.empty() ? nullptr : &words_; }

private:
    std::vector<SpanExpressionPtr> items_;
    LanguageIds words_;  ///< where all items are single words in any language
};

/// Both near each other: the stretches from the beginning of one to the end of the other.
class NearExpression : public SpanExpression {
public:
    NearExpression(SpanExpressionPtr left, SpanExpressionPtr right, Proximity proximity);
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

    bool may_stand_in(std::string_view stream, LanguageMask language) const override;

    std::optional<FieldFrequency> count_in(std::string_view stream, LanguageMask language) const override;

private:
    SpanExpressionPtr left_;
    SpanExpressionPtr right_;
    Proximity proximity_;
    /// Of operands that are single words, by the languages they are for.
    std::vector<std::pair<LanguageMask, NearCounter>> counters_;
};

/// The left ones that have no right one near.
class AloneExpression : public SpanExpression {
public:
    AloneExpression(SpanExpressionPtr left, SpanExpressionPtr right, Proximity proximity)
        : left_(std::move(left)), right_(std::move(right)), proximity_(proximity) {}
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

    bool may_stand_in(std::string_view stream, LanguageMask language) const override {
        return left_->may_stand_in(stream, language);
    }

private:
    SpanExpressionPtr left_;
    SpanExpressionPtr right_;
    Proximity proximity_;
};

/// Those that end within the first words of the article.
class EarlyExpression : public SpanExpression {
public:
    EarlyExpression(SpanExpressionPtr inner, std::uint32_t words) : inner_(std::move(inner)), first_words_(words) {}
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted,
              std::vector<PartSpan>& marks) const override {
        inner_->mark(scene, wanted, marks);
    }
    bool may_stand_in(std::string_view stream, LanguageMask language) const override {
        return inner_->may_stand_in(stream, language);
    }

private:
    SpanExpressionPtr inner_;
    std::uint32_t first_words_;
};

}  // namespace dateline
