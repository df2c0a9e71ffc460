#include "searcher/search.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>

#include "common/dates/present.h"
#include "common/error.h"
#include "common/index/article_text.h"
#include "common/text/utf8.h"
#include "searcher/match/informative_words.h"
#include "searcher/query/printer.h"
#include "searcher/query/question.h"
#include "searcher/query/relax.h"
#include "searcher/query/tree.h"
#include "searcher/results/highlighter.h"
#include "searcher/results/snippets.h"
#include "searcher/suggestion/spelling.h"

namespace dateline {
namespace {

query::FieldKind query_kind(FieldKind kind) {
    switch (kind) {
    case FieldKind::text: return query::FieldKind::text;
    case FieldKind::mentioned:
    case FieldKind::date: return query::FieldKind::date;
    case FieldKind::keyword:
    case FieldKind::site:
    case FieldKind::address:
    case FieldKind::date_source:
    case FieldKind::stored: return query::FieldKind::keyword;
    }
    return query::FieldKind::text;
}

bool has_phrase(const query::Node& node) {
    struct Visitor {
        bool operator()(const query::Phrase&) const { return true; }
        bool operator()(const query::Word&) const { return false; }
        bool operator()(const query::Pattern&) const { return false; }
        bool operator()(const query::Sequence&) const { return false; }
        bool operator()(const query::Near&) const { return false; }
        bool operator()(const query::Modified& inner) const {
            return inner.kind == query::Modified::Kind::boost && has_phrase(*inner.child);
        }
        bool operator()(const query::LengthRange&) const { return false; }
        bool operator()(const query::DateRange&) const { return false; }
        bool operator()(const query::And& list) const { return any(list.children); }
        bool operator()(const query::Or& list) const { return any(list.children); }
        bool operator()(const query::Not&) const { return false; }
        bool operator()(const query::Required& inner) const { return has_phrase(*inner.child); }
        bool operator()(const query::InField& inner) const { return !inner.filter && has_phrase(*inner.child); }

        static bool any(const std::vector<query::NodePtr>& children) {
            for (const auto& child : children) {
                if (has_phrase(*child)) return true;
            }
            return false;
        }
    };
    return std::visit(Visitor{}, node.value);
}

/// Articles whose words --expand takes, how many words, and how many of the query's words these weigh together.
constexpr std::size_t feedback_articles = 10;
constexpr std::size_t feedback_words = 20;
constexpr double feedback_weight = 2;

std::string feedback_note(const std::vector<InformativeWord>& words) {
    std::vector<std::string> weighted;
    for (const InformativeWord& word : words)
        weighted.push_back(fmt::format("{}^{:.2f}", word.text, word.weight * feedback_weight));
    return fmt::format("Ranked also by words of the best articles: {}.", fmt::join(weighted, " "));
}

std::string question_note(const std::vector<std::string>& left_out) {
    const std::string note = "Read as a question: these articles have any of its words, the best first.";
    return left_out.empty() ? note : fmt::format("{} Left out: {}.", note, fmt::join(left_out, ", "));
}

std::optional<Recency> recency_of(const Request& request, const Present& present) {
    if (!request.half_life_seconds) return std::nullopt;
    return Recency{present.now, *request.half_life_seconds};
}

/// The tree before anything is relaxed: where any word will do, with its words as alternatives.
query::NodePtr in_mode(query::NodePtr tree, MatchMode mode) {
    if (mode != MatchMode::any) return tree;
    query::NodePtr any = query::make_any(*tree);
    return any ? std::move(any) : std::move(tree);
}

Present present_of(const Request& request) {
    TimeZone zone = TimeZone::named(request.zone);
    return request.now ? Present{*request.now, std::move(zone)} : present_by_clock(std::move(zone));
}

FacetRequest facet_request(const Request& request) {
    return {request.facets, request.facet_order, request.facet_limit, request.timeline};
}

std::int64_t microseconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

query::FieldNames field_names() {
    std::vector<query::FieldName> names;
    for (const Field& field : fields()) {
        const std::string canonical(field.name);
        const bool as_written = field.kind == FieldKind::stored || is_read_from_cards(field.kind);
        names.push_back({canonical, canonical, query_kind(field.kind), as_written, field.placed});
        for (const std::string_view alias : field.aliases)
            names.push_back({std::string(alias), canonical, query_kind(field.kind), as_written, field.placed});
    }
    return query::FieldNames(std::move(names));
}

Searcher::Searcher(Index index, std::size_t list_memory_bytes, const Bm25fParameters& parameters)
    : index_(std::move(index)),
      field_names_(field_names()),
      context_(std::make_unique<MatchContext>(index_, parameters, list_memory_bytes)) {}

Searcher::~Searcher() = default;

/// What was left of an answer that ended in an exception is no part of this one.
void Searcher::begin_answer(const Deadline& deadline) {
    context_->take_notes();
    context_->set_deadline(deadline);
}

void Searcher::begin_answer(const Request& request) {
    begin_answer(Deadline{request.timeout, request.cancelled});
    context_->set_aliases(request.aliases);
}

/// Tries the readings of the query from the strictest to the most lenient, until one finds something.
Searcher::Answer Searcher::answer(const Request& request) {
    const Present present = present_of(request);
    query::ParsedQuery parsed = read(request.query, request, present);
    query::NodePtr asked = std::move(parsed.tree);
    Answer answer;
    answer.notes = std::move(parsed.notes);
    answer.answered = present.now;
    const auto attempt = [&](query::NodePtr tree, PlanOptions options) {
        options.zone = present.zone;
        options.recency = recency_of(request, present);
        if (request.expand) options.besides = feedback(*tree, options, answer.notes);
        FacetCounter facets(facet_request(request), present.zone);
        answer.matches = match(*tree, *context_, options, request.sort, request.offset + request.limit, facets);
        answer.facets = facets.facets();
        answer.timeline = facets.timeline();
        answer.plan = options;
        answer.interpreted = query::print(*tree);
        answer.tree = std::move(tree);
        return answer.matches.total > 0;
    };
    const auto relaxed = [&](query::NodePtr tree, const PlanOptions& options, std::string note) {
        if (!attempt(std::move(tree), options)) return false;
        answer.exact = false;
        answer.notes.push_back(std::move(note));
        return true;
    };

    query::NodePtr first = in_mode(query::clone(*asked), request.match);
    if (request.match == MatchMode::automatic) {
        if (auto question = query::as_question(*asked, request.query); question && question->tree) {
            first = std::move(question->tree);
            answer.exact = false;
            answer.notes.push_back(question_note(question->left_out));
        }
    }
    if (attempt(std::move(first), {})) return answer;
    const bool phrases = has_phrase(*asked);
    if (request.match != MatchMode::automatic) return answer;
    if (phrases) {
        if (relaxed(query::clone(*asked), {.phrases_as_close_words = true},
                    "No article matches with the exact phrase. In these its words stand close together.")) {
            return answer;
        }
        if (relaxed(query::clone(*asked), {.phrases_as_words = true},
                    "No article matches with the exact phrase, nor with its words close together. These have them "
                    "somewhere.")) {
            return answer;
        }
    }
    if (query::NodePtr any = query::make_any(*asked)) {
        if (relaxed(std::move(any), {}, "No article has all of these words. These have some of them.")) return answer;
    }
    attempt(std::move(asked), {});
    if (phrases)
        answer.notes.emplace_back(
            "No article matches with the exact phrase, nor with its words close together or apart.");
    return answer;
}

/// The page without results.
ResultPage Searcher::page_of(Answer& found, const Request& request) {
    ResultPage page;
    page.query = request.query;
    page.interpreted = std::move(found.interpreted);
    page.total = found.matches.total;
    page.exact = found.exact;
    page.answered = found.answered;
    page.offset = request.offset;
    page.facets = std::move(found.facets);
    page.timeline = std::move(found.timeline);
    page.notes = std::move(found.notes);
    for (std::string& note : context_->take_notes()) page.notes.push_back(std::move(note));
    return page;
}

ResultPage Searcher::search(const Request& request) {
    begin_answer(request);
    const auto begin = std::chrono::steady_clock::now();
    Answer found = answer(request);
    ResultPage page = page_of(found, request);
    suggest_spelling(request, found, page);
    ArticleMarker marker(*found.tree, *context_, found.plan);
    for (std::size_t i = request.offset; i < found.matches.best.size(); ++i) {
        page.results.push_back(make_result(found.matches.best[i], marker, request.snippets));
        page.results.back().rank = i + 1;
    }
    page.elapsed_us = microseconds_since(begin);
    return page;
}

ResultPage Searcher::search_all(const Request& request, AnswerSink& sink, std::size_t hits_of_one_pass) {
    const auto begin = std::chrono::steady_clock::now();
    begin_answer(request);
    Request first = request;
    first.offset = 0;
    first.limit = hits_of_one_pass;
    Answer found = answer(first);
    ResultPage page = page_of(found, first);
    page.elapsed_us = microseconds_since(begin);
    sink.begin(page);
    context_->set_deadline(Deadline(std::nullopt, request.cancelled));
    ArticleMarker marker(*found.tree, *context_, found.plan);
    const auto give = [&](const std::vector<Hit>& hits, std::uint64_t rank) {
        return std::all_of(hits.begin(), hits.end(), [&](const Hit& hit) {
            Result result = make_result(hit, marker, request.snippets);
            result.rank = ++rank;
            return sink.add(result);
        });
    };
    std::uint64_t given = 0;
    while (!found.matches.best.empty() && give(found.matches.best, given)) {
        given += found.matches.best.size();
        if (given == found.matches.total) break;
        const Hit last = found.matches.best.back();
        FacetCounter no_facets(FacetRequest{});
        found.matches = match(*found.tree, *context_, found.plan, request.sort, hits_of_one_pass, no_facets, &last);
    }
    page.elapsed_us = microseconds_since(begin);
    return page;
}

std::shared_ptr<const query::Node> Searcher::feedback(const query::Node& tree, const PlanOptions& options,
                                                      std::vector<std::string>& notes) {
    FacetCounter no_facets({}, options.zone);
    const Matches first = match(tree, *context_, options, SortOrder::relevance, feedback_articles, no_facets);
    if (first.best.empty()) return nullptr;
    const auto words = informative_words(first.best, *context_, {.most_words = feedback_words});
    if (words.empty()) return nullptr;
    notes.push_back(feedback_note(words));
    return any_of_words(words, feedback_weight);
}

std::optional<Explanation> Searcher::explain(const Request& request, std::string_view id) {
    begin_answer(request);
    const auto place = locate(id);
    if (!place) return std::nullopt;
    Answer found = answer(request);
    const Card card = index_.segments()[place->first]->stored().card(place->second);
    return Explanation{
        request.query,           std::move(found.interpreted),
        std::move(found.notes),  std::string(card.id),
        std::string(card.title), explain_score(*found.tree, *context_, found.plan, place->first, place->second)};
}

void Searcher::suggest_spelling(const Request& request, const Answer& found, ResultPage& page) {
    const Present present = present_of(request);
    const auto count = [&](const std::string& text) -> std::uint64_t {
        FacetCounter none({});
        try {
            return match(*strict_tree(text, request, present), *context_, {.zone = present.zone}, SortOrder::relevance,
                         0, none)
                .total;
        } catch (const UsageError&) {
            return 0;  // proximity of words this frequent would be refused, so it is not proposed
        }
    };
    page.suggestion =
        dateline::suggest_spelling(*found.tree, request.query, found.exact ? found.matches.total : 0, *context_, count);
    context_->take_notes();  // those of this answer have been taken
    if (!page.suggestion) return;
    page.notes.push_back(fmt::format("Did you mean: {} ({} article{})?", page.suggestion->query, page.suggestion->total,
                                     page.suggestion->total == 1 ? "" : "s"));
}

query::ParsedQuery Searcher::read(const std::string& query, const Request& request, const Present& present) const {
    query::ParsedQuery parsed = query::parse(query, field_names_, present);
    if (!request.synonyms) return parsed;
    query::WithSynonyms with = query::with_synonyms(*parsed.tree, *request.synonyms);
    parsed.tree = std::move(with.tree);
    for (std::string& note : with.notes) parsed.notes.push_back(std::move(note));
    return parsed;
}

query::NodePtr Searcher::strict_tree(const std::string& query, const Request& request, const Present& present) const {
    return in_mode(read(query, request, present).tree, request.match);
}

Ranking Searcher::rank(const Request& request) {
    begin_answer(request);
    const Present present = present_of(request);
    const query::NodePtr tree = strict_tree(request.query, request, present);
    FacetCounter facets(facet_request(request), present.zone);
    PlanOptions options{.zone = present.zone, .recency = recency_of(request, present)};
    std::vector<std::string> notes;
    if (request.expand) options.besides = feedback(*tree, options, notes);
    Matches matches = match(*tree, *context_, options, request.sort, request.offset + request.limit, facets);
    return {matches.total, std::move(matches.best), facets.facets()};
}

std::vector<Result> Searcher::results(const Request& request, const std::vector<Hit>& hits) {
    context_->set_aliases(request.aliases);
    const Present present = present_of(request);
    const query::NodePtr tree = strict_tree(request.query, request, present);
    ArticleMarker marker(*tree, *context_, {.zone = present.zone});
    std::vector<Result> results;
    for (const Hit& hit : hits) results.push_back(make_result(hit, marker, request.snippets));
    return results;
}

QueryExplanation Searcher::explain_query(const Request& request) {
    begin_answer(request);
    const Present present = present_of(request);
    query::ParsedQuery parsed = read(request.query, request, present);
    parsed.tree = in_mode(std::move(parsed.tree), request.match);
    QueryExplanation explanation = dateline::explain_query(parsed, field_names_, present, *context_);
    if (request.match != MatchMode::automatic) return explanation;
    if (has_phrase(*parsed.tree)) {
        explanation.relaxed.emplace_back("the words of each phrase close together, in any order");
        explanation.relaxed.emplace_back("the words of each phrase, wherever they stand");
    }
    if (const query::NodePtr any = query::make_any(*parsed.tree)) explanation.relaxed.push_back(query::print(*any));
    return explanation;
}

std::optional<std::pair<std::size_t, std::uint32_t>> Searcher::locate(std::string_view id) const {
    for (std::size_t number = 0; number < index_.segments().size(); ++number) {
        if (const auto row = index_.segments()[number]->find(id)) return std::pair(number, *row);
    }
    return std::nullopt;
}

std::optional<MarkedArticle> Searcher::show(std::string_view id) const {
    const auto place = locate(id);
    if (!place) return std::nullopt;
    const IndexSegment& segment = *index_.segments()[place->first];
    MarkedArticle article = unmarked(segment.article(place->second));
    article.mentions = segment.mentions(place->second, article.article);
    article.hash = to_hex(segment.columns().content_hashes()[place->second]);
    return article;
}

std::optional<MarkedArticle> Searcher::mark(const Request& request, std::string_view id) {
    begin_answer(request);
    std::optional<MarkedArticle> marked = show(id);
    if (!marked) return std::nullopt;
    const auto place = *locate(id);
    Request asked = request;
    asked.limit = 0;
    asked.offset = 0;
    Answer found = answer(asked);
    marked->query = request.query;
    marked->interpreted = std::move(found.interpreted);
    marked->exact = found.exact;
    marked->notes = std::move(found.notes);
    for (std::string& note : context_->take_notes()) marked->notes.push_back(std::move(note));
    context_->begin_pass();
    const CursorPtr cursor = plan(*found.tree, place.first, *context_, found.plan);
    cursor->begin();
    marked->matches = cursor->contains(place.second) && cursor->verify();
    if (!marked->matches) return marked;
    ArticleMarker marker(*found.tree, *context_, found.plan);
    place_highlights(*marked, marker.mark(place.first, place.second), context_->analyzer());
    return marked;
}

Result Searcher::make_result(const Hit& hit, ArticleMarker& marker, bool with_snippet) const {
    const IndexSegment& segment = *index_.segments()[hit.segment];
    const Article article = segment.article(hit.row);
    Result result;
    result.id = article.id;
    result.hash = to_hex(segment.columns().content_hashes()[hit.row]);
    result.score = hit.score;
    result.title = article.title;
    if (article.published) result.date = article.published->date;
    result.url = article.url;
    result.source = article.source;
    result.section = article.section;
    result.language = article.language;
    result.authors = article.authors;
    if (!with_snippet) return result;
    const Analyzer& analyzer = context_->analyzer();
    const ArticleMarks marks = marker.mark(hit.segment, hit.row);
    result.title_highlights =
        to_highlights(article.title, place_marks(analyzer.tokens(article.title), marks[TextField::title]));
    const ArticleTexts texts = texts_of(article);
    const std::vector<FieldText> shown{{"lead", texts.lead, marks[TextField::lead]},
                                       {"body", texts.body, marks[TextField::body]},
                                       {"caption", texts.captions, marks[TextField::caption]}};
    result.snippet = make_snippet(analyzer, shown, marks.weights);
    if (texts.lead_is_in_body && result.snippet.field == "body")
        result.snippet.offset += count_code_points(std::string_view(article.body).substr(0, texts.body_offset));
    if (texts.lead_is_in_body && result.snippet.field == "lead") result.snippet.field = "body";
    return result;
}

}  // namespace dateline
