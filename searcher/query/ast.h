#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/date.h"

/// The query as a tree: what was asked, before any index is looked at. The parser makes it, the
/// printer writes it back, the planner turns it into cursors. Visited with std::visit without a
/// default, so the compiler names what was forgotten when a node is added.
namespace dateline::query {

/// Where in the query text a node stands, in bytes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Span&) const = default;
};

/// The three levels of exactness (docs/query-language.md).
enum class Exactness { stemmed, folded, literal };

/// One word as the user wrote it, still unanalysed. A written word may be several tokens
/// (`last-minute`, a run of Chinese): the planner asks the Analyzer and then requires them in a
/// row.
struct Word {
    std::string text;
    Exactness exactness = Exactness::stemmed;
    Span span;
};

/// The text between quotes, unanalysed: its tokens stand in a row, folded (`="as written"`:
/// literal).
struct Phrase {
    std::string text;
    Exactness exactness = Exactness::folded;
    Span span;
};

/// What the open side of `2012..` and `..2012` is: before and after every date there can be.
inline constexpr std::int64_t open_begin = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t open_end = std::numeric_limits<std::int64_t>::max();

/// Publication date within [interval.begin, interval.end); `undated` is `date:none`.
struct DateRange {
    Interval interval;
    bool undated = false;
    std::string understood;  ///< first and last day, as `date:` takes them: `2012-08-01..2012-08-31`
    Span span;
};

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct And {
    std::vector<NodePtr> children;
};
struct Or {
    std::vector<NodePtr> children;
};
/// Excludes what the child matches. Only valid beside something positive in an And.
struct Not {
    NodePtr child;
};
/// `+word`: must occur even where the words beside it have become alternatives. Otherwise the same
/// as its child.
struct Required {
    NodePtr child;
};
/// The child only within one field of the field table (its canonical name).
struct InField {
    std::string field;
    NodePtr child;
    bool filter = false;  ///< a keyword field: it restricts, whatever is relaxed, and its words are
                          ///< values, not text
    Span span;
};

struct Node {
    std::variant<Word, Phrase, DateRange, And, Or, Not, Required, InField> value;
};

}  // namespace dateline::query
