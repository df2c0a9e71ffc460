#include "indexer/readers/input.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("folders are walked in order, without hidden files, expected records and loops") {
    const tests::TempDir folder;
    write(folder.path() / "b.txt", "bb");
    write(folder.path() / "a" / "2.txt", "1");
    write(folder.path() / "a" / "1.txt", "1");
    write(folder.path() / "a" / ".hidden.txt", "x");
    write(folder.path() / ".git" / "x.txt", "x");
    write(folder.path() / "b.txt.expected.json", "{}");
    fs::create_directory_symlink(folder.path(), folder.path() / "a" / "loop");

    const InputList list = list_inputs({folder.path().string(), "-"});
    std::vector<std::string> names;
    for (const InputFile& file : list.files) {
        names.push_back(file.path == "-" ? "-" : fs::relative(file.path, folder.path()).string());
    }
    CHECK(names == std::vector<std::string>{"a/1.txt", "a/2.txt", "b.txt", "-"});
    CHECK(list.total_bytes == 4);
    CHECK(list.files.front().origin == Origin::folder);
    CHECK(list.files.back().origin == Origin::named);
    CHECK_THROWS_AS(list_inputs({(folder.path() / "missing").string()}), IoError);
}

TEST_CASE("an input that was sniffed is still read from its beginning") {
    const tests::TempDir folder;
    const std::string text = "{\"title\": \"" + std::string(10'000, 'x') + "\"}";
    write(folder.path() / "a.json", text);
    OpenInput open({(folder.path() / "a.json").string(), Origin::named, 0});
    REQUIRE(open.sniffed().reader != nullptr);
    CHECK(open.sniffed().reader->name == "json");
    const std::string read(std::istreambuf_iterator<char>(open.input().bytes), {});
    CHECK(read == text);
    CHECK_THROWS_AS(OpenInput({(folder.path() / "missing").string(), Origin::named, 0}), IoError);
}

}  // namespace dateline
