// The model that comes with the programs.

#include "indexer/entities/tagger.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/paths.h"

namespace dateline::entities {
namespace {

struct Trap {
    std::string text;
    std::vector<std::string> words;
};

std::vector<Trap> read_traps() {
    std::ifstream stream(tests::source_dir() / "tests" / "indexer_entities" / "traps.tsv");
    std::vector<Trap> traps;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        Trap trap{line.substr(0, tab), {}};
        std::istringstream words(line.substr(tab + 1));
        for (std::string word; std::getline(words, word, '|');) trap.words.push_back(word);
        traps.push_back(trap);
    }
    return traps;
}

std::string listing(Tagger& tagger, std::string_view text) {
    std::string joined;
    for (const Entity& entity : tagger.tag(text)) {
        if (!joined.empty()) joined += ", ";
        joined += std::string(name_of(entity.type)) + " " + entity.text;
    }
    return joined;
}

}  // namespace

TEST_CASE("nothing is invented: pronouns, common words, weekdays and months are no names") {
    const Model model(installed_model());
    Tagger tagger(model);
    const std::vector<Trap> traps = read_traps();
    CHECK(traps.size() >= 200);
    for (const Trap& trap : traps) {
        CAPTURE(trap.text);
        const std::vector<Entity> found = tagger.tag(trap.text);
        for (const std::string& word : trap.words) {
            const std::size_t begin = trap.text.find(word);
            REQUIRE(begin != std::string::npos);
            for (const Entity& entity : found) {
                CAPTURE(entity.text);
                CHECK((entity.end_bytes <= begin || entity.begin_bytes >= begin + word.size()));
            }
        }
    }
}

TEST_CASE("people, organizations, places and others are told apart") {
    const Model model(installed_model());
    Tagger tagger(model);
    CHECK(listing(tagger, "Japanese Prime Minister Junichiro Koizumi arrived in Pyongyang on Tuesday.") ==
          "MISC Japanese, PER Junichiro Koizumi, LOC Pyongyang");
    CHECK(listing(tagger, "The United Nations sent food to Kenya, the World Bank said.") ==
          "ORG United Nations, LOC Kenya, ORG World Bank");
    CHECK(listing(tagger, "").empty());
}

}  // namespace dateline::entities
