#pragma once

#include "searcher/query/ast.h"

namespace dateline::query {

/// The tree with alternatives in place of what had to occur all together: words, phrases (each as a
/// whole) and text fields beside one another become an Or. Exclusions, dates, keyword fields and
/// what has a `+` stay as they are.
///
///     kim summit -draft date:2012      ->  (kim OR summit) -draft date:2012
///     title:(kim summit)               ->  title:(kim OR summit)
///
/// Null where there is nothing to relax.
NodePtr make_any(const Node& tree);

}  // namespace dateline::query
