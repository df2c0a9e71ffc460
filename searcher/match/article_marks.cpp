#include "searcher/match/article_marks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

#include "searcher/match/query_terms.h"
#include "searcher/match/span_compiler.h"

namespace dateline {

/// The tree over one segment: its positional parts compiled once, its operators evaluated for each article.
class ArticleMarker::SegmentMarker {
public:
    SegmentMarker(const query::Node& tree, std::size_t segment, MatchContext& context, const PlanOptions& options)
        : tree_(tree),
          number_(segment),
          segment_(*context.index().segments()[segment]),
          context_(context),
          options_(options),
          compiler_(segment, context, options_),
          languages_(segment_) {}

    ArticleMarks mark(std::uint32_t row) {
        row_ = row;
        language_ = languages_.bit(row);
        words_.decode(segment_.streams().of(row));
        context_.span_work().begin_article();
        std::vector<PartSpan> spans = visit(tree_, all_text_fields, true).value_or(std::vector<PartSpan>());
        std::sort(spans.begin(), spans.end());
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        return by_field(spans);
    }

private:
    /// The spans of a branch that the article satisfies; nothing of one that it does not.
    using Found = std::optional<std::vector<PartSpan>>;

    /// `certain`: the article could not match without this branch.
    Found visit(const query::Node& node, FieldMask fields, bool certain) {
        return std::visit([&](const auto& value) { return visit(node, value, fields, certain); }, node.value);
    }

    Found visit(const query::Node&, const query::And& list, FieldMask fields, bool certain) {
        std::vector<PartSpan> all;
        for (const query::NodePtr& child : list.children) {
            const auto* excluded = std::get_if<query::Not>(&child->value);
            if (excluded != nullptr) {
                if (!certain && visit(*excluded->child, fields, false)) return std::nullopt;
                continue;
            }
            Found found = visit(*child, fields, certain);
            if (!found) return std::nullopt;
            std::move(found->begin(), found->end(), std::back_inserter(all));
        }
        return all;
    }

    Found visit(const query::Node&, const query::Or& list, FieldMask fields, bool) {
        std::vector<PartSpan> all;
        bool any = false;
        for (const query::NodePtr& child : list.children) {
            Found found = visit(*child, fields, false);
            if (!found) continue;
            any = true;
            std::move(found->begin(), found->end(), std::back_inserter(all));
        }
        return any ? Found(std::move(all)) : std::nullopt;
    }

    Found visit(const query::Node&, const query::Not&, FieldMask, bool) { return std::vector<PartSpan>(); }
    Found visit(const query::Node&, const query::Required& node, FieldMask fields, bool certain) {
        return visit(*node.child, fields, certain);
    }

    Found visit(const query::Node& node, const query::InField& in, FieldMask fields, bool certain) {
        if (in.filter) return in.placed ? spans_of_filter(node, fields, certain) : filter(node, certain);
        return visit(*in.child, static_cast<FieldMask>(fields & text_mask(in)), certain);
    }
    Found visit(const query::Node& node, const query::DateRange& range, FieldMask fields, bool certain) {
        return range.mentioned ? spans_of_filter(node, fields, certain) : filter(node, certain);
    }
    Found visit(const query::Node& node, const query::LengthRange&, FieldMask, bool certain) {
        return filter(node, certain);
    }

    /// A filter decides by values; where these stand is marked, exclusions aside.
    Found spans_of_filter(const query::Node& node, FieldMask fields, bool certain) {
        if (!filter(node, certain)) return std::nullopt;
        return spans_of(node, fields, 0);
    }

    Found filter(const query::Node& node, bool certain) {
        if (certain) return std::vector<PartSpan>();
        const CursorPtr cursor = plan(node, number_, context_, options_);
        cursor->begin();
        return cursor->contains(row_) && cursor->verify() ? Found(std::vector<PartSpan>()) : std::nullopt;
    }

    /// A run of a script without spaces is several words, all of which must occur; other words are one part.
    Found visit(const query::Node& node, const query::Word& word, FieldMask fields, bool) {
        const std::size_t leaves = leaf_count(node, word);
        if (leaves == 1) return spans_of(node, fields, 1);
        const std::vector<query::NodePtr>& parts = words_of(node, word);
        return all_of(parts, fields);
    }

    Found visit(const query::Node& node, const query::Phrase& phrase, FieldMask fields, bool) {
        if (!options_.phrases_as_words) return spans_of(node, fields, 1);
        return all_of(words_of(node, phrase), fields);
    }

