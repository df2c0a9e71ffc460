#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/timex/tokens.h"

namespace dateline::timex {

enum class Tense : std::uint8_t { unknown, past, future };

/// Whether what is said about an expression (tokens `begin` to `end`) has happened or is to come: by the nearest verb
/// before it in the sentence, else by the first one behind it. "was due to end Friday" is past, "is due to end Friday"
/// and "plans to meet Friday" are future.
Tense tense_at(const Tokens& tokens, std::size_t begin, std::size_t end);

}  // namespace dateline::timex
