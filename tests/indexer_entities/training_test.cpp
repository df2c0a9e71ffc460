// From tagged text in columns to a model, and what is refused.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "common/error.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/training/columns.h"
#include "indexer/entities/training/train.h"
#include "tests/support/temp_dir.h"

namespace dateline::entities {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string tags(const TaggedSentence& sentence) {
    std::string text;
    for (const Label label : sentence.labels) {
        if (!text.empty()) text += ' ';
        text += label == outside ? "O"
                                 : std::string(1, "BIES"[label % places]) + "-" + std::string(name_of(type_of(label)));
    }
    return text;
}

/// A little invented world: people talk, firms sell, towns flood.
std::string invented_text() {
    std::string text;
    for (int i = 0; i < 40; ++i) {
        for (const char* name : {"Anna", "Berta", "Carla"}) {
            text += "-DOCSTART-\tO\n\n" + std::string(name) +
                    "\tB-PER\nMoor\tI-PER\nsaid\tO\nin\tO\nHilltown\tB-LOC\n.\tO\n\n";
            text += "Shares\tO\nof\tO\n" + std::string(name) + "works\tB-ORG\nCorp\tI-ORG\nfell\tO\n.\tO\n\n";
        }
    }
    return text;
}

TrainingOptions small_training(const std::filesystem::path& data, const std::filesystem::path& out) {
    TrainingOptions options;
    options.data = {data.string()};
    options.out = out.string();
    options.least_count = 1;
    options.crf.epochs = 4;
    return options;
}

}  // namespace

TEST_CASE("columns are read with tags of each scheme") {
    const tests::TempDir folder;
    folder.write("bio.tsv", "EU\tB-ORG\nsaid\tO\n\nKim\tB-PER\tn\nYong\tI-PER\nPyongyang\tB-LOC\n");
    folder.write("iob.tsv", "Kim I-PER\nPyongyang I-LOC\nSeoul B-LOC\n");
    folder.write("bioes.tsv", "-DOCSTART- O\n\nKim B-PER\nYong E-PER\n\n-DOCSTART- O\n\nSeoul S-LOC\n");
    const auto bio = read_columns(folder.path() / "bio.tsv");
    REQUIRE(bio.size() == 1);
    REQUIRE(bio[0].size() == 2);
    CHECK(tags(bio[0][0]) == "S-ORG O");
    CHECK(tags(bio[0][1]) == "B-PER E-PER S-LOC");
    CHECK(tags(read_columns(folder.path() / "iob.tsv")[0][0]) == "S-PER S-LOC S-LOC");
    const auto bioes = read_columns(folder.path() / "bioes.tsv");
    REQUIRE(bioes.size() == 2);
    CHECK(tags(bioes[0][0]) == "B-PER E-PER");
}

TEST_CASE("a file that is no tagged text is named with the line") {
    const tests::TempDir folder;
    folder.write("bad.tsv", "EU\tB-ORG\nsaid\tB-VERB\n");
    CHECK_THROWS_WITH_AS(read_columns(folder.path() / "bad.tsv"), doctest::Contains("bad.tsv:2"), IoError);
    CHECK_THROWS_AS(read_columns(folder.path() / "none.tsv"), IoError);
}

TEST_CASE("a model learnt from text finds names in new text, and the same input gives the same model") {
    const tests::TempDir folder;
    folder.write("text.tsv", invented_text());
    const auto out = folder.path() / "a.entities";
    train(small_training(folder.path() / "text.tsv", out));
    const Model model(out);
    Tagger tagger(model);
    const auto found = tagger.tag("Berta Moor said in Hilltown. Shares of Bertaworks Corp fell.");
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "Berta Moor");
    CHECK(found[0].type == EntityType::person);
    CHECK(found[1].text == "Hilltown");
    CHECK(found[2].text == "Bertaworks Corp");
    CHECK(found[2].begin_bytes == 39);
    CHECK(found[2].end_bytes == 54);

    const auto again = folder.path() / "b.entities";
    train(small_training(folder.path() / "text.tsv", again));
    CHECK(bytes_of(folder.path() / "a.entities") == bytes_of(folder.path() / "b.entities"));
}

TEST_CASE("a damaged model is refused by name") {
    const tests::TempDir folder;
    folder.write("text.tsv", invented_text());
    const auto out = folder.path() / "a.entities";
    train(small_training(folder.path() / "text.tsv", out));
    std::string bytes = bytes_of(folder.path() / "a.entities");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x40);
    folder.write("flipped", bytes);
    folder.write("short", bytes.substr(0, bytes.size() / 3));
    folder.write("other", "no model at all");
    for (const char* name : {"flipped", "short", "other", "missing"}) {
        CAPTURE(name);
        CHECK_THROWS_WITH_AS(Model(folder.path() / name), doctest::Contains(name), IoError);
    }
}

}  // namespace dateline::entities