    Found visit(const query::Node& node, const query::Modified& modified, FieldMask fields, bool certain) {
        if (modified.kind == query::Modified::Kind::boost) return visit(*modified.child, fields, certain);
        const bool counts = modified.kind == query::Modified::Kind::at_least;
        return spans_of(node, fields, counts ? static_cast<std::size_t>(modified.value) : 1);
    }

    template <typename Positional>
    Found visit(const query::Node& node, const Positional&, FieldMask fields, bool) {
        return spans_of(node, fields, 1);
    }

    Found all_of(const std::vector<query::NodePtr>& parts, FieldMask fields) {
        std::vector<PartSpan> all;
        for (const query::NodePtr& part : parts) {
            Found found = spans_of(*part, fields, 1);
            if (!found) return std::nullopt;
            std::move(found->begin(), found->end(), std::back_inserter(all));
        }
        return all;
    }

    Found spans_of(const query::Node& node, FieldMask fields, std::size_t least) {
        const auto [known, is_new] = compiled_.try_emplace(&node);
        if (is_new) known->second = compiler_.compile(node, fields);
        if (!known->second) return std::vector<PartSpan>();  // no word in it
        const SpanScene scene{words_, language_, context_.span_work(), row_};
        const std::vector<WordSpan> found = known->second->find(scene);
        if (found.size() < least) return std::nullopt;
        std::vector<PartSpan> marks;
        known->second->mark(scene, found, marks);
        return marks;
    }

    std::size_t leaf_count(const query::Node& node, const query::Word& word) {
        const auto known = leaf_counts_.find(&node);
        if (known != leaf_counts_.end()) return known->second;
        return leaf_counts_[&node] = std::max<std::size_t>(leaves_of(word, context_.analyzer()).size(), 1);
    }

    template <typename Written>
    const std::vector<query::NodePtr>& words_of(const query::Node& node, const Written& written) {
        std::vector<query::NodePtr>& parts = parts_[&node];
        if (!parts.empty()) return parts;
        for (const QueryLeaf& leaf : leaves(written)) {
            std::string text;
            for (const QueryToken& token : leaf.tokens) text += token.literal;
            parts.push_back(
                std::make_unique<query::Node>(query::Node{query::Phrase{text, leaf.exactness, written.span}}));
        }
        return parts;
    }

    std::vector<QueryLeaf> leaves(const query::Word& word) const { return leaves_of(word, context_.analyzer()); }
    std::vector<QueryLeaf> leaves(const query::Phrase& phrase) const {
        std::vector<QueryLeaf> words;
        QueryLeaf leaf = leaf_of(phrase, context_.analyzer());
        for (QueryToken& token : leaf.tokens) words.push_back({{std::move(token)}, leaf.exactness});
        return words;
    }

    ArticleMarks by_field(const std::vector<PartSpan>& spans) const {
        ArticleMarks marks;
        for (const PartSpan& span : spans) {
            const TextField field = words_.field(span.words.begin);
            const std::uint32_t start = words_.field_begin(field);
            marks.fields[static_cast<std::size_t>(field)].push_back(
                {span.words.begin - start, span.words.end - start, span.part, span.phrase});
        }
        for (auto& of_field : marks.fields) std::sort(of_field.begin(), of_field.end());
        for (std::size_t part = 0; part < compiler_.parts(); ++part)
            marks.weights.push_back(compiler_.idf_of_part(part));
        return marks;
    }

    const query::Node& tree_;
    std::size_t number_;
    const IndexSegment& segment_;
    MatchContext& context_;
    const PlanOptions& options_;
    SpanCompiler compiler_;
    RowLanguages languages_;
    ArticleWords words_;
    std::uint32_t row_ = 0;
    LanguageMask language_ = 0;
    std::unordered_map<const query::Node*, SpanExpressionPtr> compiled_;
    std::unordered_map<const query::Node*, std::size_t> leaf_counts_;
    std::unordered_map<const query::Node*, std::vector<query::NodePtr>> parts_;
};

ArticleMarker::ArticleMarker(const query::Node& tree, MatchContext& context, const PlanOptions& options)
    : tree_(tree), context_(context), options_(options) {
    context_.begin_pass();
}
ArticleMarker::~ArticleMarker() = default;

ArticleMarks ArticleMarker::mark(std::size_t segment, std::uint32_t row) {
    std::unique_ptr<SegmentMarker>& marker = segments_[segment];
    if (!marker) marker = std::make_unique<SegmentMarker>(tree_, segment, context_, options_);
    return marker->mark(row);
}

}  // namespace dateline
