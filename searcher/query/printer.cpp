#include "searcher/query/printer.h"

#include <algorithm>
#include <string_view>

#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

bool is_list(const Node& node) {
    return std::holds_alternative<And>(node.value) || std::holds_alternative<Or>(node.value);
}

bool is_near(const Node& node) { return std::holds_alternative<Near>(node.value); }

std::string print_operand(const Node& node) { return is_list(node) ? "(" + print(node) + ")" : print(node); }

/// An operand of something that binds tighter than proximity.
std::string print_tight(const Node& node) {
    return is_list(node) || is_near(node) ? "(" + print(node) + ")" : print(node);
}

/// Between quotes words stand bare, and only alternatives have parentheses.
std::string print_item(const Node& node) {
    if (const auto* phrase = std::get_if<Phrase>(&node.value)) return phrase->text;
    if (const auto* either = std::get_if<Or>(&node.value)) {
        std::string text;
        for (const NodePtr& child : either->children)
            text.append(text.empty() ? "(" : " OR ").append(print_item(*child));
        return text + ")";
    }
    return print(node);
}

std::string print_list(const std::vector<NodePtr>& children, std::string_view between) {
    std::string text;
    for (const NodePtr& child : children) {
        text.append(text.empty() ? "" : between).append(print_operand(*child));
    }
    return text;
}

/// `-` and `+` belong to what follows only where that does not begin with the same sign.
bool takes_sign(std::string_view operand, char sign) { return operand.empty() || operand.front() != sign; }

struct Printer {
    std::string operator()(const Word& word) const {
        return (word.exactness == Exactness::literal ? "=" : "") + word.text;
    }

    std::string operator()(const Phrase& phrase) const {
        return print_quoted(phrase.text, phrase.exactness == Exactness::literal);
    }

    /// Only what stands in braces, which is literal, can hold both kinds of quotes (see quote_pairs in the lexer).
    static std::string print_quoted(const std::string& text, bool literal) {
        const std::string sign = literal ? "=" : "";
        if (text.find('"') == std::string::npos) return sign + "\"" + text + "\"";
        if (text.find("»") == std::string::npos) return sign + "«" + text + "»";
        return "{" + text + "}";
    }

    std::string operator()(const Pattern& pattern) const {
        return pattern.text + (pattern.edits == 0 ? "" : "~" + std::to_string(pattern.edits));
    }

    std::string operator()(const Sequence& node) const {
        std::string text;
        for (const NodePtr& item : node.items) text.append(text.empty() ? "" : " ").append(print_item(*item));
        const auto* phrase = std::get_if<Phrase>(&node.items.front()->value);
        const bool literal = phrase != nullptr && phrase->exactness == Exactness::literal;
        return print_quoted(text, literal) + (node.within == 0 ? "" : "~" + std::to_string(node.within));
    }

    std::string operator()(const Near& node) const {
        return print_operand(*node.left) + " " + operator_name(node) + " " + print_tight(*node.right);
    }

    std::string operator()(const Modified& node) const {
        switch (node.kind) {
        case Modified::Kind::first_words:
        case Modified::Kind::boost: return print_suffixed(*node.child) + modifier_name(node);
        default: return modifier_name(node) + "(" + print(*node.child) + ")";
        }
    }

    static std::string print_suffixed(const Node& node) {
        const bool is_field = std::holds_alternative<InField>(node.value);
        return is_field ? "(" + print(node) + ")" : print_tight(node);
    }

    std::string operator()(const DateRange& range) const {
        return (range.mentioned ? "mentions:" : "date:") + range.understood;
    }
    std::string operator()(const LengthRange& range) const { return length_text(range); }
    std::string operator()(const And& node) const { return print_list(node.children, " "); }
    std::string operator()(const Or& node) const {
        std::string text;
        for (const NodePtr& child : node.children) text.append(text.empty() ? "" : " OR ").append(print_tight(*child));
        return text;
    }

    std::string operator()(const Not& node) const {
        const std::string operand = print_tight(*node.child);
        return (takes_sign(operand, '-') ? "-" : "NOT ") + operand;
    }

    std::string operator()(const Required& node) const { return "+" + print_tight(*node.child); }
    std::string operator()(const InField& node) const { return node.field + ":" + print_tight(*node.child); }
};

}  // namespace

std::string print(const Node& node) { return std::visit(Printer{}, node.value); }

}  // namespace dateline::query
