#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

/// Wildcards, and what between quotes is more than plain words.
namespace dateline::query {

/// Whether a word, outside of quotes, has a wildcard: `*` beside a letter or digit, `?` between two, `!` at the end of
/// three or more.
bool has_wildcard(std::string_view word);

/// Whether a wildcard stands between characters of a script without spaces. At the ends of such words one says nothing,
/// and phrase_parts() drops it.
bool has_wildcard_in_spaceless(std::string_view text);

/// The parts of a folded phrase: Phrase for plain words, Pattern for words with `*` or `?`, Or for `(a OR b)`. One
/// Phrase where there is nothing but plain words. `span` is the phrase's; all parts get it.
std::vector<NodePtr> phrase_parts(std::string_view text, Span span);

}  // namespace dateline::query
