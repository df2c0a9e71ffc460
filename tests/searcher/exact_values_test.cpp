// A value that a facet counts, asked for as the page asks for it, is found in as many articles as were counted: every
// value of every facet of values over corpus/, with and without a file of aliases.

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/index/fields.h"
#include "indexer/mention_finder.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "searcher/naming/aliases.h"
#include "searcher/page/query_edit.h"
#include "searcher/search.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

/// The articles of corpus/ in several segments, names found.
class CorpusWithNames {
public:
    CorpusWithNames() {
        const MentionFinders finders{MentionOptions{}};
        IndexWriter writer(path(), {.jobs = 1, .commit_every = 25, .tagged_by = finders.tagged_by()});
        Report report;
        Progress progress(Terminal{}, std::nullopt);
        add_articles({.inputs = {tests::corpus_dir().string()}, .mentions = &finders, .commit_every = 25}, writer,
                     report, progress);
    }

    std::filesystem::path path() const { return folder_.path() / "index"; }

private:
    tests::TempDir folder_;
};

using Names = std::shared_ptr<const Aliases>;

ResultPage facet_of(Searcher& searcher, std::string_view field, const Names& names = nullptr) {
    Request request{.query = "wc>=0", .limit = 0, .facets = {std::string(field)}};
    request.aliases = names;
    return searcher.search(request);
}

std::uint64_t total_of(Searcher& searcher, const std::string& query, const Names& names) {
    Request request{.query = query, .match = MatchMode::all, .limit = 0};
    request.aliases = names;
    return searcher.search(request).total;
}

/// Places of the index merged, stopped, made something else, and told apart.
Names aliases_of_places(Searcher& searcher) {
    const ResultPage page = facet_of(searcher, "place");
    const auto& places = page.facets.front().values;
    const auto place = [&](std::size_t i) { return "\"" + places.at(i).value + "\""; };
    const std::string text = "[place]\nstop = [" + place(4) + "]\n[place.names]\n" + place(0) + " = [" + place(1) +
                             "]\n" + "[place.types]\n" + place(2) + " = \"org\"\n[[place.split]]\nname = " + place(0) +
                             "\nwith = { place = " + place(3) + " }\nas = \"The other one\"\n";
    return std::make_shared<const Aliases>(Aliases::parse(text, "aliases.toml"));
}

/// The fields that were counted; one where nothing was counted tests nothing.
std::set<std::string_view> check_every_value(Searcher& searcher, const Names& names) {
    std::set<std::string_view> counted;
    for (const Field& field : fields()) {
        if (!field.facet || field.kind != FieldKind::keyword) continue;
        const ResultPage page = facet_of(searcher, field.name, names);
        for (const FacetValue& value : page.facets.front().values) {
            if (value.value.empty()) continue;
            const std::string query = page::restriction(field.name, value.value);
            CAPTURE(query);
            CHECK(total_of(searcher, query, names) == value.count);
            CHECK(total_of(searcher, "wc>=0 -" + query, names) == page.total - value.count);
            counted.insert(field.name);
        }
    }
    return counted;
}

}  // namespace

TEST_CASE("every value of every facet is found exactly as often as it is counted") {
    const CorpusWithNames corpus;
    const std::set<std::string_view> all{"author", "source", "section", "language", "agency",
                                         "person", "org",    "place",   "misc",     "country"};
    Searcher searcher(Index::open(corpus.path()));
    CHECK(check_every_value(searcher, nullptr) == all);
    CHECK(check_every_value(searcher, aliases_of_places(searcher)) == all);
}

}  // namespace dateline
