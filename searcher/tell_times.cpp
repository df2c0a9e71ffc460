// What the articles of an answer say happened when: Searcher::told_timeline.
//
// Every mention of a time in a matching article speaks for that time, with a weight that is the product of
//
//   news        0.2 where the article was published on that day or the next, or in that month or year: "on Tuesday"
//               tells when the article's own news happened, not that anybody remembers it;
//   nearness    1 where a word of the query stands within near_words words of it in the same text, else 0.25; 0.5 where
//               that is not known, beyond the marked_articles best articles.
//
// An article counts once for a time, with its heaviest mention. Articles of one day tell the same story over and over,
// so the weights of each day of publication are added up and the square root is taken. The sum over days, times a
// factor for how exact the time is (weight_of), is the support. What is remembered on many days is supported best, and
// every article has years and months in it, so a day comes before them.
//
// Columns, mention places and word streams decide all this. Texts are read for the times shown only: of each the best
// candidates' sentences are compared.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "searcher/match/article_marks.h"
#include "searcher/search.h"
#include "searcher/told_timeline.h"

namespace dateline {
namespace {

constexpr std::uint32_t near_words = 20;
constexpr std::size_t marked_articles = 1000;
constexpr std::size_t candidates_of_a_time = 5;
constexpr double weight_of_news = 0.2;
constexpr double weight_apart = 0.25;
constexpr double weight_unknown = 0.5;
constexpr std::int64_t seconds_of_a_day = 86'400;

double weight_of(TimePrecision precision) {
    switch (precision) {
    case TimePrecision::century: return 0.01;
    case TimePrecision::decade: return 0.02;
    case TimePrecision::year: return 0.03;
    case TimePrecision::half_year:
    case TimePrecision::season:
    case TimePrecision::quarter: return 0.07;
    case TimePrecision::month: return 0.1;
    case TimePrecision::week:
    case TimePrecision::weekend: return 0.5;
    default: return 1;
    }
}

/// Times of day count as their day.
std::string day_or_longer(std::string_view value, const TimeInterval& time) {
    constexpr std::size_t bytes_of_a_day = 10;
    return std::string(time.precision >= TimePrecision::day ? value.substr(0, bytes_of_a_day) : value);
}

/// The day an article was published on, by the clock it names.
std::optional<std::int32_t> day_of_publication(const Columns& columns, std::uint32_t row) {
    const PackedDate date = columns.dates()[row];
    if (date.is_undated()) return std::nullopt;
    const std::int64_t local = date.seconds() + std::int64_t{columns.zones()[row]} * 60;
    return static_cast<std::int32_t>(local / seconds_of_a_day - (local % seconds_of_a_day < 0 ? 1 : 0));
}

/// Whether an article of that day tells its own news when it speaks of the time.
bool is_news(const TimeInterval& time, std::optional<std::int32_t> published) {
    if (!published) return false;
    return *published >= days_from_civil(time.first) && *published <= days_from_civil(time.last) + 1;
}

struct TimeCandidate {
    Hit hit;
    MentionPlace place;
    double worth = 0;
};

/// What is gathered for one time.
struct Gathered {
    std::string value;
    TimeInterval time;
    std::uint64_t articles = 0;
    std::uint64_t as_news = 0;
    std::map<std::int32_t, double> by_day{};  ///< weights by day of publication; undated articles under no_day
    std::vector<TimeCandidate> best{};        ///< the worthiest first

    static constexpr std::int32_t no_day = -2'000'000;

    double support() const {
        double sum = 0;
        for (const auto& [day, weight] : by_day) sum += std::sqrt(weight);
        return sum * weight_of(time.precision);
    }

    void offer(const TimeCandidate& candidate) {
        const auto worthier = [](const TimeCandidate& a, const TimeCandidate& b) { return a.worth > b.worth; };
        best.insert(std::upper_bound(best.begin(), best.end(), candidate, worthier), candidate);
        if (best.size() > candidates_of_a_time) best.pop_back();
    }
};

/// Goes through the matching articles and gathers the times they speak of.
class TimeGatherer {
public:
    TimeGatherer(const Index& index, ArticleMarker& marker) : index_(index), marker_(marker) {}

    void take(const Hit& hit, std::size_t rank, double best_score) {
        const IndexSegment& segment = *index_.segments()[hit.segment];
        const Columns& columns = segment.columns();
        const auto ordinals = columns.keyword(mentions_).of(hit.row);
        if (ordinals.empty()) return;
        const std::vector<Gathered*>& times = times_of(hit.segment, columns.keyword(mentions_));
        std::optional<ArticleMarks> marks;
        if (rank < marked_articles) marks = marker_.mark(hit.segment, hit.row);
        const auto published = day_of_publication(columns, hit.row);
        const double score = best_score > 0 ? hit.score / best_score : 0;
        std::map<Gathered*, TimeCandidate> of_article;
        std::map<Gathered*, double> weights;
        MentionPlaceReader places = segment.mention_places().of(hit.row);
        while (const auto place = places.next()) {
            if (is_entity(place->kind) || place->value >= ordinals.size()) continue;
            Gathered* time = times[ordinals[place->value]];
            if (time == nullptr) continue;
            const double near = marks ? nearness(*marks, columns.lengths()[hit.row], *place) : weight_unknown;
            const bool news = is_news(time->time, published);
            const double weight = (news ? weight_of_news : 1) * near;
            weights[time] = std::max(weights[time], weight);
            const double worth = near + (news ? 0 : 0.5) + 0.3 * score;
            TimeCandidate& candidate = of_article[time];
            if (worth > candidate.worth) candidate = {hit, *place, worth};
        }
        if (!of_article.empty()) ++with_times_;
        for (const auto& [time, candidate] : of_article) {
            ++time->articles;
            if (is_news(time->time, published)) ++time->as_news;
            time->by_day[published.value_or(Gathered::no_day)] += weights[time];
            time->offer(candidate);
        }
    }

