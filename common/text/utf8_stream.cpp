#include "common/text/utf8_stream.h"

#include <unicode/ucnv.h>

#include <array>
#include <utility>

#include "common/text/charset.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t sample_bytes = std::size_t{64} << 10;
constexpr std::size_t longest_character = 4;

std::string read_sample(std::istream& bytes) {
    std::string sample(sample_bytes, '\0');
    bytes.read(sample.data(), static_cast<std::streamsize>(sample.size()));
    sample.resize(static_cast<std::size_t>(bytes.gcount()));
    return sample;
}

std::string charset_of(std::string_view sample) {
    if (const std::string_view mark = charset_of_mark(sample); !mark.empty()) {
        return std::string(mark);
    }
    // The sample may end inside a character.
    const std::size_t valid = valid_utf8_prefix(sample);
    if (valid == sample.size() || (sample.size() == sample_bytes && sample.size() - valid < longest_character)) {
        return "utf-8";
    }
    return decode_declared(sample, "utf-8").charset;
}

/// Bytes already read, then the rest of a stream, as they are.
class PlainBuffer final : public std::streambuf {
public:
    PlainBuffer(std::string beginning, std::istream& rest) : bytes_(std::move(beginning)), rest_(rest) {
        setg(bytes_.data(), bytes_.data(), bytes_.data() + bytes_.size());
    }

protected:
    int_type underflow() override {
        bytes_.resize(sample_bytes);
        rest_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
        setg(bytes_.data(), bytes_.data(), bytes_.data() + rest_.gcount());
        return rest_.gcount() > 0 ? traits_type::to_int_type(bytes_.front()) : traits_type::eof();
    }

private:
    std::string bytes_;
    std::istream& rest_;
};

/// The same, decoded piece by piece.
class DecodingBuffer final : public std::streambuf {
public:
    using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

    DecodingBuffer(std::string beginning, std::istream& rest, Converter from, Converter to)
        : bytes_(std::move(beginning)), end_(bytes_.size()), rest_(rest), from_(std::move(from)), to_(std::move(to)) {
        pivot_source_ = pivot_target_ = pivot_.data();
    }

protected:
    int_type underflow() override {
        while (!finished_) {
            if (begin_ == end_) {
                bytes_.resize(sample_bytes);
                rest_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
                begin_ = 0;
                end_ = static_cast<std::size_t>(rest_.gcount());
            }
            if (const std::size_t count = convert(); count > 0) {
                setg(text_.data(), text_.data(), text_.data() + count);
                return traits_type::to_int_type(text_.front());
            }
        }
        return traits_type::eof();
    }

private:
    /// Turns what is there into text, as much as has room. Without bytes it is the end of the stream.
    std::size_t convert() {
        const char* source = bytes_.data() + begin_;
        char* target = text_.data();
        UErrorCode error = U_ZERO_ERROR;
        const bool last = begin_ == end_;
        ucnv_convertEx(to_.get(), from_.get(), &target, text_.data() + text_.size(), &source, bytes_.data() + end_,
                       pivot_.data(), &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(), 0, last ? 1 : 0,
                       &error);
        begin_ = static_cast<std::size_t>(source - bytes_.data());
        finished_ = (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) || (last && U_SUCCESS(error));
        return static_cast<std::size_t>(target - text_.data());
    }

    std::string bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::istream& rest_;
    Converter from_;
    Converter to_;
    std::array<UChar, 4096> pivot_{};
    UChar* pivot_source_ = nullptr;
    UChar* pivot_target_ = nullptr;
    std::array<char, 16384> text_{};
    bool finished_ = false;
};

DecodingBuffer::Converter open_converter(const std::string& charset) {
    UErrorCode error = U_ZERO_ERROR;
    return {ucnv_open(charset.c_str(), &error), &ucnv_close};
}

std::size_t mark_length(std::string_view sample) {
    const std::string_view charset = charset_of_mark(sample);
    return charset.empty() ? 0 : charset == "utf-8" ? 3 : charset == "utf-32le" ? 4 : 2;
}

}  // namespace

Utf8Stream::Utf8Stream(std::istream& bytes) : stream_(nullptr) {
    std::string sample = read_sample(bytes);
    charset_ = charset_of(sample);
    sample.erase(0, mark_length(sample));
    auto from = open_converter(charset_meant_by(charset_));
    auto to = open_converter("utf-8");
    if (charset_ == "utf-8" || !from || !to) {
        charset_ = "utf-8";
        buffer_ = std::make_unique<PlainBuffer>(std::move(sample), bytes);
    } else {
        buffer_ = std::make_unique<DecodingBuffer>(std::move(sample), bytes, std::move(from), std::move(to));
    }
    stream_.rdbuf(buffer_.get());
}

Utf8Stream::~Utf8Stream() = default;

}  // namespace dateline
