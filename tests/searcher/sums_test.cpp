// Numbers that add up: what is counted in one way is what is counted in another, and what reading every article gives.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/output/registry.h"
#include "searcher/search.h"
#include "tests/searcher/indexed_and_read.h"
#include "tests/searcher/random_queries.h"
#include "tests/searcher/rounds.h"

namespace dateline::tests {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

constexpr std::string_view undated;

/// Sources, sections and dates of every precision; some of each missing.
std::vector<Article> dated_articles(Random& random, std::size_t count) {
    const std::vector<std::string> sources{"", "The Example Courier", "Beispielzeitung", "Example, \"Post\""};
    const std::vector<std::string> sections{"", "Asia", "World", "Sport", "Business"};
    std::vector<Article> articles = random_articles(random, count);
    for (Article& article : articles) {
        article.source = random.of(sources);
        article.section = random.of(sections);
        const int year = 2010 + static_cast<int>(random.below(3));
        const unsigned month = 1 + random.below(12);
        const CivilDay day{year, month, 1 + random.below(28)};
        switch (random.below(6)) {
        case 0: article.published.reset(); break;
        case 1: article.published = Published{date_of_year(year), ""}; break;
        case 2: article.published = Published{date_of_month(year, month), ""}; break;
        case 3:
            article.published =
                Published{date_of_moment(day, static_cast<int>(random.below(24)), 30, 0, 0, Precision::minute), ""};
            break;
        default: article.published = Published{date_of_day(day), ""};
        }
    }
    return articles;
}

/// The beginning of the date, as far as a facet goes and the date is known.
std::string date_up_to(const Article& article, std::size_t characters) {
    return article.published ? to_iso(article.published->date).substr(0, characters) : std::string(undated);
}

/// What reading all of the articles gives for a facet.
Counts scan(const std::vector<Article>& articles, const std::set<std::string>& ids, const std::string& facet) {
    Counts counts;
    for (const Article& article : articles) {
        if (!ids.contains(article.id)) continue;
        const std::string value = facet == "year"      ? date_up_to(article, 4)
                                  : facet == "month"   ? date_up_to(article, 7)
                                  : facet == "day"     ? date_up_to(article, 10)
                                  : facet == "source"  ? article.source
                                  : facet == "section" ? article.section
                                                       : article.language;
        ++counts[value];
    }
    return counts;
}

Counts counts_of(const Facet& facet) {
    Counts counts;
    for (const FacetValue& value : facet.values) counts[value.value] = value.count;
    return counts;
}

/// The sum of a list with what a limit left out; every list below is held against the value it stands under.
std::uint64_t sum_of(const std::vector<FacetValue>& values, const FacetRest& rest, std::size_t levels) {
    std::uint64_t sum = rest.count;
    for (const FacetValue& value : values) {
        sum += value.count;
        if (levels > 1) CHECK(sum_of(value.below, value.rest, levels - 1) == value.count);
    }
    return sum;
}

std::uint64_t sum_of(const Facet& facet) {
    const auto levels = 1 + static_cast<std::size_t>(std::count(facet.name.begin(), facet.name.end(), '>'));
    return sum_of(facet.values, facet.rest, levels);
}

std::uint64_t sum_of(const Timeline& timeline) {
    std::uint64_t sum = timeline.undated;
    for (const TimelineRow& row : timeline.rows) sum += row.count;
    for (const FacetValue& date : timeline.less_exact) sum += date.count;
    return sum;
}

/// All matches as the program writes them.
class Export : public AnswerSink {
public:
    explicit Export(std::string_view format) : output_(make_output(format)) {}

    void begin(const ResultPage& page) override { output_->begin(page, {}, out_); }
    bool add(const Result& result) override {
        ids_.push_back(result.id);
        CHECK(result.rank == ids_.size());
        output_->add(result, out_);
        return true;
    }

    const std::vector<std::string>& ids() const { return ids_; }
    std::uint64_t lines() const {
        const std::string text = out_.str();
        return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    }

private:
    std::unique_ptr<Output> output_;
    std::ostringstream out_;
    std::vector<std::string> ids_;
};

std::vector<std::string> ids_of(const ResultPage& page) {
    std::vector<std::string> ids;
    for (const Result& result : page.results) ids.push_back(result.id);
    return ids;
}

class Sums {
public:
    explicit Sums(unsigned seed) : random_(seed), both_(dated_articles(random_, 90)), generator_(random_) {}

