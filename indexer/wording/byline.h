#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Who wrote an article, as its byline says.
struct Byline {
    std::vector<std::string> authors;
    std::vector<std::string> agencies;

    bool empty() const { return authors.empty() && agencies.empty(); }
};

/// The names of a byline known to be one: `By Ann Lee and Bo Ek, Reuters`, `ANN LEE`, `Ann Lee | AFP`. The word at the
/// front goes, agencies are told from people, what follows a name (`, Senior Editor`, `@ann`) is dropped.
Byline split_byline(std::string_view text);

/// The byline a line of a page is; nothing for other lines. It begins with a word such as "By", "Von", "Par", "Автор:".
std::optional<Byline> byline_of_line(std::string_view line);

/// Whether a line is nothing but the word that a byline begins with; the name stands in the next line.
bool is_byline_word(std::string_view line);

/// The name at the front of a date line: `Ann Lee · Example News · Posted: Aug 8, 2024`; "" where none stands there.
std::string_view name_before_date(std::string_view line);

/// Whether a text looks like the name of a person: two to five words, each with a capital, no digits.
bool looks_like_name(std::string_view text);

}  // namespace dateline
