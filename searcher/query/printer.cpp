#include "searcher/query/printer.h"

#include <algorithm>
#include <string_view>

namespace dateline::query {

namespace {

bool is_list(const Node& node) {
    return std::holds_alternative<And>(node.value) || std::holds_alternative<Or>(node.value);
}

std::string print_operand(const Node& node) { return is_list(node) ? "(" + print(node) + ")" : print(node); }

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

    /// No phrase of a query holds both kinds of quotes (see quote_pairs in the lexer).
    std::string operator()(const Phrase& phrase) const {
        std::string text = phrase.exactness == Exactness::literal ? "=" : "";
        if (phrase.text.find('"') == std::string::npos) {
            return text + "\"" + phrase.text + "\"";
        }
        return text + "«" + phrase.text + "»";
    }

    std::string operator()(const DateRange& range) const { return "date:" + range.understood; }
    std::string operator()(const And& node) const { return print_list(node.children, " "); }
    std::string operator()(const Or& node) const { return print_list(node.children, " OR "); }

    std::string operator()(const Not& node) const {
        const std::string operand = print_operand(*node.child);
        return (takes_sign(operand, '-') ? "-" : "NOT ") + operand;
    }

    std::string operator()(const Required& node) const { return "+" + print_operand(*node.child); }
    std::string operator()(const InField& node) const { return node.field + ":" + print_operand(*node.child); }
};

}  // namespace

std::string print(const Node& node) { return std::visit(Printer{}, node.value); }

}  // namespace dateline::query
