#include "searcher/query/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace dateline::query {

namespace {

template <typename Operator>
NodePtr make_list(std::vector<NodePtr> children) {
    Operator list;
    for (NodePtr& child : children) {
        if (auto* const same = std::get_if<Operator>(&child->value)) {
            std::move(same->children.begin(), same->children.end(), std::back_inserter(list.children));
        } else {
            list.children.push_back(std::move(child));
        }
    }
    return list.children.size() == 1 ? std::move(list.children.front()) : make_node(std::move(list));
}

std::vector<NodePtr> clone_all(const std::vector<NodePtr>& nodes) {
    std::vector<NodePtr> copies;
    copies.reserve(nodes.size());
    std::transform(nodes.begin(), nodes.end(), std::back_inserter(copies),
                   [](const NodePtr& node) { return clone(*node); });
    return copies;
}

struct Cloner {
    NodePtr operator()(const Word& word) const { return make_node(word); }
    NodePtr operator()(const Phrase& phrase) const { return make_node(phrase); }
    NodePtr operator()(const Pattern& pattern) const { return make_node(pattern); }
    NodePtr operator()(const Sequence& node) const {
        return make_node(Sequence{clone_all(node.items), node.within, node.span});
    }
    NodePtr operator()(const Near& node) const {
        return make_node(Near{clone(*node.left), clone(*node.right), node.reach, node.distance, node.ordered,
                              node.negated, node.span});
    }
    NodePtr operator()(const Modified& node) const {
        return make_node(Modified{node.kind, node.value, clone(*node.child), node.span});
    }
    NodePtr operator()(const DateRange& range) const { return make_node(range); }
    NodePtr operator()(const LengthRange& range) const { return make_node(range); }
    NodePtr operator()(const And& node) const { return make_node(And{clone_all(node.children)}); }
    NodePtr operator()(const Or& node) const { return make_node(Or{clone_all(node.children)}); }
    NodePtr operator()(const Not& node) const { return make_node(Not{clone(*node.child)}); }
    NodePtr operator()(const Required& node) const { return make_node(Required{clone(*node.child)}); }
    NodePtr operator()(const InField& node) const {
        return make_node(InField{node.field, clone(*node.child), node.filter, node.span, node.placed});
    }
};

bool same_lists(const std::vector<NodePtr>& a, const std::vector<NodePtr>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const NodePtr& left, const NodePtr& right) { return same_tree(*left, *right); });
}

bool same(const Word& a, const Word& b) { return a.text == b.text && a.exactness == b.exactness; }
bool same(const Phrase& a, const Phrase& b) { return a.text == b.text && a.exactness == b.exactness; }
bool same(const Pattern& a, const Pattern& b) { return a.text == b.text && a.edits == b.edits; }
bool same(const Sequence& a, const Sequence& b) { return a.within == b.within && same_lists(a.items, b.items); }
bool same(const Near& a, const Near& b) {
    return a.reach == b.reach && a.distance == b.distance && a.ordered == b.ordered && a.negated == b.negated &&
           same_tree(*a.left, *b.left) && same_tree(*a.right, *b.right);
}
bool same(const Modified& a, const Modified& b) {
    return a.kind == b.kind && a.value == b.value && same_tree(*a.child, *b.child);
}
bool same(const LengthRange& a, const LengthRange& b) { return a.least == b.least && a.most == b.most; }
bool same(const DateRange& a, const DateRange& b) {
    return a.interval == b.interval && a.undated == b.undated && a.understood == b.understood &&
           a.mentioned == b.mentioned;
}
bool same(const And& a, const And& b) { return same_lists(a.children, b.children); }
bool same(const Or& a, const Or& b) { return same_lists(a.children, b.children); }
bool same(const Not& a, const Not& b) { return same_tree(*a.child, *b.child); }
bool same(const Required& a, const Required& b) { return same_tree(*a.child, *b.child); }
bool same(const InField& a, const InField& b) {
    return a.field == b.field && a.filter == b.filter && a.placed == b.placed && same_tree(*a.child, *b.child);
}

std::string_view suffix(Exactness exactness, Exactness usual) {
    if (exactness == usual) {
        return "";
    }
    switch (exactness) {
    case Exactness::stemmed: return ":stemmed";
    case Exactness::folded: return ":folded";
    case Exactness::literal: break;
    }
    return ":literal";
}

std::string dump_list(std::string_view name, const std::vector<NodePtr>& children) {
    std::string text = fmt::format("({}", name);
    for (const NodePtr& child : children) {
        text += " " + dump(*child);
    }
    return text + ")";
}

