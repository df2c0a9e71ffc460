#include "searcher/match/span_compiler.h"

#include <algorithm>
#include <utility>

#include "common/index/terms.h"
#include "common/text/folding.h"
#include "common/text/letter_case.h"
#include "searcher/match/keyword_cursor.h"
#include "searcher/match/leaf_ids.h"
#include "searcher/match/mention_expression.h"
#include "searcher/match/mentioned_time.h"
#include "searcher/match/query_terms.h"
#include "searcher/query/tree.h"

namespace dateline {

namespace {

/// Names and times weigh as much as a word that a third of the articles have: the number of those that have a value is
/// not at hand.
constexpr double idf_of_mentions = 1;

bool is_cased(std::string_view form, query::Modified::Kind asked) {
    switch (asked) {
    case query::Modified::Kind::caps: return has_capital(form);
    case query::Modified::Kind::all_caps: return is_all_capitals(form);
    case query::Modified::Kind::no_caps: return !has_capital(form);
    default: return true;
    }
}

/// A tree of values without its Nots; null where nothing is left.
query::NodePtr without_exclusions(const query::Node& node) {
    if (!query::has_exclusion(node)) return query::clone(node);
    const auto kept = [](const std::vector<query::NodePtr>& children) {
        std::vector<query::NodePtr> left;
        for (const query::NodePtr& child : children) {
            if (query::NodePtr sought = without_exclusions(*child)) left.push_back(std::move(sought));
        }
        return left;
    };
    std::vector<query::NodePtr> left;
    if (const auto* all = std::get_if<query::And>(&node.value)) left = kept(all->children);
    if (const auto* any = std::get_if<query::Or>(&node.value)) left = kept(any->children);
    if (left.empty()) return nullptr;
    return std::holds_alternative<query::And>(node.value) ? query::make_and(std::move(left))
                                                          : query::make_or(std::move(left));
}

}  // namespace

FieldMask text_mask(const query::InField& node) {
    const Field* field = find_field(node.field);
    return field == nullptr || field->kind != FieldKind::text ? FieldMask{0} : field->texts();
}

SpanCompiler::SpanCompiler(std::size_t segment, MatchContext& context, const PlanOptions& options)
    : number_(segment),
      segment_(*context.index().segments()[segment]),
      lists_(context.lists(segment)),
      context_(context),
      options_(options) {}

SpanExpressionPtr SpanCompiler::compile(const query::Node& node, FieldMask fields) {
    const FieldMask outer = std::exchange(fields_, fields);
    SpanExpressionPtr expression = std::visit([&](const auto& value) { return compile(value); }, node.value);
    fields_ = outer;
    return expression;
}

/// A word of several tokens, and a run of a script without spaces, stand in a row.
SpanExpressionPtr SpanCompiler::compile(const query::Word& word) {
    QueryLeaf leaf = leaf_of({word.text, word.exactness, word.span}, context_.analyzer());
    if (leaf.tokens.size() > 1 && leaf.exactness == query::Exactness::stemmed)
        leaf.exactness = query::Exactness::folded;
    return row(leaf, false);
}

SpanExpressionPtr SpanCompiler::compile(const query::Phrase& phrase) {
    if (options_.phrases_as_close_words) return stretch(phrase);
    return row(leaf_of(phrase, context_.analyzer()), true);
}

SpanExpressionPtr SpanCompiler::compile(const query::Pattern& pattern) {
    IdSet ids;
    const std::vector<std::string>& words = context_.expansion(pattern).words;
    for (const std::string& word : words) ids.add(segment_.words().find(word));
    const std::size_t part = new_part(context_.ranking().idf(context_.any_frequency(words)));
    return std::make_unique<RowExpression>(std::vector<LanguageIds>{{{all_languages, cased(ids)}}}, fields_, part);
}

SpanExpressionPtr SpanCompiler::compile(const query::Sequence& node) {
    std::vector<SpanExpressionPtr> items;
    for (const query::NodePtr& item : node.items) {
        if (node.within > 0) add_stretch_items(*item, items);
        else if (SpanExpressionPtr compiled = compile(item)) items.push_back(std::move(compiled));
    }
    if (items.size() < 2) return items.empty() ? nullptr : std::move(items.front());
    if (node.within > 0) return std::make_unique<StretchExpression>(std::move(items), node.within);
    return std::make_unique<SequenceExpression>(std::move(items), new_part(0));
}

/// Each word of a phrase is an item of its own.
void SpanCompiler::add_stretch_items(const query::Node& item, std::vector<SpanExpressionPtr>& items) {
    const auto* phrase = std::get_if<query::Phrase>(&item.value);
    if (phrase == nullptr) {
        if (SpanExpressionPtr compiled = compile(item, fields_)) items.push_back(std::move(compiled));
        return;
    }
    const QueryLeaf leaf = leaf_of(*phrase, context_.analyzer());
    for (const QueryToken& token : leaf.tokens) items.push_back(row({{token}, leaf.exactness}, false));
}

/// The words of a phrase that are close together: what is offered where none stands in a row.
SpanExpressionPtr SpanCompiler::stretch(const query::Phrase& phrase) {
    std::vector<SpanExpressionPtr> items;
    const QueryLeaf leaf = leaf_of(phrase, context_.analyzer());
    for (const QueryToken& token : leaf.tokens) items.push_back(row({{token}, leaf.exactness}, false));
    if (items.size() < 2) return items.empty() ? nullptr : std::move(items.front());
    const auto within = static_cast<unsigned>(items.size()) - 1 + close_words_slack;
    return std::make_unique<StretchExpression>(std::move(items), within);
}

SpanExpressionPtr SpanCompiler::compile(const query::Near& node) {
    SpanExpressionPtr left = compile(node.left);
    SpanExpressionPtr right = compile(node.right);
    if (!left || !right) return left || node.negated ? std::move(left) : std::move(right);
    const Proximity proximity{node.reach, node.distance, node.ordered};
    if (node.negated) return std::make_unique<AloneExpression>(std::move(left), std::move(right), proximity);
    return std::make_unique<NearExpression>(std::move(left), std::move(right), proximity);
}

SpanExpressionPtr SpanCompiler::compile(const query::Modified& node) {
    switch (node.kind) {
    case query::Modified::Kind::at_least:
    case query::Modified::Kind::boost: return compile(node.child);
    case query::Modified::Kind::first_words: {
        SpanExpressionPtr inner = compile(node.child);
        if (!inner) return nullptr;
        return std::make_unique<EarlyExpression>(std::move(inner), static_cast<std::uint32_t>(node.value));
    }
    case query::Modified::Kind::caps:
    case query::Modified::Kind::all_caps:
    case query::Modified::Kind::no_caps: break;
    }
    cases_.push_back(node.kind);
    SpanExpressionPtr inner = compile(node.child);
    cases_.pop_back();
    return inner;
}

SpanExpressionPtr SpanCompiler::compile(const query::Or& node) {
    std::vector<SpanExpressionPtr> items;
    for (const query::NodePtr& child : node.children) {
        if (SpanExpressionPtr compiled = compile(child)) items.push_back(std::move(compiled));
    }
    return either(std::move(items));
}

SpanExpressionPtr SpanCompiler::compile(const query::DateRange& range) {
    if (!range.mentioned || range.undated) return nullptr;
    const Field& field = *find_field("mentions");
    std::vector<bool> wanted;
    for (const double close : closeness_of_values(segment_.columns().keyword(field), range.interval))
        wanted.push_back(close > 0);
    std::vector<WantedNames> values;
    values.push_back({&context_.names(number_).of(field), std::move(wanted)});
    return std::make_unique<MentionExpression>(segment_, std::move(values), fields_, new_part(idf_of_mentions));
}

/// What is excluded has no places.
SpanExpressionPtr SpanCompiler::values(const query::InField& node) {
    const Field* field = find_field(node.field);
    if (field == nullptr || !node.placed) return nullptr;
    const query::NodePtr sought = without_exclusions(*node.child);
    if (!sought) return nullptr;
    std::vector<WantedNames> values;
    for (const ValueNames* names : context_.names(number_).all_of(*field)) {
        values.push_back({names, matching_names(*names, *sought, context_.analyzer())});
    }
    return std::make_unique<MentionExpression>(segment_, std::move(values), fields_, new_part(idf_of_mentions));
}

SpanExpressionPtr SpanCompiler::compile(const query::InField& node) {
    if (node.filter) return values(node);
    return compile(*node.child, static_cast<FieldMask>(fields_ & text_mask(node)));
}

SpanExpressionPtr SpanCompiler::either(std::vector<SpanExpressionPtr> items) {
    if (items.size() < 2) return items.empty() ? nullptr : std::move(items.front());
    return std::make_unique<EitherExpression>(std::move(items));
}

SpanExpressionPtr SpanCompiler::row(const QueryLeaf& leaf, bool is_phrase) {
    if (leaf.tokens.empty()) return nullptr;
    std::vector<LanguageIds> items;
    double idf = 0;
    for (std::size_t i = 0; i < leaf.tokens.size(); ++i) {
        idf += idf_of(leaf.tokens[i], leaf.exactness);
        if (leaf.exactness == query::Exactness::stemmed) items.push_back(stemmed_ids(leaf.tokens[i]));
        else items.push_back({{all_languages, cased(leaf_ids(segment_, leaf, i, is_phrase))}});
    }
    return std::make_unique<RowExpression>(std::move(items), fields_, new_part(idf));
}

LanguageIds SpanCompiler::stemmed_ids(const QueryToken& token) {
    const WordClass& words = lists_.stemmed(context_.analyzer(), token.literal, token.folded).words;
    LanguageIds ids;
    const bool same_in_all = std::all_of(words.words.begin(), words.words.end(),
                                         [](const ClassWord& word) { return word.languages == all_languages; });
    if (same_in_all) {
        ids.emplace_back(all_languages, cased(words.ids(segment_.words(), all_languages)));
        return ids;
    }
    const LanguageMask present = lists_.present_languages();
    for (unsigned bit = 0; bit < 64; ++bit) {
        const LanguageMask language = LanguageMask{1} << bit;
        if ((present & language) != 0) ids.emplace_back(language, cased(words.ids(segment_.words(), language)));
    }
    return ids;
}

/// The numbers of forms whose letters are as every CAPS, ALLCAPS and NOCAPS around them asks. A form that is its own
/// folded word has no capitals.
IdSet SpanCompiler::cased(const IdSet& ids) const {
    if (cases_.empty()) return ids;
    IdSet kept;
    for (const IdRange& range : ids.ranges()) {
        for (std::uint32_t id = range.begin; id < range.end; ++id) {
            const std::string_view form = segment_.words().literal(id, {});
            const bool keep = std::all_of(cases_.begin(), cases_.end(),
                                          [form](query::Modified::Kind asked) { return is_cased(form, asked); });
            if (keep) kept.add({id, id + 1});
        }
    }
    return kept;
}

std::size_t SpanCompiler::new_part(double idf) {
    idf_ += idf;
    idf_of_part_.push_back(idf);
    return idf_of_part_.size() - 1;
}

double SpanCompiler::idf_of(const QueryToken& token, query::Exactness exactness) {
    if (exactness == query::Exactness::stemmed)
        return context_.ranking().idf(context_.stemmed_frequency(token.literal, token.folded));
    return context_.ranking().idf(static_cast<double>(context_.document_frequency(terms::word(token.folded))));
}

}  // namespace dateline
