#include "common/index/section_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

constexpr std::string_view kind = "sample";

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_sample(const std::filesystem::path& path) {
    SectionFileWriter file(path, kind, 4);
    file.section(std::vector<std::uint32_t>{1, 2, 3});
    file.section(std::string_view("five!"));
    file.section(std::string_view());
    file.section(std::vector<std::uint64_t>{7, 8});
    file.finish(false);
}

/// What of a file can be seen through SectionFile, the whole of it read.
bool reads_like_sample(const SectionFile& file) {
    const auto numbers = file.array<std::uint32_t>(0);
    const auto wide = file.array<std::uint64_t>(3);
    return std::vector(numbers.begin(), numbers.end()) == std::vector<std::uint32_t>{1, 2, 3} &&
           file.text(1) == "five!" && file.text(2).empty() &&
           std::vector(wide.begin(), wide.end()) == std::vector<std::uint64_t>{7, 8};
}

IndexError::Kind error_of(const std::filesystem::path& path, std::string_view wanted = kind) {
    try {
        const SectionFile file(path, wanted);
    } catch (const IndexError& error) {
        CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
        return error.kind();
    }
    FAIL("the file was opened");
    return IndexError::Kind::missing;
}

}  // namespace

TEST_CASE("sections come back as they were written") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    write_sample(path);
    const SectionFile file(path, kind);
    CHECK(file.verify());
    CHECK(file.size() == std::filesystem::file_size(path));
    CHECK(reads_like_sample(file));
    CHECK_THROWS_AS(static_cast<void>(file.bytes(4)), IndexError);
    CHECK_THROWS_AS(static_cast<void>(file.array<std::uint64_t>(1)), IndexError);
}

TEST_CASE("sections begin at multiples of 8") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    write_sample(path);
    const SectionFile file(path, kind);
    for (std::size_t i = 0; i < 4; ++i) CHECK(reinterpret_cast<std::uintptr_t>(file.bytes(i).data()) % 8 == 0);
}

TEST_CASE("sections larger than the buffer, written in pieces") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    std::mt19937 random(3);
    std::string expected;
    {
        SectionFileWriter file(path, kind, 2);
        file.begin_section();
        for (const std::size_t size : {0U, 1U, 700'000U, 700'000U, 3'000'000U, 5U}) {
            std::string piece(size, '\0');
            for (char& c : piece) c = static_cast<char>(random());
            file.write(piece);
            expected += piece;
        }
        file.section(std::string_view("end"));
        file.finish(true);
    }
    const SectionFile file(path, kind);
    CHECK(file.verify());
    CHECK(file.text(0) == expected);
    CHECK(file.text(1) == "end");
}

TEST_CASE("a file without sections") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    SectionFileWriter(path, kind, 0).finish(false);
    const SectionFile file(path, kind);
    CHECK(file.verify());
    CHECK_THROWS_AS(static_cast<void>(file.bytes(0)), IndexError);
}

TEST_CASE("a file cut at any length is refused") {
    const tests::TempDir folder;
    const auto whole = folder.path() / "whole";
    write_sample(whole);
    const std::string bytes = read(whole);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CAPTURE(length);
        const auto path = folder.write("cut", std::string_view(bytes).substr(0, length));
        CHECK(error_of(path) == IndexError::Kind::corrupt);
    }
    CHECK(error_of(folder.write("longer", bytes + "x")) == IndexError::Kind::corrupt);
}

TEST_CASE("a file that was never finished is refused") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    {
        SectionFileWriter file(path, kind, 1);
        file.section(std::string(3'000'000, 'x'));
    }
    CHECK(error_of(path) == IndexError::Kind::corrupt);
}

TEST_CASE("every flipped bit is found") {
    const tests::TempDir folder;
    const auto whole = folder.path() / "whole";
    write_sample(whole);
    const std::string bytes = read(whole);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        CAPTURE(bit);
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        const auto path = folder.write("damaged", damaged);
        try {
            CHECK_FALSE(SectionFile(path, kind).verify());
        } catch (const IndexError&) {
            CHECK(true);
        }
    }
}

TEST_CASE("files of another kind, of another version, or missing") {
    const tests::TempDir folder;
    const auto path = folder.path() / "file";
    write_sample(path);
    CHECK(error_of(path, "other") == IndexError::Kind::corrupt);
    CHECK(error_of(folder.path() / "nothing") == IndexError::Kind::missing);
    std::string bytes = read(path);
    ++bytes[16];
    CHECK(error_of(folder.write("newer", bytes)) == IndexError::Kind::wrong_version);
}

TEST_CASE("a file that cannot be made is an input/output error") {
    const tests::TempDir folder;
    CHECK_THROWS_AS(SectionFileWriter(folder.path() / "no" / "folder", kind, 1), IoError);
    CHECK_THROWS_AS(replace_file(folder.path() / "no" / "folder", "x"), IoError);
    CHECK_THROWS_AS(sync_existing_file(folder.path() / "nothing"), IoError);
    CHECK_THROWS_AS(sync_folder(folder.path() / "nothing"), IoError);
}

TEST_CASE("a small file is replaced as a whole") {
    const tests::TempDir folder;
    const auto path = folder.write("small", "old and longer");
    replace_file(path, "new");
    CHECK(read(path) == "new");
    CHECK_FALSE(std::filesystem::exists(path.string() + ".new"));
}

}  // namespace dateline