struct Dumper {
    std::string operator()(const Word& word) const {
        return fmt::format("(word{} {})", suffix(word.exactness, Exactness::stemmed), word.text);
    }
    std::string operator()(const Phrase& phrase) const {
        return fmt::format("(phrase{} \"{}\")", suffix(phrase.exactness, Exactness::folded), phrase.text);
    }
    std::string operator()(const Pattern& pattern) const {
        return pattern.edits == 0 ? fmt::format("(pattern {})", pattern.text)
                                  : fmt::format("(fuzzy {} {})", pattern.edits, pattern.text);
    }
    std::string operator()(const Sequence& node) const {
        return dump_list(node.within == 0 ? "row" : fmt::format("within {}", node.within), node.items);
    }
    std::string operator()(const Near& node) const {
        return fmt::format("({} {} {})", operator_name(node), dump(*node.left), dump(*node.right));
    }
    std::string operator()(const Modified& node) const {
        return fmt::format("({} {})", modifier_name(node), dump(*node.child));
    }
    std::string operator()(const DateRange& range) const {
        return fmt::format("({} {})", range.mentioned ? "mentions" : "date", range.understood);
    }
    std::string operator()(const LengthRange& range) const { return fmt::format("({})", length_text(range)); }
    std::string operator()(const And& node) const { return dump_list("and", node.children); }
    std::string operator()(const Or& node) const { return dump_list("or", node.children); }
    std::string operator()(const Not& node) const { return fmt::format("(not {})", dump(*node.child)); }
    std::string operator()(const Required& node) const { return fmt::format("(required {})", dump(*node.child)); }
    std::string operator()(const InField& node) const {
        return fmt::format("({} {} {})", node.filter ? "filter" : "in", node.field, dump(*node.child));
    }
};

}  // namespace

NodePtr make_and(std::vector<NodePtr> children) { return make_list<And>(std::move(children)); }
NodePtr make_or(std::vector<NodePtr> children) {
    NodePtr node = make_list<Or>(std::move(children));
    auto* const list = std::get_if<Or>(&node->value);
    if (list == nullptr) return node;
    std::set<std::string> seen;
    std::erase_if(list->children, [&](const NodePtr& child) { return !seen.insert(dump(*child)).second; });
    return list->children.size() == 1 ? std::move(list->children.front()) : std::move(node);
}

NodePtr clone(const Node& node) { return std::visit(Cloner{}, node.value); }

std::string operator_name(const Near& near) {
    const std::string_view start = near.negated ? "NOT " : "";
    switch (near.reach) {
    case Reach::sentence: return fmt::format("{}W/S", start);
    case Reach::paragraph: return fmt::format("{}W/P", start);
    case Reach::words: break;
    }
    return fmt::format("{}{}/{}", start, near.ordered ? "PRE" : "W", near.distance);
}

std::string modifier_name(const Modified& modified) {
    switch (modified.kind) {
    case Modified::Kind::at_least: return fmt::format("ATLEAST{}", modified.value);
    case Modified::Kind::first_words: return fmt::format("/F{}/", modified.value);
    case Modified::Kind::caps: return "CAPS";
    case Modified::Kind::all_caps: return "ALLCAPS";
    case Modified::Kind::no_caps: return "NOCAPS";
    case Modified::Kind::boost: break;
    }
    return fmt::format("^{}", modified.value);
}

std::string length_text(const LengthRange& range) {
    if (range.least == range.most) return fmt::format("wc={}", range.least);
    if (range.most == any_length) return fmt::format("wc>={}", range.least);
    return fmt::format("wc<={}", range.most);
}

bool same_tree(const Node& a, const Node& b) {
    return std::visit(
        [&b](const auto& value) {
            const auto* const other = std::get_if<std::decay_t<decltype(value)>>(&b.value);
            return other != nullptr && same(value, *other);
        },
        a.value);
}

std::string dump(const Node& node) { return std::visit(Dumper{}, node.value); }

bool has_exclusion(const Node& node) {
    const auto any = [](const std::vector<NodePtr>& children) {
        return std::any_of(children.begin(), children.end(),
                           [](const NodePtr& child) { return has_exclusion(*child); });
    };
    if (const auto* both = std::get_if<And>(&node.value)) return any(both->children);
    if (const auto* either = std::get_if<Or>(&node.value)) return any(either->children);
    return std::holds_alternative<Not>(node.value);
}

}  // namespace dateline::query
