#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/index.h"

/// Checks quotes: whether an article of the index says what it is said to say, and where.
namespace dateline {

/// Half-open span of Unicode code points of a field.
struct QuotePlace {
    std::size_t start = 0;
    std::size_t end = 0;

    bool operator==(const QuotePlace&) const = default;
};

/// A text that is said to stand in an article. What is missing is not claimed.
struct Quote {
    std::string id;
    std::string text;
    std::optional<std::string> hash;   ///< of the article's content (to_hex in columns.h)
    std::optional<std::string> field;  ///< `title`, `lead`, `body` or `caption`; body for a place without one
    std::optional<QuotePlace> place;
};

enum class Verdict : std::uint8_t {
    holds,    ///< everything claimed is so
    moved,    ///< the article has the quote, but it is another article now, or the quote stands elsewhere in it
    refuted,  ///< it has not
};

struct Verification {
    Verdict verdict = Verdict::refuted;
    std::string reason;  ///< of a refusal
    /// Where the quote stands, unless it is refuted; of several places the one nearest to the place claimed, in the
    /// field claimed before all others.
    std::string hash;
    std::string field;
    QuotePlace place;
};

/// Texts are compared code point for code point; only a blank of the quote may be a line feed of the article, as it is
/// in snippets, which are one line. Fields are the article's own, as docs/formats.md has them: a first paragraph
/// belongs to the body.
Verification verify(const Index& index, const Quote& quote);

/// A quote as JSON has it, with the members that mean nothing here and come back as they came.
struct QuoteRecord {
    Quote quote;
    std::vector<std::pair<std::string, std::string>> others;  ///< key, value as JSON
};

/// Reads {"id", "quote", "hash", "field", "start", "end"} of docs/formats.md. Throws UsageError that says what is
/// wrong.
QuoteRecord read_quote(std::string_view json);

/// One line of JSON: the record, brought up to where the quote stands, and the verdict.
std::string verdict_line(const QuoteRecord& record, const Verification& verification);

}  // namespace dateline
