#include "tests/searcher/reference.h"

#include <algorithm>
#include <chrono>

namespace dateline::tests {

using Kind = RefNode::Kind;

bool RefNode::is_positional() const {
    switch (kind) {
    case Kind::all:
    case Kind::except:
    case Kind::at_least:
    case Kind::longer:
    case Kind::year: return false;
    default: return std::all_of(children.begin(), children.end(), [](const RefPtr& c) { return c->is_positional(); });
    }
}

namespace {

std::string bare(const RefNode& node) {
    if (node.kind != Kind::either) return node.text;
    std::string text = "(";
    for (const RefPtr& child : node.children) text += (text.size() > 1 ? " OR " : "") + child->text;
    return text + ")";
}

std::string joined(const std::vector<RefPtr>& nodes, const std::string& between) {
    std::string text = "(";
    for (const RefPtr& node : nodes) text += (text.size() > 1 ? between : "") + node->written();
    return text + ")";
}

std::string operator_of(const RefNode& near) {
    const std::string start = near.negated ? "NOT " : "";
    if (near.reach == 's') return start + "W/S";
    if (near.reach == 'p') return start + "W/P";
    return start + (near.ordered ? "PRE/" : "W/") + std::to_string(near.number);
}

}  // namespace

std::string RefNode::written() const {
    const auto only = [this] { return "(" + children[0]->written() + ")"; };
    switch (kind) {
    case Kind::stemmed:
    case Kind::wildcard: return text;
    case Kind::folded: return "\"" + text + "\"";
    case Kind::literal: return "=" + text;
    case Kind::row:
    case Kind::stretch: {
        std::string inside;
        for (const RefPtr& child : children) inside += (inside.empty() ? "" : " ") + bare(*child);
        return "\"" + inside + "\"" + (kind == Kind::stretch ? "~" + std::to_string(number) : "");
    }
    case Kind::near:
        return "(" + children[0]->written() + " " + operator_of(*this) + " " + children[1]->written() + ")";
    case Kind::either: return joined(children, " OR ");
    case Kind::all: return joined(children, " ");
    case Kind::except: return "(" + children[0]->written() + " -" + children[1]->written() + ")";
    case Kind::in_field: return text + ":" + only();
    case Kind::at_least: return "ATLEAST" + std::to_string(number) + only();
    case Kind::first_words: return only() + "/F" + std::to_string(number) + "/";
    case Kind::caps: return "CAPS" + only();
    case Kind::all_caps: return "ALLCAPS" + only();
    case Kind::no_caps: return "NOCAPS" + only();
    case Kind::longer: return "wc>" + std::to_string(number);
    case Kind::year: return "date:" + std::to_string(number);
    }
    return {};
}

RefArticle::RefArticle(const Article& article, const Analyzer& analyzer)
    : analyzer_(analyzer), language_(article.language) {
    if (article.published) {
        const std::chrono::sys_seconds published{std::chrono::seconds(article.published->date.seconds)};
        year_ = static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(published)).year());
    }
    add(article.title, "title");
    add(article.lead, "lead");
    add(article.body, "body");
    for (const Caption& caption : article.captions) add(caption.text, "caption");
}

void RefArticle::add(std::string_view text, const std::string& field) {
    ++sentence_;
    ++paragraph_;
    for (const Token& token : analyzer_.tokens(text)) {
        const Segment& place = token.place;
        if (place.break_before != Break::none) ++sentence_;
        if (place.break_before == Break::paragraph) ++paragraph_;
        const std::string literal(text.substr(place.begin, place.end - place.begin));
        words_.push_back({token.folded, literal, analyzer_.stem(literal, language_), field, sentence_, paragraph_});
    }
}

