#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// What a language is called in English: `de` is `German`. What is no code of one comes back as it is.
std::string language_name(std::string_view iso_code);

}  // namespace dateline
