#include "searcher/query/synonyms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "common/text/folding.h"
#include "common/text/utf8.h"
#include "searcher/query/tree.h"

namespace dateline::query {

namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(at), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return parts;
}

/// What sides are compared by: the folded words; a hyphen parts words as a blank does.
std::string folded_key(std::string_view text) {
    std::string key;
    for (const std::string_view word : split(text, " \t-")) key.append(key.empty() ? "" : " ").append(fold(word));
    return key;
}

/// Reads one file.
class Reader {
public:
    Reader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    /// Calls `add` with the sides of each list.
    template <typename Add>
    void read(Add add) {
        for (std::string_view rest = text_; !rest.empty();) {
            ++line_number_;
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            line_ = rest.substr(0, end);
            if (line_.ends_with('\r')) line_.remove_suffix(1);
            rest.remove_prefix(std::min(rest.size(), end + 1));
            check_encoding();
            const std::string_view content = trim(line_);
            if (!content.empty() && content.front() != '#') add(read_list());
        }
    }

private:
    std::vector<Synonyms::Side> read_list() const {
        std::vector<Synonyms::Side> sides;
        for (std::size_t begin = 0; begin <= line_.size();) {
            const std::size_t end = std::min(line_.find('=', begin), line_.size());
            sides.push_back(read_side(begin, end));
            begin = end + 1;
        }
        if (sides.size() < 2) fail(line_.size(), "a list has at least two sides", "write uk = united kingdom");
        return sides;
    }

    Synonyms::Side read_side(std::size_t begin, std::size_t end) const {
        std::string_view text = trim(line_.substr(begin, end - begin));
        if (text.empty()) fail(begin, "there is nothing on this side of the =", "write uk = united kingdom");
        const std::size_t at = static_cast<std::size_t>(text.data() - line_.data());
        const bool quoted = text.size() > 2 && text.front() == '"' && text.back() == '"';
        const bool literal = text.size() > 2 && text.front() == '{' && text.back() == '}';
        if (quoted || literal) text = text.substr(1, text.size() - 2);
        const std::size_t sign = text.find_first_of("\"(){}*:^~");
        if (sign != std::string_view::npos) {
            fail(at + sign + (quoted || literal ? 1 : 0), fmt::format("{} has no meaning here", text[sign]),
                 "each side is a word or a phrase, in {braces} where it counts as written");
        }
        const std::string squeezed = squeeze_space(text);
        const bool has_letters = std::any_of(squeezed.begin(), squeezed.end(), [](char c) {
            const bool ascii = static_cast<unsigned char>(c) < 0x80U;
            return !ascii || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        if (!has_letters) fail(at, "there is no word on this side", "each side is a word or a phrase");
        return {squeezed, literal};
    }

    void check_encoding() const {
        const std::size_t valid = valid_utf8_prefix(line_);
        if (valid < line_.size()) fail(valid, "this is no UTF-8", "save the file as UTF-8");
        const std::size_t zero = line_.find('\0');
        if (zero != std::string_view::npos) fail(zero, "there is a NUL", "synonyms are plain text");
    }

    [[noreturn]] void fail(std::size_t byte, const std::string& message, const std::string& proposal) const {
        const std::size_t column = count_code_points(line_.substr(0, byte)) + 1;
        throw SynonymsError(
            fmt::format("{}, line {}, column {}: {}; {}", name_, line_number_, column, message, proposal));
    }

    std::string_view text_;
    const std::string& name_;
    std::string_view line_;
    std::size_t line_number_ = 0;
};

/// A script written without blanks: a word of it is a run that must stand together.
bool is_spaceless(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = next_code_point(text, at);
        const bool south_east_asian = (point >= 0x0E00 && point < 0x0F00) || (point >= 0x1000 && point < 0x10A0) ||
                                      (point >= 0x1780 && point < 0x1800);
        const bool east_asian = point >= 0x2E80 && (point < 0xAC00 || point >= 0xF900) && point < 0xFF00;
        if (south_east_asian || east_asian || point >= 0x20000) return true;
    }
    return false;
}

NodePtr node_of(const Synonyms::Side& side, Span span) {
    const bool is_phrase = side.text.find_first_of(" -") != std::string::npos || is_spaceless(side.text);
    if (is_phrase) return make_node(Phrase{side.text, side.literal ? Exactness::literal : Exactness::folded, span});
    return make_node(Word{side.text, side.literal ? Exactness::literal : Exactness::stemmed, span});
}

/// Puts the synonyms into one tree.
class Expander {
public:
    explicit Expander(const Synonyms& synonyms) : synonyms_(synonyms) {}

