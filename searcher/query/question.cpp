#include "searcher/query/question.h"

#include <algorithm>

#include "common/text/folding.h"
#include "searcher/query/function_words.h"
#include "searcher/query/relax.h"
#include "searcher/query/tree.h"

namespace dateline::query {
namespace {

bool is_plain_word(const Node& node) {
    const auto* word = std::get_if<Word>(&node.value);
    return word != nullptr && word->exactness == Exactness::stemmed;
}

/// What narrows a query without being text.
bool is_condition(const Node& node) {
    const auto* field = std::get_if<InField>(&node.value);
    return std::holds_alternative<DateRange>(node.value) || std::holds_alternative<LengthRange>(node.value) ||
           std::holds_alternative<Not>(node.value) || (field != nullptr && field->filter);
}

/// A written AND is no accident.
bool has_written_and(std::string_view text) {
    constexpr std::string_view and_word = "AND";
    for (std::size_t at = text.find(and_word); at != std::string_view::npos; at = text.find(and_word, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == ')';
        const std::size_t end = at + and_word.size();
        if (begins && (end == text.size() || text[end] == ' ' || text[end] == '(')) return true;
    }
    return false;
}

/// Without the sign that ends a sentence.
std::string_view bare(std::string_view word) {
    const std::size_t last = word.find_last_not_of("?!.,;:");
    return last == std::string_view::npos ? word : word.substr(0, last + 1);
}

std::vector<std::string> normal_words(const And& list) {
    std::vector<std::string> words;
    for (const NodePtr& child : list.children) {
        if (is_plain_word(*child)) words.push_back(normalize(bare(std::get<Word>(child->value).text)));
    }
    return words;
}

}  // namespace

std::optional<Question> as_question(const Node& tree, std::string_view text) {
    const auto* list = std::get_if<And>(&tree.value);
    if (list == nullptr || has_written_and(text)) return std::nullopt;
    const bool plain = std::all_of(list->children.begin(), list->children.end(),
                                   [](const NodePtr& child) { return is_plain_word(*child) || is_condition(*child); });
    if (!plain) return std::nullopt;
    const std::vector<std::string> words = normal_words(*list);
    const std::vector<bool> left_out = are_function_words(words);
    if (static_cast<std::size_t>(std::count(left_out.begin(), left_out.end(), false)) <= most_words_of_all)
        return std::nullopt;
    Question question;
    std::vector<NodePtr> kept;
    std::size_t number = 0;
    for (const NodePtr& child : list->children) {
        const bool is_left_out = is_plain_word(*child) && left_out[number];
        if (is_left_out &&
            std::find(question.left_out.begin(), question.left_out.end(), words[number]) == question.left_out.end())
            question.left_out.push_back(words[number]);
        if (!is_left_out) kept.push_back(clone(*child));
        if (is_plain_word(*child)) ++number;
    }
    const NodePtr all = make_and(std::move(kept));
    question.tree = make_any(*all);
    return question;
}

}  // namespace dateline::query
