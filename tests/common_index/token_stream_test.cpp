#include "common/index/token_stream.h"

#include <doctest/doctest.h>

#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/varint.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

std::string encode(const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    for (const std::uint32_t number : numbers) put_varint(bytes, number);
    return bytes;
}

std::vector<std::uint32_t> decode(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (StreamReader reader(bytes); !reader.done();) numbers.push_back(reader.next());
    return numbers;
}

/// A copy that ends where its memory ends, so that a sanitizer sees each byte read beyond.
std::vector<std::uint32_t> decode_copy(std::string_view bytes) {
    const auto copy = std::make_unique<char[]>(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.get());
    return decode({copy.get(), bytes.size()});
}

std::vector<std::uint32_t> random_numbers(std::mt19937& random, std::size_t size) {
    std::vector<std::uint32_t> numbers(size);
    for (std::uint32_t& number : numbers) number = static_cast<std::uint32_t>(random()) >> random() % 32;
    return numbers;
}

}  // namespace

TEST_CASE("numbers of every size come back") {
    std::vector<std::uint32_t> numbers{0, 1, 2, 3};
    for (unsigned bit = 0; bit < 32; ++bit) {
        for (const std::uint32_t by : {0U, 1U}) numbers.push_back((std::uint32_t{1} << bit) - by);
    }
    numbers.push_back(std::numeric_limits<std::uint32_t>::max());
    CHECK(decode(encode(numbers)) == numbers);
    CHECK(encode({127}).size() == 1);
    CHECK(encode({128}).size() == 2);
    CHECK(encode({std::numeric_limits<std::uint32_t>::max()}).size() == 5);
}

TEST_CASE("damaged bytes lead to wrong numbers, but never outside") {
    std::mt19937 random(9);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(1 + random() % 12, '\0');
        for (char& c : bytes) c = static_cast<char>(random() % 2 == 0 ? 0x80 + random() % 128 : random());
        CHECK(decode_copy(bytes).size() <= bytes.size());
    }
    CHECK(decode_copy(std::string(20, '\xFF')).size() <= 20);
    CHECK(decode_copy("\x80").size() == 1);
}

TEST_CASE("the reader of numbers and texts says where bytes end too early") {
    std::string bytes;
    put_varint(bytes, std::numeric_limits<std::uint64_t>::max());
    put_string(bytes, "text");
    put_string(bytes, "");
    ByteReader whole(bytes);
    CHECK(whole.varint() == std::numeric_limits<std::uint64_t>::max());
    CHECK(whole.string() == "text");
    CHECK(whole.string().empty());
    CHECK(whole.done());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CAPTURE(length);
        const std::string cut = bytes.substr(0, length);
        ByteReader reader(cut);
        const auto read_all = [&] {
            static_cast<void>(reader.varint());
            static_cast<void>(reader.string());
            static_cast<void>(reader.string());
        };
        CHECK_THROWS_AS(read_all(), TruncatedBytes);
    }
    const std::string endless(20, '\x80');
    CHECK_THROWS_AS(static_cast<void>(ByteReader(endless).varint()), TruncatedBytes);
}

TEST_CASE("the streams of a segment are found by row") {
    const tests::TempDir folder;
    const auto path = folder.path() / "stream";
    std::mt19937 random(13);
    std::vector<std::vector<std::uint32_t>> articles;
    for (const std::size_t size : {5U, 0U, 300U, 1U}) articles.push_back(random_numbers(random, size));
    {
        SectionFileWriter file(path, token_stream_kind, 2);
        std::vector<std::uint64_t> offsets{0};
        file.begin_section();
        for (const auto& article : articles) {
            const std::string bytes = encode(article);
            file.write(bytes);
            offsets.push_back(offsets.back() + bytes.size());
        }
        file.section(offsets);
        file.finish(false);
    }
    const TokenStreams streams(path);
    REQUIRE(streams.articles() == articles.size());
    for (std::size_t row = 0; row < articles.size(); ++row) {
        CAPTURE(row);
        CHECK(decode(streams.of(row)) == articles[row]);
        streams.prefetch(row);
    }
    CHECK(streams.ends().back() == streams.bytes().size());
}

TEST_CASE("streams whose offsets do not fit are refused") {
    const tests::TempDir folder;
    const auto path = folder.path() / "stream";
    for (const std::vector<std::uint64_t>& offsets : {std::vector<std::uint64_t>{}, {0, 2}, {0, 4}}) {
        SectionFileWriter file(path, token_stream_kind, 2);
        file.section(std::string_view("abc"));
        file.section(offsets);
        file.finish(false);
        CHECK_THROWS_AS(TokenStreams{path}, IndexError);
    }
}

}  // namespace dateline
