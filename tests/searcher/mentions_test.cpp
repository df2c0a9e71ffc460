// Names and times in the articles of corpus/: what the index counts, finds and marks is what reading every article anew
// gives, however the index came to its segments.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/dates/time_interval.h"
#include "common/index/mention.h"
#include "common/text/utf8.h"
#include "indexer/mention_finder.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "searcher/search.h"
#include "tests/searcher/all_articles.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using ValueCounts = std::map<std::string, std::uint64_t>;

class MentionedCorpus {
public:
    MentionedCorpus() {
        IndexWriter writer(index(), {.jobs = 1, .commit_every = 15, .tagged_by = finders_.tagged_by()});
        Report report;
        Progress progress(Terminal{}, std::nullopt);
        add_articles({.inputs = {tests::corpus_dir().string()}, .mentions = &finders_, .commit_every = 15}, writer,
                     report, progress);
    }

    std::filesystem::path index() const { return folder_.path() / "index"; }
    const MentionFinders& finders() const { return finders_; }
    std::vector<Mention> read(const Article& article) { return finder_.find(article); }

    /// Articles by each value of a column, found by reading them.
    ValueCounts counts(const std::vector<Article>& articles, std::string_view field) {
        ValueCounts counts;
        for (const Article& article : articles) {
            std::set<std::string> values;
            for (const Mention& mention : read(article)) {
                if (field_of(mention.kind) == field) values.insert(mention.value);
            }
            for (const std::string& value : values) ++counts[value];
        }
        return counts;
    }

    ValueCounts years(const std::vector<Article>& articles) {
        ValueCounts counts;
        for (const Article& article : articles) {
            std::set<std::string> years;
            for (const Mention& mention : read(article)) {
                const auto time = is_entity(mention.kind) ? std::nullopt : interval_of_timex(mention.value);
                if (time && time->precision >= TimePrecision::year) years.insert(mention.value.substr(0, 4));
            }
            for (const std::string& year : years) ++counts[year];
        }
        return counts;
    }

private:
    tests::TempDir folder_;
    MentionFinders finders_{MentionOptions{}};
    MentionFinder finder_ = finders_.make();
};

ValueCounts facet(Searcher& searcher, const std::string& name) {
    const ResultPage page = searcher.search({.query = "wc>=0", .limit = 0, .facets = {name}});
    ValueCounts counts;
    for (const FacetValue& value : page.facets.front().values) {
        if (!value.value.empty()) counts[value.value] = value.count;
    }
    return counts;
}

void check_facets(MentionedCorpus& corpus) {
    Searcher searcher(Index::open(corpus.index()));
    const std::vector<Article> articles = all_articles(searcher.index());
    for (const char* field : {"person", "org", "place", "misc"}) {
        CAPTURE(field);
        const ValueCounts expected = corpus.counts(articles, field);
        CHECK(expected.size() > 10);
        CHECK(facet(searcher, field) == expected);
    }
    CHECK(facet(searcher, "mentioned-year") == corpus.years(articles));
}

}  // namespace

TEST_CASE("facets of names and years are what reading every article gives, in many segments and in one") {
    MentionedCorpus corpus;
    REQUIRE(Index::open(corpus.index()).segments().size() > 1);
    check_facets(corpus);
    {
        IndexWriter writer(corpus.index(), {});
        REQUIRE(writer.remove(std::vector<std::string>{"ec-2020-0605-1"}).empty());
        writer.compact();
    }
    REQUIRE(Index::open(corpus.index()).segments().size() == 1);
    check_facets(corpus);
}

TEST_CASE("tagging again gives what tagging at first did") {
    MentionedCorpus corpus;
    const auto tag = [&](const TaggedBy& by, const MentionOptions& options) {
        const MentionFinders finders(options);
        IndexWriter writer(corpus.index(), {.jobs = 2, .tagged_by = by});
        const auto make = [&] {
            return [finder = std::make_shared<MentionFinder>(finders.make())](const Article& article) {
                return finder->find(article);
            };
        };
        REQUIRE(writer.tag_again(make, [](std::size_t) { return true; }));
        CHECK(writer.tagged_by_others() == 0);
    };
    tag({}, {.entities = false, .times = false});
    Searcher bare(Index::open(corpus.index()));
    CHECK(facet(bare, "person").empty());
    tag(corpus.finders().tagged_by(), {});
    check_facets(corpus);
}

TEST_CASE("an interrupted tagging leaves an index as it was") {
    MentionedCorpus corpus;
    const std::uint64_t revision = Index::open(corpus.index()).manifest().revision;
    {
        IndexWriter writer(corpus.index(), {});
        const auto none = [] { return [](const Article&) { return std::vector<Mention>(); }; };
        CHECK_FALSE(writer.tag_again(none, [](std::size_t) { return false; }));
    }
    CHECK(Index::open(corpus.index()).manifest().revision == revision);
    check_facets(corpus);
}

TEST_CASE("every mention of a name is found by it and marked") {
    MentionedCorpus corpus;
    Searcher searcher(Index::open(corpus.index()));
    std::size_t marked = 0;
    for (const Article& article : all_articles(searcher.index())) {
        for (const Mention& mention : corpus.read(article)) {
            if (mention.kind != MentionKind::person && mention.kind != MentionKind::location) continue;
            if (mention.value.find('"') != std::string::npos) continue;
            Request request;
            request.query = std::string(field_of(mention.kind)) + ":\"" + mention.value + "\"";
            CAPTURE(request.query);
            CAPTURE(article.id);
            const auto shown = searcher.mark(request, article.id);
            REQUIRE(shown);
            REQUIRE(shown->matches);
            const std::string_view text = shown->text(mention.text);
            const std::size_t begin = count_code_points(text.substr(0, mention.begin_bytes));
            const auto& highlights = (*shown)[mention.text];
            CHECK(std::any_of(highlights.begin(), highlights.end(), [&](const Highlight& highlight) {
                return highlight.begin <= begin && begin < highlight.end;
            }));
            ++marked;
        }
    }
    CHECK(marked > 100);
}

}  // namespace dateline
