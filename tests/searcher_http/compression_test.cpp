#include "searcher/http/compression.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace dateline::http {
namespace {

std::string unzipped(const std::string& bytes) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string out(1 << 20, '\0');
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

TEST_CASE("the coding is the best that the client admits") {
    CHECK(chosen_coding("") == Coding::none);
    CHECK(chosen_coding("gzip, deflate") == Coding::gzip);
    CHECK(chosen_coding("gzip, deflate, br, zstd") == Coding::zstd);
    CHECK(chosen_coding("GZIP;q=0.5") == Coding::gzip);
    CHECK(chosen_coding("gzip;q=0") == Coding::none);
    CHECK(chosen_coding("zstd;q=0.0, gzip") == Coding::gzip);
    CHECK(chosen_coding("x-gzip-not") == Coding::none);
    CHECK(chosen_coding(",,;;q=,") == Coding::none);
}

TEST_CASE("what is compressed can be had back") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += std::to_string(i * i) + ' ';
    CHECK(unzipped(compressed(text, Coding::gzip)) == text);
    CHECK(unzipped(compressed("", Coding::gzip)).empty());
    const std::string zstd = compressed(text, Coding::zstd);
    std::string out(text.size(), '\0');
    CHECK(ZSTD_decompress(out.data(), out.size(), zstd.data(), zstd.size()) == text.size());
    CHECK(out == text);
    CHECK(compressed(text, Coding::none) == text);
}

}  // namespace
}  // namespace dateline::http
