#include "searcher/explain_query/outline.h"

#include <fmt/format.h>

#include "searcher/query/tree.h"

namespace dateline {
namespace {

struct Outliner {
    Outline operator()(const query::Word& word) const {
        return {fmt::format("word {}, {}", word.text, level_name(word.exactness))};
    }
    Outline operator()(const query::Phrase& phrase) const {
        return {fmt::format("phrase \"{}\", {}", phrase.text, level_name(phrase.exactness))};
    }
    Outline operator()(const query::Pattern& pattern) const {
        if (pattern.edits == 0) return {fmt::format("words of the pattern {}", pattern.text)};
        return {
            fmt::format("words within {} edit{} of {}", pattern.edits, pattern.edits == 1 ? "" : "s", pattern.text)};
    }
    Outline operator()(const query::Sequence& node) const {
        if (node.within == 0) return {"in a row", all(node.items)};
        return {fmt::format("within {} words, in any order", node.within), all(node.items)};
    }
    Outline operator()(const query::Near& node) const {
        return {query::operator_name(node), {outline_of(*node.left), outline_of(*node.right)}};
    }
    Outline operator()(const query::Modified& node) const {
        return {query::modifier_name(node), {outline_of(*node.child)}};
    }
    Outline operator()(const query::DateRange& range) const {
        if (range.mentioned) return {"speaks of " + (range.undated ? "no time" : range.understood)};
        return {range.undated ? "undated" : "published " + range.understood};
    }
    Outline operator()(const query::LengthRange& range) const { return {query::length_text(range)}; }
    Outline operator()(const query::And& node) const { return {"all of", all(node.children)}; }
    Outline operator()(const query::Or& node) const { return {"any of", all(node.children)}; }
    Outline operator()(const query::Not& node) const { return {"without", {outline_of(*node.child)}}; }
    Outline operator()(const query::Required& node) const { return {"in any case (+)", {outline_of(*node.child)}}; }
    Outline operator()(const query::InField& node) const {
        return {(node.filter ? "value of " : "in ") + node.field, {outline_of(*node.child)}};
    }

    static std::vector<Outline> all(const std::vector<query::NodePtr>& nodes) {
        std::vector<Outline> outlines;
        for (const query::NodePtr& node : nodes) outlines.push_back(outline_of(*node));
        return outlines;
    }
};

}  // namespace

std::string level_name(query::Exactness exactness) {
    switch (exactness) {
    case query::Exactness::stemmed: return "by stem";
    case query::Exactness::folded: return "folded";
    case query::Exactness::literal: break;
    }
    return "as written";
}

Outline outline_of(const query::Node& tree) { return std::visit(Outliner{}, tree.value); }

}  // namespace dateline
