#include "searcher/match/keyword_cursor.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/address_cursor.h"
#include "searcher/match/boolean_cursors.h"
#include "searcher/match/expansion.h"
#include "searcher/query/tree.h"

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

template <typename WordOrPhrase>
bool is_exact(const WordOrPhrase& node) {
    return node.exactness == query::Exactness::literal;
}

/// The one value that a node asks for; nothing where it asks for words or for more.
std::optional<std::string_view> exact_value(const query::Node& node) {
    if (const auto* required = std::get_if<query::Required>(&node.value)) return exact_value(*required->child);
    if (const auto* word = std::get_if<query::Word>(&node.value); word != nullptr && is_exact(*word)) return word->text;
    if (const auto* phrase = std::get_if<query::Phrase>(&node.value); phrase != nullptr && is_exact(*phrase))
        return phrase->text;
    return std::nullopt;
}

/// Whether a value satisfies a query node without exclusions.
class ValueMatcher {
public:
    /// `may_be_exact`: whether one that asks for the whole of this value finds it.
    ValueMatcher(std::string_view value, const Analyzer& analyzer, bool may_be_exact)
        : value_(folded_tokens(value, analyzer)), analyzer_(analyzer) {
        if (may_be_exact) whole_ = value;
    }

    /// A value without words, such as "***", has a beginning all the same.
    bool matches(const query::Node& node) const {
        std::size_t begin = 0;
        do {
            if (!ends(node, begin).empty()) return true;
        } while (++begin < value_.size());
        return false;
    }

private:
    using Ends = std::set<std::size_t>;

    /// Behind which words of the value the node may end that begins with this one.
    Ends ends(const query::Node& node, std::size_t begin) const {
        return std::visit([&](const auto& value) { return ends(value, begin); }, node.value);
    }
    Ends ends(const query::Word& word, std::size_t begin) const {
        return is_exact(word) ? ends_of_whole(word.text, begin) : ends_of_run(word.text, begin);
    }
    Ends ends(const query::Phrase& phrase, std::size_t begin) const {
        return is_exact(phrase) ? ends_of_whole(phrase.text, begin) : ends_of_run(phrase.text, begin);
    }
    Ends ends(const query::Pattern& pattern, std::size_t begin) const {
        const bool is_match = begin < value_.size() && matches_wildcards(folded_pattern(pattern.text), value_[begin]);
        return is_match ? Ends{begin + 1} : Ends{};
    }
    Ends ends(const query::Sequence& node, std::size_t begin) const {
        Ends reached{begin};
        for (const query::NodePtr& item : node.items) {
            Ends next;
            for (const std::size_t from : reached) {
                if (from < value_.size()) next.merge(ends(*item, from));
            }
            reached = std::move(next);
        }
        return reached;
    }
    Ends ends(const query::Or& node, std::size_t begin) const {
        Ends all;
        for (const query::NodePtr& child : node.children) all.merge(ends(*child, begin));
        return all;
    }
    /// All of them somewhere in the value.
    Ends ends(const query::And& node, std::size_t begin) const {
        const bool all =
            std::all_of(node.children.begin(), node.children.end(), [&](const auto& child) { return matches(*child); });
        return all ? Ends{begin + 1} : Ends{};
    }
    Ends ends(const query::Required& node, std::size_t begin) const { return ends(*node.child, begin); }
    Ends ends(const query::InField& node, std::size_t begin) const { return ends(*node.child, begin); }
    // Exclusions are taken of articles, and the parser refuses the others for values.
    Ends ends(const query::Not&, std::size_t) const { return {}; }
    Ends ends(const query::Near&, std::size_t) const { return {}; }
    Ends ends(const query::Modified&, std::size_t) const { return {}; }
    Ends ends(const query::LengthRange&, std::size_t) const { return {}; }
    Ends ends(const query::DateRange&, std::size_t) const { return {}; }

    Ends ends_of_whole(std::string_view text, std::size_t begin) const {
        return begin == 0 && text == whole_ ? Ends{value_.size()} : Ends{};
    }
    Ends ends_of_run(std::string_view text, std::size_t begin) const {
        const auto wanted = folded_tokens(text, analyzer_);
        if (wanted.empty() || wanted.size() > value_.size() - begin) return {};
        const bool is_run =
            std::equal(wanted.begin(), wanted.end(), value_.begin() + static_cast<std::ptrdiff_t>(begin));
        return is_run ? Ends{begin + wanted.size()} : Ends{};
    }

    std::optional<std::string_view> whole_;
    std::vector<std::string> value_;
    const Analyzer& analyzer_;
};

using Rows = std::vector<bool>;

/// The rows whose articles satisfy a tree of values. Words side by side are asked of one value (`author:(jane smith)`
/// is one author), but an exclusion of the whole article: no value of it may be so.
class ValueRows {
public:
    /// `leaf`: the rows that have a value for a node without exclusions.
    ValueRows(std::size_t articles, std::function<Rows(const query::Node&)> leaf)
        : articles_(articles), leaf_(std::move(leaf)) {}

    Rows of(const query::Node& node) const {
        if (!query::has_exclusion(node)) return leaf_(node);
        Rows rows(articles_);
        if (const auto* either = std::get_if<query::Or>(&node.value)) {
            for (const query::NodePtr& child : either->children) add(rows, of(*child));
        } else if (const auto* all = std::get_if<query::And>(&node.value)) {
            rows = of_all(*all);
        }
        return rows;
    }

private:
    Rows of_all(const query::And& node) const {
        Rows rows(articles_, true);
        std::vector<query::NodePtr> together;
        for (const query::NodePtr& child : node.children) {
            if (const auto* excluded = std::get_if<query::Not>(&child->value)) keep(rows, of(*excluded->child), false);
            else if (query::has_exclusion(*child)) keep(rows, of(*child), true);
            else together.push_back(query::clone(*child));
        }
        if (!together.empty()) keep(rows, leaf_(*query::make_and(std::move(together))), true);
        return rows;
    }

