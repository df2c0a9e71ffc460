#include "common/index/manifest.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

Manifest sample() {
    Manifest manifest;
    manifest.revision = 12;
    manifest.next_segment = 1'000'001;
    manifest.analyzer = default_analyzer_settings();
    manifest.segments = {{"000003", 500, 0, ""}, {"1000000", 70'000, 12, "deleted-12"}};
    return manifest;
}

std::string text_of(const std::filesystem::path& index) {
    std::ifstream file(manifest_path(index), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string this_format() { return "\"format\": " + std::to_string(index_format_version); }

struct Refusal {
    IndexError::Kind kind = IndexError::Kind::missing;
    std::string message;
};

Refusal refusal_of(const std::filesystem::path& index) {
    try {
        static_cast<void>(read_manifest(index));
    } catch (const IndexError& error) {
        return {error.kind(), error.what()};
    }
    FAIL("the manifest was read");
    return {};
}

bool says(const Refusal& refusal, std::string_view words) { return refusal.message.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a manifest comes back as it was published") {
    const tests::TempDir folder;
    CHECK_FALSE(index_exists(folder.path()));
    write_manifest(folder.path(), sample());
    CHECK(index_exists(folder.path()));
    const Manifest read = read_manifest(folder.path());
    CHECK(read.revision == 12);
    CHECK(read.next_segment == 1'000'001);
    CHECK(read.analyzer == sample().analyzer);
    CHECK(read.segments == sample().segments);
    CHECK(read.articles() == 70'488);
}

TEST_CASE("an older manifest is replaced, and nothing is left beside it") {
    const tests::TempDir folder;
    write_manifest(folder.path(), sample());
    Manifest empty;
    empty.revision = 13;
    write_manifest(folder.path(), empty);
    CHECK(read_manifest(folder.path()).segments.empty());
    CHECK(read_manifest(folder.path()).articles() == 0);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("no index: the message says how to make one") {
    const tests::TempDir folder;
    const Refusal refusal = refusal_of(folder.path());
    CHECK(refusal.kind == IndexError::Kind::missing);
    CHECK(says(refusal, folder.path().string()));
    CHECK(says(refusal, "indexer add --index"));
    CHECK(refusal_of(folder.path() / "nowhere").kind == IndexError::Kind::missing);
}

TEST_CASE("another format: the message names both and the way out") {
    const tests::TempDir folder;
    write_manifest(folder.path(), sample());
    folder.write("manifest.json", with(text_of(folder.path()), this_format(), "\"format\": 99"));
    const Refusal refusal = refusal_of(folder.path());
    CHECK(refusal.kind == IndexError::Kind::wrong_version);
    CHECK(says(refusal, "format 99"));
    CHECK(says(refusal, "reads format " + std::to_string(index_format_version)));
    CHECK(says(refusal, "index the articles again"));
}

TEST_CASE("a damaged manifest is told, with the way out") {
    const tests::TempDir folder;
    write_manifest(folder.path(), sample());
    const std::string sound = text_of(folder.path());
    const std::array damaged{
        std::string(),
        std::string("null"),
        std::string("[1, 2]"),
        std::string("\0\0\0\0", 4),
        sound.substr(0, sound.size() / 2),
        with(sound, "70000", "70001"),
        with(sound, "deleted-12", "deleted-13"),
        with(sound, "\"checksum\": \"", "\"checksum\": \"0"),
        with(sound, "\"checksum\": \"", "\"check\": \""),
        with(sound, "000003", "\xFF\xFE"),
    };
    for (const std::string& text : damaged) {
        CAPTURE(text);
        folder.write("manifest.json", text);
        const Refusal refusal = refusal_of(folder.path());
        CHECK(refusal.kind == IndexError::Kind::corrupt);
        CHECK(says(refusal, "manifest.json"));
        CHECK(says(refusal, "restore the index from a copy, or index the articles again"));
    }
}

TEST_CASE("values of a wrong type are damage too") {
    const tests::TempDir folder;
    for (const std::string& text :
         {std::string(R"({"format": "one"})"), std::string(R"({"format": null})"),
          "{" + this_format() + R"(, "checksum": 5})", "{" + this_format() + "}", std::string(R"({"format": [1]})")}) {
        CAPTURE(text);
        folder.write("manifest.json", text);
        CHECK(refusal_of(folder.path()).kind == IndexError::Kind::corrupt);
    }
}

TEST_CASE("a manifest that cannot be written leaves the old one") {
    const tests::TempDir folder;
    CHECK_THROWS_AS(write_manifest(folder.path() / "nowhere", sample()), IoError);
    write_manifest(folder.path(), sample());
    std::filesystem::create_directory(folder.path() / "manifest.json.new");
    CHECK_THROWS_AS(write_manifest(folder.path(), Manifest{}), IoError);
    CHECK(read_manifest(folder.path()).revision == 12);
}

TEST_CASE("paths inside an index") {
    CHECK(segment_path("index", "000001") == segments_path("index") / "000001");
    CHECK(lock_path("index").parent_path() == "index");
}

}  // namespace dateline