    void check_one() {
        const RefPtr node = generator_.any(1 + random_.below(3));
        const std::string query = node->written();
        CAPTURE(query);
        const std::set<std::string> expected = both_.expected(*node);
        Request request{.query = query, .match = MatchMode::all, .snippets = false};
        request.sort = random_.of(orders_);
        request.limit = both_.articles().size();
        request.facets = {"year",    "month",    "week",           "day",          "source",
                          "section", "language", "year>month>day", "section>year", "year>source>month"};
        request.timeline = random_.of(units_);
        const ResultPage page = both_.searcher().search(request);
        CHECK(page.total == expected.size());
        matches_ += page.total;
        check_counts(page, expected);
        check_limits(request);
        check_export(request, page);
        check_filters(request, page.total);
    }

    std::uint64_t matches() const { return matches_; }

private:
    void check_counts(const ResultPage& page, const std::set<std::string>& expected) {
        for (const Facet& facet : page.facets) {
            CAPTURE(facet.name);
            CHECK(sum_of(facet) == page.total);
            if (facet.name != "week" && facet.name.find('>') == std::string::npos)
                CHECK(counts_of(facet) == scan(both_.articles(), expected, facet.name));
        }
        REQUIRE(page.timeline);
        CHECK(sum_of(*page.timeline) == page.total);
        const Counts undated_and_dated = scan(both_.articles(), expected, "year");
        const auto undated_count = undated_and_dated.find("");
        CHECK(page.timeline->undated == (undated_count == undated_and_dated.end() ? 0 : undated_count->second));
    }

    void check_limits(Request request) {
        request.facet_limit = random_.below(4);
        request.facet_order = random_.one_in(2) ? FacetOrder::count : FacetOrder::value;
        request.limit = 0;
        const ResultPage page = both_.searcher().search(request);
        for (const Facet& facet : page.facets) {
            CAPTURE(facet.name);
            CHECK(sum_of(facet) == page.total);
            CHECK(facet.values.size() <= *request.facet_limit + 1);
        }
    }

    /// Whole and in passes of a few hits it is the same answer, line for line.
    void check_export(const Request& request, const ResultPage& page) {
        Export lines("jsonl");
        CHECK(both_.searcher().search_all(request, lines).total == page.total);
        CHECK(lines.lines() == page.total);
        CHECK(lines.ids() == ids_of(page));
        Export rows("csv");
        both_.searcher().search_all(request, rows, 1 + random_.below(9));
        CHECK(rows.lines() == page.total + 1);
        CHECK(rows.ids() == ids_of(page));
    }

    void check_filters(Request request, std::uint64_t total) {
        const std::string query = request.query;
        request.limit = 0;
        for (const std::string& filter : filters_) {
            CAPTURE(filter);
            request.query = "(" + query + ") " + filter;
            CHECK(both_.searcher().search(request).total <= total);
        }
    }

    Random random_;
    IndexedAndRead both_;
    Generator generator_;
    std::uint64_t matches_ = 0;
    std::vector<SortOrder> orders_{SortOrder::relevance, SortOrder::newest, SortOrder::oldest};
    std::vector<std::string> units_{"day", "week", "month", "year"};
    std::vector<std::string> filters_{"section:asia", "date:2011", "date:none",      "-summit",      "+apple",
                                      "wc>10",        "lang:de",   "source:courier", "title:kidnap", "-date:2010-03.."};
};

}  // namespace

TEST_CASE("of 500 random queries total, export, timeline and facets are one number, and a scan's") {
    Sums sums(21);
    for (int round = 0; round < tests::rounds(500); ++round) sums.check_one();
    CHECK(sums.matches() > static_cast<std::uint64_t>(tests::rounds(3'000)));
}

TEST_CASE("the order hangs on the articles alone, not on the run nor on how the index came to be") {
    Random random(22);
    std::vector<Article> articles = dated_articles(random, 60);
    IndexedAndRead one(articles);
    std::reverse(articles.begin(), articles.end());
    IndexedAndRead other(articles);
    Generator generator(random);
    for (int round = 0; round < 100; ++round) {
        Request request{.query = generator.any(2)->written(), .limit = articles.size(), .snippets = false};
        CAPTURE(request.query);
        for (const SortOrder order : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
            request.sort = order;
            const std::vector<std::string> ids = ids_of(one.searcher().search(request));
            CHECK(ids == ids_of(one.searcher().search(request)));
            CHECK(ids == ids_of(other.searcher().search(request)));
        }
    }
}

}  // namespace dateline::tests
