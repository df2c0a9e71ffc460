#pragma once

#include <string_view>

/// What the words around a date say of it, in the languages of pages. All take text in lower case.
namespace dateline {

/// "Updated 3 May".
bool speaks_of_change(std::string_view lower);
/// "Published on 3 May".
bool speaks_of_publication(std::string_view lower);
/// "Joined 3 May": since when who wrote it has been there, as forums say.
bool speaks_of_joining(std::string_view lower);

}  // namespace dateline