    std::uint64_t with_times() const { return with_times_; }
    /// Most supported first; of equals the earlier.
    std::vector<const Gathered*> by_support() const {
        std::vector<std::pair<double, const Gathered*>> all;
        for (const auto& [value, time] : times_) {
            if (time.articles > 0) all.emplace_back(time.support(), &time);
        }
        std::ranges::sort(all, [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second->value < b.second->value;
        });
        std::vector<const Gathered*> times;
        for (const auto& [support, time] : all) times.push_back(time);
        return times;
    }

private:
    static double nearness(const ArticleMarks& marks, const FieldLengths& lengths, const MentionPlace& place) {
        const PlaceInText at = place_in_text(lengths, place.first_word);
        const bool is_near = std::ranges::any_of(marks[at.field], [&](const TokenMark& mark) {
            return mark.first <= at.word + near_words && at.word <= mark.end + near_words;
        });
        return is_near ? 1 : weight_apart;
    }

    /// What each value of a segment's column is gathered in; null for what names no days.
    const std::vector<Gathered*>& times_of(std::uint32_t segment, const KeywordColumn& column) {
        std::vector<Gathered*>& times = of_segment_[segment];
        if (!times.empty()) return times;
        times.resize(column.value_count());
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            auto time = interval_of_timex(column.value(ordinal));
            if (!time) continue;
            std::string value = day_or_longer(column.value(ordinal), *time);
            time->precision = std::min(time->precision, TimePrecision::day);
            times[ordinal] = &times_.try_emplace(value, Gathered{.value = value, .time = *time}).first->second;
        }
        return times;
    }

    const Field& mentions_ = *find_field("mentions");
    const Index& index_;
    ArticleMarker& marker_;
    std::unordered_map<std::string, Gathered> times_;
    std::unordered_map<std::uint32_t, std::vector<Gathered*>> of_segment_;
    std::uint64_t with_times_ = 0;
};

/// Finds the sentences that tell best what happened. None is given twice.
class Teller {
public:
    Teller(const Index& index, const Analyzer& analyzer, ArticleMarker& marker)
        : index_(index), analyzer_(analyzer), marker_(marker) {}

    /// Nothing where no candidate has a sentence that was not given before.
    std::optional<ToldDate> tell(const Gathered& time) {
        std::optional<ToldDate> told;
        double best = 0;
        for (const TimeCandidate& candidate : time.best) {
            const ArticleMarks marks = marker_.mark(candidate.hit.segment, candidate.hit.row);
            const SentenceReader reader(*index_.segments()[candidate.hit.segment], candidate.hit.row, analyzer_);
            auto sentence = reader.sentence(candidate.place, &marks);
            if (!sentence || given_.contains(sentence->text)) continue;
            const double worth = candidate.worth + worth_of(*sentence, marks);
            if (told && worth <= best) continue;
            best = worth;
            told = ToldDate{time.value,           time.time,      time.articles, time.as_news, time.support(),
                            std::move(*sentence), reader.source()};
        }
        if (told) given_.insert(told->sentence.text);
        return told;
    }

private:
    /// How well a sentence tells on its own what happened: by the words of the query, and neither too short nor too
    /// long.
    static double worth_of(const MentionSentence& sentence, const ArticleMarks& marks) {
        constexpr std::size_t shortest = 7;
        constexpr std::size_t longest = 45;
        const double all = std::accumulate(marks.weights.begin(), marks.weights.end(), 0.0);
        constexpr std::size_t a_table = 80;
        const double length = sentence.words > a_table                                ? -2
                              : sentence.words < shortest || sentence.words > longest ? 0
                                                                                      : 0.5;
        return (all > 0 ? 2 * sentence.query_weight / all : 0) + length;
    }

    const Index& index_;
    const Analyzer& analyzer_;
    ArticleMarker& marker_;
    std::set<std::string> given_;
};

/// All that match, best first, without anything counted.
Request for_all_articles(const Request& request, std::size_t articles) {
    Request asked = request;
    asked.offset = 0;
    asked.limit = articles;
    asked.sort = SortOrder::relevance;
    asked.facets.clear();
    asked.timeline.clear();
    return asked;
}

}  // namespace

ToldTimeline Searcher::told_timeline(const Request& request, ToldOrder order) {
    const auto begin = std::chrono::steady_clock::now();
    Answer found = answer(for_all_articles(request, index_.articles()));
    ToldTimeline told{.query = request.query,
                      .interpreted = found.interpreted,
                      .total = found.matches.total,
                      .exact = found.exact,
                      .notes = std::move(found.notes)};
    for (std::string& note : context_->take_notes()) told.notes.push_back(std::move(note));
    ArticleMarker marker(*found.tree, *context_, found.plan);
    TimeGatherer gatherer(index_, marker);
    const std::vector<Hit>& hits = found.matches.best;
    for (std::size_t rank = 0; rank < hits.size(); ++rank) {
        context_->deadline().check();
        gatherer.take(hits[rank], rank, hits.front().score);
    }
    const std::vector<const Gathered*> times = gatherer.by_support();
    told.with_dates = gatherer.with_times();
    told.times = times.size();
    Teller teller(index_, context_->analyzer(), marker);
    for (std::size_t i = 0; i < times.size() && told.dates.size() < request.limit; ++i) {
        context_->deadline().check();
        if (auto date = teller.tell(*times[i])) told.dates.push_back(std::move(*date));
    }
    if (order == ToldOrder::date)
        std::ranges::stable_sort(told.dates, {}, [](const ToldDate& date) { return date.time; });
    told.elapsed_us =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    return told;
}

}  // namespace dateline
