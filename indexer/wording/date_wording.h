#pragma once

#include <string_view>

/// What the words around a date say of it, in the languages of pages. They take text in lower case but where they say
/// otherwise.
/// otherwise.
namespace dateline {

/// "Updated 3 May".
bool speaks_of_change(std::string_view lower);
/// "Published on 3 May".
bool speaks_of_publication(std::string_view lower);
/// "Joined 3 May": since when who wrote it has been there, as forums say.
bool speaks_of_joining(std::string_view lower);
/// "This entry was posted on 3 May": a sentence at the end of a text that tells when and by whom it was published.
/// Takes text in any case.
bool speaks_of_this_article(std::string_view text);

}  // namespace dateline
