#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace dateline::query {

/// More words than this that carry something, side by side, are a question in natural language.
inline constexpr std::size_t most_words_of_all = 5;

struct Question {
    NodePtr tree;                       ///< any of the words that carry something; filters and exclusions hold
    std::vector<std::string> left_out;  ///< in their order, each once
};

/// A query of more than five content words side by side, read as a question; nothing where it is not one. Phrases,
/// wildcards, operators, `+`, `=` or a field of a text show that it was written with care: then it is taken as it
/// stands. `text` is the query as written.
std::optional<Question> as_question(const Node& tree, std::string_view text);

}  // namespace dateline::query
