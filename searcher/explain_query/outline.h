#pragma once

#include <string>
#include <vector>

#include "searcher/query/ast.h"

namespace dateline {

/// A tree as a person reads it: a line for each node, its operands below.
struct Outline {
    std::string label;  ///< `any of`, `word kidnap, by stem`, `in title`
    std::vector<Outline> children{};

    bool operator==(const Outline&) const = default;
};

Outline outline_of(const query::Node& tree);

/// `by stem`, `folded`, `as written`: how the level is called in explanations.
std::string level_name(query::Exactness exactness);

}  // namespace dateline
