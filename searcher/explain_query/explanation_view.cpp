#include "searcher/explain_query/explanation_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/graphemes.h"
#include "searcher/output/json_values.h"
#include "searcher/output/styled_text.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_words_shown = 20;

/// Filled up with blanks to so many terminal columns.
std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return width < columns ? text + std::string(columns - width, ' ') : text;
}

class TextView {
public:
    explicit TextView(const QueryExplanation& explanation) : explanation_(explanation) {}

    std::string write() {
        line("Understood as", safe_for_terminal(explanation_.interpreted));
        for (const std::string& note : explanation_.notes) out_ += "  " + safe_for_terminal(note) + "\n";
        write_tokens();
        out_ += "\nTree\n";
        write_tree(explanation_.tree, 1);
        write_terms();
        write_dates();
        write_plan();
        return std::move(out_);
    }

private:
    void line(std::string_view heading, const std::string& text) { out_ += fmt::format("{}\n  {}\n", heading, text); }

    void write_tokens() {
        out_ += "\nTokens\n";
        for (const ExplainedToken& token : explanation_.tokens) {
            const std::string level = token.level.empty() ? "" : ", " + token.level;
            out_ += fmt::format("  column {:<4} {} {}{}\n", token.column, padded(token.kind, 10),
                                safe_for_terminal(token.text), level);
        }
    }

    void write_tree(const Outline& node, std::size_t depth) {
        out_ += std::string(2 * depth, ' ') + safe_for_terminal(node.label) + "\n";
        for (const Outline& child : node.children) write_tree(child, depth + 1);
    }

    void write_terms() {
        if (explanation_.found.terms.empty()) return;
        out_ += "\nWords of the index, and how many articles have them\n";
        for (const ExpandedTerm& term : explanation_.found.terms) {
            out_ += fmt::format("  {}, {}: {}\n", safe_for_terminal(term.asked), term.level, words_text(term));
        }
    }

    static std::string words_text(const ExpandedTerm& term) {
        if (term.words.empty()) return "none";
        std::string text;
        const std::size_t shown = std::min(term.words.size(), most_words_shown);
        for (std::size_t i = 0; i < shown; ++i) {
            text += fmt::format("{}{} {}", i == 0 ? "" : ", ", safe_for_terminal(term.words[i].word),
                                term.words[i].articles);
        }
        if (term.found > shown) text += fmt::format(", and {} more", term.found - shown);
        if (term.found > term.words.size())
            text += fmt::format(" of which {} are not searched", term.found - term.words.size());
        return text;
    }

    void write_dates() {
        if (explanation_.found.dates.empty()) return;
        out_ += fmt::format("\nDates, days of {}\n", explanation_.zone);
        for (const ExplainedDate& date : explanation_.found.dates) {
            out_ += "  " + date.understood;
            if (!date.begin.empty()) out_ += ", from " + date.begin;
            if (!date.end.empty()) out_ += ", before " + date.end;
            out_ += "\n";
        }
    }

    void write_plan() {
        out_ += "\n";
        line("Lists that are read, as Xapian would write them", safe_for_terminal(explanation_.plan.candidates));
        if (!explanation_.plan.verified.empty()) out_ += "Then decided on the words of each candidate\n";
        for (const std::string& part : explanation_.plan.verified) out_ += "  " + safe_for_terminal(part) + "\n";
        if (explanation_.relaxed.empty()) return;
        out_ += "\nTried in turn if nothing matches\n";
        for (const std::string& reading : explanation_.relaxed) out_ += "  " + safe_for_terminal(reading) + "\n";
    }

    const QueryExplanation& explanation_;
    std::string out_;
};

Json to_json(const Outline& node) {
    Json children = Json::array();
    for (const Outline& child : node.children) children.push_back(to_json(child));
    return {{"node", node.label}, {"operands", children}};
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json to_json(const ExpandedTerm& term, std::string_view query) {
    Json words = Json::array();
    for (const ExpandedWord& word : term.words) words.push_back({{"word", word.word}, {"articles", word.articles}});
    return {{"asked", term.asked},
            {"column", column_of(query, term.span.begin)},
            {"level", term.level},
            {"found", term.found},
            {"words", words}};
}

}  // namespace

std::string explanation_as_text(const QueryExplanation& explanation) { return TextView(explanation).write(); }

std::string explanation_as_json(const QueryExplanation& explanation) {
    Json tokens = Json::array();
    for (const ExplainedToken& token : explanation.tokens) {
        tokens.push_back(
            {{"kind", token.kind}, {"text", token.text}, {"column", token.column}, {"level", or_null(token.level)}});
    }
    Json terms = Json::array();
    for (const ExpandedTerm& term : explanation.found.terms) terms.push_back(to_json(term, explanation.query));
    Json dates = Json::array();
    for (const ExplainedDate& date : explanation.found.dates) {
        dates.push_back({{"understood", date.understood},
                         {"column", column_of(explanation.query, date.span.begin)},
                         {"begin", or_null(date.begin)},
                         {"end", or_null(date.end)}});
    }
    const Json answer{{"query", explanation.query},
                      {"interpreted", explanation.interpreted},
                      {"tokens", tokens},
                      {"tree", to_json(explanation.tree)},
                      {"terms", terms},
                      {"dates", dates},
                      {"zone", explanation.zone},
                      {"plan", {{"candidates", explanation.plan.candidates}, {"verified", explanation.plan.verified}}},
                      {"relaxed", explanation.relaxed},
                      {"notes", explanation.notes}};
    return json_text(answer, 2);
}

}  // namespace dateline
