#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/query/ast.h"

/// Making, copying and comparing trees.
namespace dateline::query {

template <typename Value>
NodePtr make_node(Value value) {
    return std::make_unique<Node>(Node{std::move(value)});
}

/// An And or Or of the children, or the only child itself. Children that are the same operator are
/// taken apart: both are associative, so a tree never holds one directly below itself.
NodePtr make_and(std::vector<NodePtr> children);
NodePtr make_or(std::vector<NodePtr> children);

NodePtr clone(const Node& node);

/// The same but for spans.
bool same_tree(const Node& a, const Node& b);

/// The tree as one line for tests and explanations: `(and (word summit) (not (phrase "peace
/// talks")))`.
std::string dump(const Node& node);

}  // namespace dateline::query
