#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "searcher/server/live_index.h"
#include "tests/searcher_server/served_corpus.h"

namespace dateline {
namespace {

using tests::ServedCorpus;

/// Asks until it holds. On a machine at rest a second is enough; tests run beside others.
template <typename Condition>
bool soon(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < end) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

TEST_CASE("what is published is found within a second, and pages of what was before are refused") {
    ServedCorpus served;
    const http::Response first = served.get("/api/search?q=japan&limit=1");
    const std::string link = first.header("Link").value();
    CHECK(served.json("/api/search?q=zyxwvu")["total"] == 0);
    tests::publish(served.index(), "new-1", "A zyxwvu was seen over the harbour, and nobody knows what it was.");
    CHECK(soon([&] { return served.json("/api/search?q=zyxwvu")["total"] == 1; }));
    CHECK(served.get("/api/articles/new-1").status == 200);
    CHECK(served.get(link.substr(1, link.find('>') - 1)).status == 410);
    CHECK(served.get("/api/search?q=japan&limit=1", {{"If-None-Match", first.header("ETag").value()}}).status == 200);
    CHECK(served.get("/metrics")
              .body.find("dateline_index_revision " + std::to_string(served.live().revision()) + "\n") !=
          std::string::npos);
}

TEST_CASE("synonyms are read again once they change; broken ones leave the old") {
    ServedCorpus served;
    const auto total = [&] { return served.json("/api/search?q=zyxwvu&match=all")["total"].get<int>(); };
    CHECK(total() == 0);
    std::ofstream(served.synonyms()) << "zyxwvu = koizumi\n";
    CHECK(soon([&] { return total() == 3; }));
    std::ofstream(served.synonyms()) << "zyxwvu = = {\n";
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(total() == 3);
    std::filesystem::remove(served.synonyms());
    CHECK(soon([&] { return total() == 0; }));
}

TEST_CASE("aliases are read again once they change; broken ones leave the old") {
    ServedCorpus served;
    const auto is_called = [&](const std::string& name) {
        const Json facets = served.json("/api/facets?q=zett&facet=person")["facets"]["person"];
        return facets[0]["value"] == name && served.json("/api/entities/zett?type=person")["name"] == name &&
               served.json("/api/search?q=person:%22" + name + "%22&match=all")["total"] == 2;
    };
    CHECK(is_called("Megan Zett"));
    std::ofstream(served.aliases()) << "[person.names]\nMargaret = [\"Megan Zett\"]\n";
    CHECK(soon([&] { return served.get("/api/entities/Margaret").status == 200; }));
    const Json facets = served.json("/api/facets?q=zett&facet=person");
    CHECK(facets["facets"]["person"][0]["value"] == "Margaret");
    CHECK(served.json("/api/search?q=person:Margaret&match=all")["total"] == 2);
    CHECK(served.get("/api/export?q=person:Margaret&match=all").header("Dateline-Total") == "2");
    CHECK(served.json("/api/articles/named-1?query=person:Margaret")["matches"] == true);
    CHECK(served.json("/api/told?q=person:Margaret")["dates"][0]["value"] == "2012-08-29");
    std::ofstream(served.aliases()) << "[person\n";
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(served.get("/api/entities/Margaret").status == 200);
    std::filesystem::remove(served.aliases());
    CHECK(soon([&] { return is_called("Megan Zett"); }));
}

TEST_CASE("an index that is not there any more is answered from all the same") {
    ServedCorpus served;
    std::filesystem::rename(served.index(), served.index().string() + ".away");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(served.json("/api/search?q=koizumi")["total"] == 3);
}

}  // namespace
}  // namespace dateline