    static void add(Rows& rows, const Rows& others) {
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = rows[row] || others[row];
    }
    /// Keeps those that are among the others, or those that are not.
    static void keep(Rows& rows, const Rows& others, bool among) {
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = rows[row] && others[row] == among;
    }

    std::size_t articles_;
    std::function<Rows(const query::Node&)> leaf_;
};

/// An id is compared as it is written, and an article has only one.
Rows rows_of_ids(const query::Node& node, const IndexSegment& segment) {
    Rows rows(segment.articles());
    const auto add = [&](std::string_view id) {
        if (const auto row = segment.find(id)) rows[*row] = true;
    };
    if (const auto* word = std::get_if<query::Word>(&node.value)) add(word->text);
    if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) add(phrase->text);
    if (const auto* required = std::get_if<query::Required>(&node.value)) return rows_of_ids(*required->child, segment);
    if (const auto* either = std::get_if<query::Or>(&node.value)) {
        for (const query::NodePtr& child : either->children) {
            const Rows of_child = rows_of_ids(*child, segment);
            for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = rows[row] || of_child[row];
        }
    }
    return rows;
}

/// Adds the rows that have a matching name.
void add_rows_of_names(const query::Node& node, const ValueNames& names, const Analyzer& analyzer, Rows& rows) {
    const std::vector<bool> wanted = matching_names(names, node, analyzer);
    if (std::find(wanted.begin(), wanted.end(), true) == wanted.end()) return;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        names.each(row, [&](std::uint32_t name) {
            if (wanted[name]) rows[row] = true;
        });
    }
}

/// Says quickly of most values that they cannot match: a column of names has hundreds of thousands, and to cut one into
/// words takes a microsecond.
class ValueGlance {
public:
    ValueGlance(const query::Node& node, const Analyzer& analyzer) : analyzer_(analyzer) { take(node); }

    bool may_match(std::string_view value) const {
        if (needed_.empty() || !is_plain(value)) return true;
        return std::all_of(needed_.begin(), needed_.end(),
                           [&](const std::string& word) { return contains_ascii_folded(value, word); });
    }

private:
    /// The folded words that every matching value has.
    void take(const query::Node& node) {
        if (const auto* word = std::get_if<query::Word>(&node.value)) take(word->text);
        if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) take(phrase->text);
        if (const auto* required = std::get_if<query::Required>(&node.value)) take(*required->child);
        if (const auto* all = std::get_if<query::And>(&node.value)) {
            for (const query::NodePtr& child : all->children) take(*child);
        }
    }
    void take(std::string_view text) {
        for (std::string& word : folded_tokens(text, analyzer_)) needed_.push_back(std::move(word));
    }

    /// Letters, digits, blanks and hyphens of ASCII: folding changes nothing but their case.
    static bool is_plain(std::string_view value) {
        return std::all_of(value.begin(), value.end(), [](char c) {
            return c == ' ' || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
    }
    static bool contains_ascii_folded(std::string_view value, std::string_view word) {
        const auto same = [](char written, char folded) {
            return written == folded || (written >= 'A' && written <= 'Z' && written - 'A' + 'a' == folded);
        };
        return std::search(value.begin(), value.end(), word.begin(), word.end(), same) != value.end();
    }

    const Analyzer& analyzer_;
    std::vector<std::string> needed_;
};

}  // namespace

CursorPtr keyword_cursor(const Field& field, const query::Node& node, SegmentNames& names, const Analyzer& analyzer) {
    const IndexSegment& segment = names.segment();
    if (is_read_from_cards(field.kind)) return address_cursor(field.kind, node, segment);
    const auto leaf = [&](const query::Node& values) {
        if (field.kind == FieldKind::stored) return rows_of_ids(values, segment);
        Rows found(segment.articles());
        for (const ValueNames* of_field : names.all_of(field)) add_rows_of_names(values, *of_field, analyzer, found);
        return found;
    };
    Rows rows = ValueRows(segment.articles(), leaf).of(node);
    const auto count = static_cast<std::uint64_t>(std::count(rows.begin(), rows.end(), true));
    return std::make_unique<RowSetCursor>(std::move(rows), count);
}

namespace {

/// One search by halves instead of a look at every name.
std::vector<bool> exactly_named(const ValueNames& names, std::string_view value) {
    std::vector<bool> matching(names.size());
    if (const auto number = names.find(value)) matching[*number] = true;
    for (const ValueNames::Also& also : names.also()) {
        if (also.of_this_field && also.written == value) matching[also.number] = true;
    }
    return matching;
}

}  // namespace

std::vector<bool> matching_names(const ValueNames& names, const query::Node& node, const Analyzer& analyzer) {
    if (const auto value = exact_value(node)) return exactly_named(names, *value);
    const ValueGlance glance(node, analyzer);
    const auto matches = [&](std::string_view name, bool may_be_exact) {
        return glance.may_match(name) && ValueMatcher(name, analyzer, may_be_exact).matches(node);
    };
    std::vector<bool> matching(names.size());
    for (std::uint32_t number = 0; number < names.size(); ++number)
        matching[number] = matches(names.name(number), true);
    for (const ValueNames::Also& also : names.also()) {
        if (matches(also.written, also.of_this_field)) matching[also.number] = true;
    }
    return matching;
}

}  // namespace dateline
