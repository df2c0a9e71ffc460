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
/// taken apart: both are associative, so a tree never holds one directly below itself. The same alternative twice is
/// one: it finds no more, and should not count twice.
NodePtr make_and(std::vector<NodePtr> children);
NodePtr make_or(std::vector<NodePtr> children);

NodePtr clone(const Node& node);

/// Whether there is a Not in it, not counting what is inside words, rows and proximities.
bool has_exclusion(const Node& node);

/// How the printer writes an operator: `W/5`, `NOT PRE/3`, `W/S`; a modifier: `ATLEAST3`, `/F50/`, `^2`; a length:
/// `wc>=500`.
std::string operator_name(const Near& near);
std::string modifier_name(const Modified& modified);
std::string length_text(const LengthRange& range);

/// The same but for spans.
bool same_tree(const Node& a, const Node& b);

/// The tree as one line for tests and explanations: `(and (word summit) (not (phrase "peace
/// talks")))`.
std::string dump(const Node& node);

}  // namespace dateline::query
