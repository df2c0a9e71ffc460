#include "searcher/match/keyword_cursor.h"

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/match/boolean_cursors.h"
#include "searcher/match/expansion.h"

namespace dateline {
namespace {

/// Articles of a set of rows: one bit each.
class RowSetCursor : public Cursor {
public:
    RowSetCursor(std::vector<bool> rows, std::uint64_t count) : rows_(std::move(rows)), count_(count) {}

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override {
        for (row_ = row; row_ < rows_.size(); ++row_) {
            if (rows_[row_]) return;
        }
        row_ = end;
    }
    bool contains(std::uint32_t row) override {
        if (!rows_[row]) return false;
        row_ = row;
        return true;
    }
    std::uint64_t cost() const override { return count_; }

private:
    std::vector<bool> rows_;
    std::uint64_t count_;
};

std::vector<std::string> folded_tokens(std::string_view text, const Analyzer& analyzer) {
    std::vector<std::string> folded;
    for (Token& token : analyzer.tokens(text)) folded.push_back(std::move(token.folded));
    return folded;
}

/// Whether a value satisfies a query node.
class ValueMatcher {
public:
    ValueMatcher(std::string_view value, const Analyzer& analyzer)
        : value_(folded_tokens(value, analyzer)), analyzer_(analyzer) {}

    bool matches(const query::Node& node) const {
        return std::visit([&](const auto& value) { return matches(value); }, node.value);
    }

private:
    bool matches(const query::Word& word) const { return has_run(word.text); }
    bool matches(const query::Phrase& phrase) const { return has_run(phrase.text); }
    bool matches(const query::Pattern& pattern) const {
        const std::string folded = folded_pattern(pattern.text);
        return std::any_of(value_.begin(), value_.end(),
                           [&](const std::string& word) { return matches_wildcards(folded, word); });
    }
    // The parser refuses these for values.
    bool matches(const query::Sequence&) const { return false; }
    bool matches(const query::Near&) const { return false; }
    bool matches(const query::Modified&) const { return false; }
    bool matches(const query::LengthRange&) const { return false; }
    bool matches(const query::DateRange&) const { return false; }
    bool matches(const query::And& node) const {
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const auto& child) { return matches(*child); });
    }
    bool matches(const query::Or& node) const {
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](const auto& child) { return matches(*child); });
    }
    bool matches(const query::Not& node) const { return !matches(*node.child); }
    bool matches(const query::Required& node) const { return matches(*node.child); }
    bool matches(const query::InField& node) const { return matches(*node.child); }

    bool has_run(std::string_view text) const {
        const auto wanted = folded_tokens(text, analyzer_);
        return !wanted.empty() &&
               std::search(value_.begin(), value_.end(), wanted.begin(), wanted.end()) != value_.end();
    }

    std::vector<std::string> value_;
    const Analyzer& analyzer_;
};

std::string_view text_of(const query::Node& node) {
    if (const auto* word = std::get_if<query::Word>(&node.value)) return word->text;
    if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) return phrase->text;
    return {};
}

CursorPtr id_cursor(const query::Node& node, const IndexSegment& segment) {
    const auto row = segment.find(text_of(node));
    if (!row) return std::make_unique<NothingCursor>();
    std::vector<bool> rows(segment.articles());
    rows[*row] = true;
    return std::make_unique<RowSetCursor>(std::move(rows), 1);
}

}  // namespace

CursorPtr keyword_cursor(const Field& field, const query::Node& node, const IndexSegment& segment,
                         const Analyzer& analyzer) {
    if (field.kind == FieldKind::stored) return id_cursor(node, segment);
    const KeywordColumn& column = segment.columns().keyword(field);
    std::vector<bool> wanted(column.value_count());
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        wanted[ordinal] = ValueMatcher(column.value(ordinal), analyzer).matches(node);
    }
    std::vector<bool> rows(segment.articles());
    std::uint64_t count = 0;
    for (std::uint32_t row = 0; row < segment.articles(); ++row) {
        const auto ordinals = column.of(row);
        if (!std::any_of(ordinals.begin(), ordinals.end(), [&](std::uint32_t ordinal) { return wanted[ordinal]; }))
            continue;
        rows[row] = true;
        ++count;
    }
    return std::make_unique<RowSetCursor>(std::move(rows), count);
}

}  // namespace dateline
