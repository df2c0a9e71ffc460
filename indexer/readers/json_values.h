#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

/// JSON values as texts.
namespace dateline {

bool is_blank(std::string_view text);

/// Texts and numbers as text; an object by the member that holds its text (`"author": {"name": "..."}`); the items of a
/// list as paragraphs; "" for anything else.
std::string text_of(simdjson::dom::element value);

/// A list of texts without the blank ones; a single text is a list of one.
std::vector<std::string> texts_of(simdjson::dom::element value);

/// The text of a member of that name, whatever its case; "" where there is none.
std::string text_of_member(simdjson::dom::object members, std::string_view name);

}  // namespace dateline
