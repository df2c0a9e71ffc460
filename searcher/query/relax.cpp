#include "searcher/query/relax.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

/// Whether an item of a list may become one alternative of several. What only filters may not: a
/// word could then be missing from everything that passes the filter.
struct IsAlternative {
    bool operator()(const Word&) const { return true; }
    bool operator()(const Phrase&) const { return true; }
    bool operator()(const Pattern&) const { return true; }
    bool operator()(const Sequence&) const { return true; }
    bool operator()(const Near&) const { return true; }
    bool operator()(const Modified& node) const { return (*this)(node.child); }
    bool operator()(const DateRange&) const { return false; }
    bool operator()(const LengthRange&) const { return false; }
    bool operator()(const And& node) const { return std::any_of(node.children.begin(), node.children.end(), *this); }
    bool operator()(const Or& node) const { return std::all_of(node.children.begin(), node.children.end(), *this); }
    bool operator()(const Not&) const { return false; }
    bool operator()(const Required&) const { return false; }
    bool operator()(const InField& node) const { return !node.filter; }
    bool operator()(const NodePtr& node) const { return std::visit(*this, node->value); }
};

/// What stays first in place, the alternatives where the first of them stood.
NodePtr make_any_of(const And& list) {
    std::vector<NodePtr> alternatives;
    std::vector<NodePtr> kept;
    std::size_t place = 0;
    bool relaxed = false;
    for (const NodePtr& child : list.children) {
        if (!IsAlternative{}(child)) {
            kept.push_back(clone(*child));
            continue;
        }
        place = alternatives.empty() ? kept.size() : place;
        NodePtr inner = make_any(*child);
        relaxed = relaxed || inner != nullptr || !alternatives.empty();
        alternatives.push_back(inner ? std::move(inner) : clone(*child));
    }
    if (!relaxed) {
        return nullptr;
    }
    kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(place), make_or(std::move(alternatives)));
    return make_and(std::move(kept));
}

constexpr std::size_t shortest_part_letters = 2;

bool is_part(std::string_view text) {
    const bool letters = std::all_of(text.begin(), text.end(), [](unsigned char byte) {
        return byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    });
    return letters && count_code_points(text) >= shortest_part_letters;
}

/// The parts of a word joined by hyphens or slashes; empty where it is not.
std::vector<std::string_view> joined_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find_first_of("-/");
        parts.push_back(text.substr(0, end));
        if (!is_part(parts.back())) return {};
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts.size() > 1 ? parts : std::vector<std::string_view>{};
}

NodePtr parts_or_whole(const Word& word) {
    if (word.exactness != Exactness::stemmed) return nullptr;
    std::vector<NodePtr> alternatives;
    for (const std::string_view part : joined_parts(word.text))
        alternatives.push_back(make_node(Word{std::string(part), word.exactness, word.span}));
    if (alternatives.empty()) return nullptr;
    alternatives.push_back(make_node(word));
    return make_or(std::move(alternatives));
}

struct Relaxer {
    NodePtr operator()(const Word& word) const { return parts_or_whole(word); }
    NodePtr operator()(const Phrase&) const { return nullptr; }
    NodePtr operator()(const Pattern&) const { return nullptr; }
    NodePtr operator()(const Sequence&) const { return nullptr; }
    NodePtr operator()(const Near&) const { return nullptr; }
    NodePtr operator()(const Modified&) const { return nullptr; }
    NodePtr operator()(const DateRange&) const { return nullptr; }
    NodePtr operator()(const LengthRange&) const { return nullptr; }
    NodePtr operator()(const And& node) const { return make_any_of(node); }
    NodePtr operator()(const Or& node) const {
        std::vector<NodePtr> children;
        bool relaxed = false;
        for (const NodePtr& child : node.children) {
            children.push_back(make_any(*child));
            relaxed = relaxed || children.back() != nullptr;
            if (!children.back()) {
                children.back() = clone(*child);
            }
        }
        return relaxed ? make_or(std::move(children)) : nullptr;
    }
    NodePtr operator()(const Not&) const { return nullptr; }
    NodePtr operator()(const Required&) const { return nullptr; }
    NodePtr operator()(const InField& node) const {
        NodePtr child = node.filter ? nullptr : make_any(*node.child);
        return child ? make_node(InField{node.field, std::move(child), node.filter, node.span, node.placed}) : nullptr;
    }
};

}  // namespace

NodePtr make_any(const Node& tree) { return std::visit(Relaxer{}, tree.value); }

}  // namespace dateline::query
