// The names in articles of the corpus, against what a reader found in them (names_by_hand.tsv).

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"
#include "indexer/pipeline.h"
#include "tests/support/paths.h"

namespace dateline {
namespace {

using Counts = std::map<std::string, int>;  ///< `PER Kim Jong-il`: mentions

struct ReadArticle {
    std::string file;
    std::string id;  ///< empty where the file has one article only
    Counts names;
};

std::vector<ReadArticle> read_by_hand() {
    std::ifstream stream(tests::source_dir() / "tests/indexer/names_by_hand.tsv");
    std::vector<ReadArticle> articles;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        const std::size_t last = line.rfind('\t');
        const std::string first = line.substr(0, tab);
        if (first == "article") {
            const std::string place = line.substr(tab + 1);
            const std::size_t blank = std::min(place.find(' '), place.size());
            articles.push_back({place.substr(0, blank), place.substr(std::min(blank + 1, place.size())), {}});
        } else {
            articles.back().names[first + " " + line.substr(tab + 1, last - tab - 1)] += std::stoi(line.substr(last));
        }
    }
    return articles;
}

Counts found_in(const ReadArticle& wanted, entities::Tagger& tagger) {
    Counts names;
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    const std::filesystem::path file = tests::corpus_dir() / wanted.file;
    extract_articles({.inputs = {file.string()}, .keep_all = true}, report, progress, [&](const Article& article) {
        if (!wanted.id.empty() && article.id != wanted.id) return true;
        for (const Entity& entity : tagger.tag(article.body)) {
            ++names[fmt::format("{} {}", name_of(entity.type), entity.name)];
        }
        return true;
    });
    return names;
}

/// `+` before what was found and is not there, `-` before what is there and was not found.
void differences(const ReadArticle& article, const Counts& found, std::set<std::string>& all) {
    const std::string where = std::filesystem::path(article.file).stem().string();
    const auto difference = [](const Counts& counts, const std::string& name, int known) {
        const auto other = counts.find(name);
        return known - (other == counts.end() ? 0 : other->second);
    };
    for (const auto& [name, count] : article.names) {
        if (difference(found, name, count) > 0) all.insert(fmt::format("{}: - {}", where, name));
    }
    for (const auto& [name, count] : found) {
        if (difference(article.names, name, count) > 0) all.insert(fmt::format("{}: + {}", where, name));
    }
}

}  // namespace

TEST_CASE("names in the corpus are those a reader finds, but for these") {
    // What is put right goes off this list; nothing may come onto it.
    const std::set<std::string> known{
        "1990-mandela-walks-free: + MISC Grand Parade",
        "1990-mandela-walks-free: + PER Victor Verster",
        "1990-mandela-walks-free: - LOC Grand Parade",
        "1990-mandela-walks-free: - LOC Victor Verster",
        "1994-channel-tunnel-opens: + ORG Eurostar",
        "1994-channel-tunnel-opens: + ORG Rolls-Royce",
        "1994-channel-tunnel-opens: - MISC Eurostar",
        "1994-channel-tunnel-opens: - MISC Rolls-Royce",
        "1998-good-friday-agreement: + LOC Republic",
        "1998-good-friday-agreement: + ORG Castle Buildings",
        "1998-good-friday-agreement: - LOC Castle Buildings",
        "1998-good-friday-agreement: - LOC Ireland",
        "2004-children-join-returnees: + MISC Chimura",
        "2004-children-join-returnees: + MISC Hasuike",
        "2004-children-join-returnees: - PER Chimura",
        "2004-children-join-returnees: - PER Hasuike",
        "2014-ohare-faa-fire: + ORG O'Hare International",
        "2014-ohare-faa-fire: - LOC O'Hare International",
        "2021-suez-canal-ever-given: - MISC Ever Given",
        "world-stories: + LOC New York",
        "world-stories: + ORG Federal Reserve Bank",
        "world-stories: - ORG Barclays",
        "world-stories: - ORG Federal Reserve Bank of New York",
    };
    const entities::Model model(tests::source_dir() / "indexer/entities/english.entities");
    entities::Tagger tagger(model);
    std::set<std::string> all;
    int right = 0;
    int wanted = 0;
    int given = 0;
    for (const ReadArticle& article : read_by_hand()) {
        const Counts found = found_in(article, tagger);
        differences(article, found, all);
        for (const auto& [name, count] : article.names) {
            wanted += count;
            const auto same = found.find(name);
            if (same != found.end()) right += std::min(count, same->second);
        }
        for (const auto& [name, count] : found) given += count;
    }
    for (const std::string& difference : all) {
        CAPTURE(difference);
        CHECK(known.contains(difference));
    }
    for (const std::string& difference : known) {
        CAPTURE(difference);
        CHECK(all.contains(difference));
    }
    const double f1 = 2.0 * right / (wanted + given);
    MESSAGE("names right ", right, " of ", wanted, ", given ", given, ", F1 ", f1);
    CHECK(f1 >= 0.9);
}

}  // namespace dateline
