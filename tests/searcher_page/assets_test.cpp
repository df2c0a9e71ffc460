#include "searcher/page/assets.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "tests/support/paths.h"

using namespace dateline::page;

TEST_CASE("the program has the files of the source tree, byte by byte") {
    const auto folder = dateline::tests::source_dir() / "searcher/page/assets";
    REQUIRE(!assets().empty());
    for (const Asset& asset : assets()) {
        CAPTURE(asset.name);
        std::ostringstream file;
        file << std::ifstream(folder / asset.name).rdbuf();
        CHECK(file.str() == asset.bytes);
    }
}

TEST_CASE("an asset is found at its address and nowhere else") {
    REQUIRE(asset_at(asset_address("main.js")) != nullptr);
    CHECK(asset_at(asset_address("main.js"))->media_type == "text/javascript; charset=utf-8");
    CHECK(asset_at("/assets/000000000000/main.js") == nullptr);
    CHECK(asset_at(asset_address("../pages.cpp")) == nullptr);
    CHECK(asset_at("/assets/") == nullptr);
}

TEST_CASE("no asset names an address outside, but for names of XML") {
    for (const Asset& asset : assets()) {
        CAPTURE(asset.name);
        std::string text(asset.bytes);
        for (std::string_view known = "http://www.w3.org/2000/svg"; text.find(known) != std::string::npos;)
            text.erase(text.find(known), known.size());
        CHECK(text.find("://") == std::string::npos);
        CHECK(text.find("url(") == std::string::npos);
        CHECK(text.find("eval") == std::string::npos);
        CHECK(text.find("innerHTML") == std::string::npos);
    }
}
