#include "indexer/writer/known_article.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/index/index.h"
#include "tests/indexer_writer/writing.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using tests::TempDir;

using Addresses = std::vector<std::string>;

/// One state of the article "a".
struct State {
    std::string body;
    std::string url;
    std::uint64_t version = 0;
    Addresses urls = {};
};

struct Step {
    State offered;
    Fate fate;
    Addresses addresses;  ///< then in the index: url, then urls
};

HashedArticle article_of(const State& state) {
    Article article = tests::make_article("a", state.body);
    article.url = state.url;
    article.urls = state.urls;
    article.version = state.version;
    const ContentHash hash = content_hash(article);
    return {std::move(article), hash};
}

Fate offer(IndexWriter& writer, std::uint64_t number, const State& state) {
    std::vector<HashedArticle> batch{article_of(state)};
    BatchBuilder builder = writer.make_builder();
    const Decisions decisions = writer.decide(number, batch);
    writer.add(number, batch, builder);
    return decisions.fates.front();
}

Addresses addresses_in(const std::filesystem::path& index) {
    const auto article = Index::open(index).find("a");
    if (!article) return {};
    Addresses all{article->url};
    all.insert(all.end(), article->urls.begin(), article->urls.end());
    return all;
}

const std::vector<std::vector<Step>>& stories() {
    static const std::vector<std::vector<Step>> all{
        // Seen at a second address: both are kept, and from then on it is unchanged at either.
        {{{"text", "u1"}, Fate::added, {"u1"}},
         {{"text", "u2"}, Fate::replaced, {"u2", "u1"}},
         {{"text", "u1"}, Fate::unchanged, {"u2", "u1"}},
         {{"text", "u2"}, Fate::unchanged, {"u2", "u1"}},
         {{"text", ""}, Fate::unchanged, {"u2", "u1"}},
         {{"text", "u3", 0, {"u4"}}, Fate::replaced, {"u3", "u1", "u2", "u4"}},
         {{"text", "u4", 0, {"u3", "u1"}}, Fate::unchanged, {"u3", "u1", "u2", "u4"}}},
        // What has changed takes over the addresses.
        {{{"text", "u1"}, Fate::added, {"u1"}},
         {{"news", "u2"}, Fate::replaced, {"u2", "u1"}},
         {{"more", "u1"}, Fate::replaced, {"u1", "u2"}},
         {{"last", ""}, Fate::replaced, {"u1", "u2"}}},
        // No earlier version takes the place of a later one; one without a number does.
        {{{"ten", "u1", 10}, Fate::added, {"u1"}},
         {{"nine", "u2", 9}, Fate::outdated, {"u1"}},
         {{"ten", "u1", 10}, Fate::unchanged, {"u1"}},
         {{"corrected", "u1", 10}, Fate::replaced, {"u1"}},
         {{"corrected", "u1", 12}, Fate::replaced, {"u1"}},
         {{"eleven", "u1", 11}, Fate::outdated, {"u1"}},
         {{"by hand", "u1"}, Fate::replaced, {"u1"}}},
    };
    return all;
}

}  // namespace

TEST_CASE("an article keeps the addresses it was seen at, and its latest version, run after run") {
    for (const auto& story : stories()) {
        const TempDir folder;
        for (const Step& step : story) {
            CAPTURE(step.offered.body);
            CAPTURE(step.offered.url);
            IndexWriter writer(folder.path(), {});
            CHECK(offer(writer, 0, step.offered) == step.fate);
            writer.finish();
            CHECK(addresses_in(folder.path()) == step.addresses);
        }
        CHECK(tests::problems_of(folder.path()) == "");
    }
}

TEST_CASE("and within one run") {
    for (const auto& story : stories()) {
        const TempDir folder;
        IndexWriter writer(folder.path(), {});
        for (std::size_t i = 0; i < story.size(); ++i) {
            CAPTURE(story[i].offered.body);
            CHECK(offer(writer, i, story[i].offered) == story[i].fate);
        }
        writer.finish();
        CHECK(addresses_in(folder.path()) == story.back().addresses);
    }
}

TEST_CASE("an outdated article is told with the version that is known") {
    const TempDir folder;
    IndexWriter writer(folder.path(), {});
    offer(writer, 0, {"ten", "u1", 10});
    std::vector<HashedArticle> batch{article_of({"nine", "u1", 9})};
    const Decisions decisions = writer.decide(1, batch);
    REQUIRE(decisions.outdated.size() == 1);
    CHECK(decisions.outdated.front().article.version == 9);
    CHECK(decisions.outdated.front().later_version == 10);
    CHECK(batch.empty());
}

TEST_CASE("addresses are bounded, and what does not fit is no news") {
    Article article{.id = "a", .url = "new"};
    KnownArticle known;
    for (std::size_t i = 0; i <= most_further_addresses; ++i) known.addresses.push_back(std::to_string(i));
    CHECK(decide_fate(article, {}, known) == Fate::replaced);
    CHECK(article.urls.size() == most_further_addresses);
    CHECK(article.urls.front() == "0");
}

}  // namespace dateline