    NodePtr visit(const Node& node) {
        return std::visit([&](const auto& value) { return (*this)(node, value); }, node.value);
    }
    std::vector<std::string> take_notes() { return std::move(notes_); }

private:
    NodePtr operator()(const Node&, const Word& word) {
        std::vector<NodePtr> own;
        own.push_back(make_node(word));
        return with_others({word_text(word)}, std::move(own), word.span);
    }
    NodePtr operator()(const Node&, const And& node) { return make_and(visit_list(node.children)); }
    NodePtr operator()(const Node&, const Or& node) {
        std::vector<NodePtr> children;
        for (const NodePtr& child : node.children) children.push_back(visit(*child));
        return make_or(std::move(children));
    }
    NodePtr operator()(const Node&, const Not& node) { return make_node(Not{visit(*node.child)}); }
    NodePtr operator()(const Node&, const Required& node) { return make_node(Required{visit(*node.child)}); }
    NodePtr operator()(const Node& node, const InField& in) {
        if (in.filter) return clone(node);
        return make_node(InField{in.field, visit(*in.child), in.filter, in.span, in.placed});
    }
    NodePtr operator()(const Node&, const Near& node) {
        return make_node(Near{visit(*node.left), visit(*node.right), node.reach, node.distance, node.ordered,
                              node.negated, node.span});
    }
    NodePtr operator()(const Node& node, const Modified& modified) {
        switch (modified.kind) {
        case Modified::Kind::caps:
        case Modified::Kind::all_caps:
        case Modified::Kind::no_caps: return clone(node);
        case Modified::Kind::at_least:
        case Modified::Kind::first_words:
        case Modified::Kind::boost: break;
        }
        return make_node(Modified{modified.kind, modified.value, visit(*modified.child), modified.span});
    }
    NodePtr operator()(const Node& node, const Phrase&) { return clone(node); }
    NodePtr operator()(const Node& node, const Pattern&) { return clone(node); }
    NodePtr operator()(const Node& node, const Sequence&) { return clone(node); }
    NodePtr operator()(const Node& node, const DateRange&) { return clone(node); }
    NodePtr operator()(const Node& node, const LengthRange&) { return clone(node); }

    static std::string_view word_text(const Word& word) {
        return word.exactness == Exactness::stemmed ? std::string_view(word.text) : std::string_view();
    }

    /// Words side by side may be one side of a list.
    std::vector<NodePtr> visit_list(const std::vector<NodePtr>& children) {
        std::vector<NodePtr> visited;
        for (std::size_t i = 0; i < children.size();) {
            NodePtr found;
            std::size_t taken = 1;
            for (std::size_t run = std::min(run_of_words(children, i), synonyms_.most_words()); run > 1; --run) {
                found = visit_run(children, i, run);
                if (!found) continue;
                taken = run;
                break;
            }
            visited.push_back(found ? std::move(found) : visit(*children[i]));
            i += taken;
        }
        return visited;
    }

    static std::size_t run_of_words(const std::vector<NodePtr>& children, std::size_t from) {
        std::size_t end = from;
        while (end < children.size()) {
            const auto* word = std::get_if<Word>(&children[end]->value);
            if (word == nullptr || word->exactness != Exactness::stemmed) break;
            ++end;
        }
        return end - from;
    }

    /// Null where these words are no side.
    NodePtr visit_run(const std::vector<NodePtr>& children, std::size_t from, std::size_t count) {
        std::vector<std::string_view> words;
        std::vector<NodePtr> own;
        Span span = std::get<Word>(children[from]->value).span;
        for (std::size_t i = from; i < from + count; ++i) {
            const auto& word = std::get<Word>(children[i]->value);
            words.push_back(word.text);
            own.push_back(clone(*children[i]));
            span.end = word.span.end;
        }
        if (synonyms_.others_of(words).empty()) return nullptr;
        return with_others(words, std::move(own), span);
    }

    NodePtr with_others(const std::vector<std::string_view>& words, std::vector<NodePtr> own, Span span) {
        const std::vector<Synonyms::Side> others = synonyms_.others_of(words);
        if (others.empty()) return make_and(std::move(own));
        std::vector<NodePtr> alternatives;
        alternatives.push_back(make_and(std::move(own)));
        std::string names;
        for (const Synonyms::Side& other : others) {
            alternatives.push_back(node_of(other, span));
            names.append(names.empty() ? "" : ", ").append(other.text);
        }
        const std::string note = fmt::format("{} was also searched as {} (synonyms).", fmt::join(words, " "), names);
        if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) notes_.push_back(note);
        return make_or(std::move(alternatives));
    }

    const Synonyms& synonyms_;
    std::vector<std::string> notes_;
};

}  // namespace

Synonyms Synonyms::parse(std::string_view text, const std::string& name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    Synonyms synonyms;
    Reader(text, name).read([&](std::vector<Side> sides) { synonyms.add_list(std::move(sides)); });
    return synonyms;
}

Synonyms Synonyms::read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) throw IoError("cannot read " + path.string());
    return parse(text, path.string());
}

void Synonyms::add_list(std::vector<Side> sides) {
    std::set<std::string> keys;
    for (const Side& side : sides) {
        const std::string key = folded_key(side.text);
        most_words_ = std::max(most_words_, split(key, " ").size());
        if (keys.insert(key).second) lists_of_.emplace(key, lists_.size());
    }
    lists_.push_back(std::move(sides));
}

std::vector<Synonyms::Side> Synonyms::others_of(const std::vector<std::string_view>& words) const {
    const std::string written = fmt::format("{}", fmt::join(words, " "));
    const std::string key = folded_key(written);
    const auto is_same = [&](const Side& side) {
        return side.literal ? side.text == written : folded_key(side.text) == key;
    };
    std::vector<Side> others;
    const auto [begin, end] = lists_of_.equal_range(key);
    for (auto at = begin; at != end; ++at) {
        const std::vector<Side>& list = lists_[at->second];
        if (std::none_of(list.begin(), list.end(), is_same)) continue;
        for (const Side& side : list) {
            if (!is_same(side) && std::find(others.begin(), others.end(), side) == others.end()) others.push_back(side);
        }
    }
    return others;
}

WithSynonyms with_synonyms(const Node& tree, const Synonyms& synonyms) {
    Expander expander(synonyms);
    NodePtr expanded = expander.visit(tree);
    return {std::move(expanded), expander.take_notes()};
}

}  // namespace dateline::query