namespace {

bool wild(std::string_view pattern, std::string_view word) {
    if (pattern.empty()) return word.empty();
    if (pattern[0] == '*') {
        for (std::size_t taken = 0; taken <= word.size(); ++taken) {
            if (wild(pattern.substr(1), word.substr(taken))) return true;
        }
        return false;
    }
    return !word.empty() && (pattern[0] == '?' || pattern[0] == word[0]) && wild(pattern.substr(1), word.substr(1));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

RefSpan covering(RefSpan a, RefSpan b) { return {std::min(a.first, b.first), std::max(a.second, b.second)}; }
bool overlapping(RefSpan a, RefSpan b) { return a.first < b.second && b.first < a.second; }

}  // namespace

bool RefArticle::is_word(std::uint32_t at, const RefNode& node, const Scope& scope) const {
    const Word& word = words_[at];
    if (!scope.fields.contains(word.field)) return false;
    const bool any = std::any_of(word.literal.begin(), word.literal.end(), is_capital);
    const bool small = std::any_of(word.literal.begin(), word.literal.end(), is_small);
    if (scope.letter_cases.contains(Kind::caps) && !any) return false;
    if (scope.letter_cases.contains(Kind::all_caps) && (!any || small)) return false;
    if (scope.letter_cases.contains(Kind::no_caps) && any) return false;
    const std::vector<Token> own = analyzer_.tokens(node.text);
    switch (node.kind) {
    case Kind::stemmed: return word.folded == own[0].folded || word.stem == analyzer_.stem(node.text, language_);
    case Kind::folded: return word.folded == own[0].folded;
    case Kind::literal: return word.literal == node.text;
    default: return wild(node.text, word.folded);
    }
}

bool RefArticle::in_one_text(std::uint32_t a, std::uint32_t b) const {
    const auto text = [this](std::uint32_t at) { return words_[at].field == "lead" ? "body" : words_[at].field; };
    return text(a) == text(b);
}

bool RefArticle::is_near(const RefNode& near, RefSpan a, RefSpan b) const {
    if (overlapping(a, b)) return false;
    const bool in_order = a.second <= b.first;
    if (near.ordered && !in_order) return false;
    const RefSpan both = covering(a, b);
    const std::uint32_t first = both.first;
    const std::uint32_t last = both.second - 1;
    if (near.reach == 's') return words_[first].sentence == words_[last].sentence;
    if (near.reach == 'p') return words_[first].paragraph == words_[last].paragraph;
    const std::uint32_t distance = 1 + (in_order ? b.first - a.second : a.first - b.second);
    return distance <= near.number && in_one_text(first, last);
}

RefArticle::Scope RefArticle::inner(const RefNode& node, Scope scope) {
    if (node.kind == Kind::caps || node.kind == Kind::all_caps || node.kind == Kind::no_caps)
        scope.letter_cases.insert(node.kind);
    if (node.kind == Kind::in_field) {
        const std::set<std::string> asked =
            node.text == "hlead" ? std::set<std::string>{"title", "lead"} : std::set<std::string>{node.text};
        std::erase_if(scope.fields, [&](const std::string& field) { return !asked.contains(field); });
    }
    return scope;
}

std::set<RefSpan> RefArticle::spans(const RefNode& node, const Scope& outer) const {
    const Scope scope = inner(node, outer);
    const auto of = [&](std::size_t child) { return spans(*node.children[child], scope); };
    std::set<RefSpan> found;
    switch (node.kind) {
    case Kind::stemmed:
    case Kind::folded:
    case Kind::literal:
    case Kind::wildcard:
        for (std::uint32_t at = 0; at < words_.size(); ++at) {
            if (is_word(at, node, scope)) found.insert({at, at + 1});
        }
        break;
    case Kind::row:
        found = of(0);
        for (std::size_t child = 1; child < node.children.size(); ++child) {
            std::set<RefSpan> longer;
            const std::set<RefSpan> next = of(child);
            for (const RefSpan& a : found) {
                for (const RefSpan& b : next) {
                    if (a.second == b.first && words_[a.first].paragraph == words_[b.second - 1].paragraph)
                        longer.insert({a.first, b.second});
                }
            }
            found = longer;
        }
        break;
    case Kind::stretch:  // of two children
        for (const RefSpan& a : of(0)) {
            for (const RefSpan& b : of(1)) {
                const RefSpan both = covering(a, b);
                if (!overlapping(a, b) && both.second - both.first - 1 <= node.number &&
                    in_one_text(both.first, both.second - 1))
                    found.insert(both);
            }
        }
        break;
    case Kind::near: {
        const std::set<RefSpan> right = of(1);
        for (const RefSpan& a : of(0)) {
            const bool any =
                std::any_of(right.begin(), right.end(), [&](const RefSpan& b) { return is_near(node, a, b); });
            if (node.negated && !any) found.insert(a);
            for (const RefSpan& b : right) {
                if (!node.negated && is_near(node, a, b)) found.insert(covering(a, b));
            }
        }
        break;
    }
    case Kind::either:
        for (std::size_t child = 0; child < node.children.size(); ++child) found.merge(of(child));
        break;
    case Kind::first_words:
        for (const RefSpan& span : of(0)) {
            if (span.second <= node.number) found.insert(span);
        }
        break;
    default: found = of(0);
    }
    return found;
}

void RefArticle::mark(const RefNode& node, const Scope& outer, const std::set<RefSpan>& wanted,
                      std::set<RefSpan>& out) const {
    const Scope scope = inner(node, outer);
    switch (node.kind) {
    case Kind::stemmed:
    case Kind::folded:
    case Kind::literal:
    case Kind::wildcard:
    case Kind::row: out.insert(wanted.begin(), wanted.end()); return;
    case Kind::near: {
        if (node.negated) return mark(*node.children[0], scope, wanted, out);
        std::set<RefSpan> left;
        std::set<RefSpan> right;
        for (const RefSpan& a : spans(*node.children[0], scope)) {
            for (const RefSpan& b : spans(*node.children[1], scope)) {
                if (!is_near(node, a, b) || !wanted.contains(covering(a, b))) continue;
                left.insert(a);
                right.insert(b);
            }
        }
        mark(*node.children[0], scope, left, out);
        mark(*node.children[1], scope, right, out);
        return;
    }
    case Kind::stretch:
        for (const RefPtr& child : node.children) {
            for (const RefSpan& span : spans(*child, scope)) {
                if (std::any_of(wanted.begin(), wanted.end(), [&](const RefSpan& stretch) {
                        return stretch.first == span.first || stretch.second == span.second;
                    }))
                    out.insert(span);
            }
        }
        return;
    default:
        for (const RefPtr& child : node.children) {
            std::set<RefSpan> own;
            const std::set<RefSpan> all = spans(*child, scope);
            std::set_intersection(all.begin(), all.end(), wanted.begin(), wanted.end(), std::inserter(own, own.end()));
            mark(*child, scope, own, out);
        }
    }
}

bool RefArticle::matches(const RefNode& node) const { return matches(node, {}); }
std::set<RefSpan> RefArticle::marks(const RefNode& node) const {
    return matches(node) ? marks(node, {}) : std::set<RefSpan>();
}

bool RefArticle::matches(const RefNode& node, const Scope& scope) const {
    const auto child_matches = [&](const RefPtr& child) { return matches(*child, inner(node, scope)); };
    switch (node.kind) {
    case Kind::all: return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case Kind::except: return child_matches(node.children[0]) && !child_matches(node.children[1]);
    case Kind::at_least: return spans(*node.children[0], scope).size() >= node.number;
    case Kind::longer:
        return static_cast<std::uint32_t>(std::count_if(words_.begin(), words_.end(), [](const Word& word) {
                   return word.field == "lead" || word.field == "body";
               })) > node.number;
    case Kind::year: return year_ == static_cast<int>(node.number);
    case Kind::either: return std::any_of(node.children.begin(), node.children.end(), child_matches);
    case Kind::in_field: return child_matches(node.children[0]);
    default: return !spans(node, scope).empty();
    }
}

std::set<RefSpan> RefArticle::marks(const RefNode& node, const Scope& scope) const {
    std::set<RefSpan> out;
    const auto add = [&](const RefPtr& child) {
        if (matches(*child, inner(node, scope))) out.merge(marks(*child, inner(node, scope)));
    };
    switch (node.kind) {
    case Kind::all:
    case Kind::either:
    case Kind::in_field: std::for_each(node.children.begin(), node.children.end(), add); return out;
    case Kind::except: add(node.children[0]); return out;
    case Kind::longer:
    case Kind::year: return out;
    case Kind::at_least: mark(*node.children[0], scope, spans(*node.children[0], scope), out); return out;
    default: mark(node, scope, spans(node, scope), out); return out;
    }
}

}  // namespace dateline::tests
