#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/present.h"
#include "searcher/query/ast.h"
#include "searcher/query/field_names.h"

/// From query text to tree (docs/query-language.md). What binds tightest first:
///
///     - + NOT and a field with its colon        -draft  NOT "peace talks"  title:(a OR b)
///     side by side, or AND between              a b     a AND b
///     OR                                        a b OR c d  is  (a b) OR (c d)
///
/// `and`, `or`, `not` in small letters are words.
namespace dateline::query {

struct ParsedQuery {
    std::string text;                  ///< as asked; the spans of the tree count its bytes
    NodePtr tree;                      ///< never null
    std::vector<std::string> notes{};  ///< what the reader should know of how it was read; sentences
};

/// Parentheses may be nested this deep: whoever walks a tree may do so by recursion.
inline constexpr std::size_t max_depth = 200;

/// Throws QueryError. The tree holds to what ast.h promises: every And has something positive in
/// it, every alternative of an Or is positive, and no And stands directly below an And, no Or
/// directly below an Or.
/// `present` is what `today` and `last week` go by.
ParsedQuery parse(std::string_view query, const FieldNames& fields, const Present& present = present_by_clock());

}  // namespace dateline::query
