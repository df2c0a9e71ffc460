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

/// The three levels of exactness (docs/query-language.md). Inside a filter there are two: literal is the whole value,
/// letter by letter, the others are a run of its words, folded.
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

/// `abduct*`, `wom?n`, `*napping`; or, with edits, `kidnaped~1`: words within so many insertions, deletions,
/// substitutions and swaps of neighbours.
struct Pattern {
    std::string text;    ///< `*` stands for any run of letters, `?` for one
    unsigned edits = 0;  ///< 1 or 2; then nothing in the text stands for anything else
    Span span;
};

/// Publication date within [interval.begin, interval.end), or with `mentioned` a time of it that the text speaks of;
/// `undated` is `date:none`, no date or no such time at all.
struct DateRange {
    Interval interval;
    bool undated = false;
    std::string understood;  ///< first and last day, as `date:` takes them: `2012-08-01..2012-08-31`
    Span span;
    bool mentioned = false;
};

inline constexpr std::uint64_t any_length = std::numeric_limits<std::uint64_t>::max();

/// Articles of at least `least` and at most `most` words in lead and body: `wc>500`.
struct LengthRange {
    std::uint64_t least = 0;
    std::uint64_t most = any_length;
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
    bool placed = false;  ///< of a filter: its values stand at places of the texts
};

/// What stands between quotes when not all of it is plain words: its items stand in a row (`"abduct* citizens"`,
/// `"(japanese OR korean) citizens"`), or all its words within a stretch (`"abducted citizens"~5`).
struct Sequence {
    std::vector<NodePtr> items;  ///< Phrase, Pattern, or Or of these
    /// From the end of the first to the beginning of the last word in text order, counted in words; 0: in a row.
    unsigned within = 0;
    Span span;
};

enum class Reach { words, sentence, paragraph };

/// Two operands near each other. Distance counts from the end of one to the beginning of the other; neighbours have 1.
struct Near {
    NodePtr left;
    NodePtr right;
    Reach reach = Reach::words;
    unsigned distance = 0;  ///< for words
    bool ordered = false;   ///< the left one comes first
    bool negated = false;   ///< a left one that has no right one within reach
    Span span;              ///< of the operator
};

/// What one operand is restricted or weighed by.
struct Modified {
    enum class Kind {
        at_least,     ///< `ATLEAST3(x)`: occurs so many times
        first_words,  ///< `x/F50/`: among the first words of the article, title first
        caps,         ///< `CAPS(x)`: its words have a capital letter
        all_caps,     ///< `ALLCAPS(x)`: their letters are all capitals
        no_caps,      ///< `NOCAPS(x)`: none is
        boost,        ///< `x^2`: counts so much more for the ranking
    };
    Kind kind = Kind::boost;
    double value = 0;  ///< times, words, or factor
    NodePtr child;
    Span span;
};

struct Node {
    std::variant<Word, Phrase, Pattern, Sequence, Near, Modified, DateRange, LengthRange, And, Or, Not, Required,
                 InField>
        value;
};

}  // namespace dateline::query
