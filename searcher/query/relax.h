#pragma once

#include "searcher/query/ast.h"

namespace dateline::query {

/// The tree with alternatives in place of what had to occur all together: words, phrases (each as a
/// whole) and text fields beside one another become an Or. Exclusions, dates, keyword fields and
/// what has a `+` stay as they are.
///
///     kim summit -draft date:2012      ->  (kim OR summit) -draft date:2012
///     title:(kim summit)               ->  title:(kim OR summit)
///     argentine/british relations      ->  argentine OR british OR argentine/british OR relations
///
/// The last: words joined by hyphens or slashes count each for itself and, since an article with both in a row has
/// what was asked, once more as they are written. Only where every part is a word of two letters or more, so `e-mail`,
/// `R&D` and `24-hour` stay whole.
///
/// Null where there is nothing to relax.
NodePtr make_any(const Node& tree);

}  // namespace dateline::query
