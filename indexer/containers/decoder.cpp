#include "indexer/containers/decoder.h"

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <new>

namespace dateline {

namespace {

/// What `xz -9` and `zstd --ultra -22` need, and twice that.
constexpr std::size_t most_memory_bytes = std::size_t{128} << 20;

/// zlib, bzip2 and lzma speak to their callers through a record of the same shape.
template <typename Stream, typename Byte>
void point(Stream& stream, std::string_view in, std::span<char> out) {
    using Size = decltype(stream.avail_in);
    stream.next_in = reinterpret_cast<Byte*>(const_cast<char*>(in.data()));
    stream.avail_in = static_cast<Size>(in.size());
    stream.next_out = reinterpret_cast<std::remove_const_t<Byte>*>(out.data());
    stream.avail_out = static_cast<Size>(out.size());
}

template <typename Stream>
DecodeStep step_of(const Stream& stream, std::string_view in, std::span<char> out) {
    return {.taken = in.size() - stream.avail_in, .made = out.size() - stream.avail_out};
}

class Inflater : public Decoder {
public:
    /// `window_bits` as zlib has them: what is around the data is told by them too.
    explicit Inflater(int window_bits) {
        if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() override { inflateEnd(&stream_); }

    DecodeStep decode(std::string_view in, std::span<char> out) override {
        point<z_stream, Bytef>(stream_, in, out);
        const int status = inflate(&stream_, Z_NO_FLUSH);
        DecodeStep step = step_of(stream_, in, out);
        step.ended = status == Z_STREAM_END;
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            step.error = stream_.msg != nullptr ? stream_.msg : "it wants a dictionary";
        }
        return step;
    }

private:
    z_stream stream_{};
};

class Bzip2Decoder : public Decoder {
public:
    Bzip2Decoder() {
        if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    }
    Bzip2Decoder(const Bzip2Decoder&) = delete;
    Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
    ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

    DecodeStep decode(std::string_view in, std::span<char> out) override {
        point<bz_stream, char>(stream_, in, out);
        const int status = BZ2_bzDecompress(&stream_);
        DecodeStep step = step_of(stream_, in, out);
        step.ended = status == BZ_STREAM_END;
        if (status != BZ_OK && status != BZ_STREAM_END) step.error = "a block does not fit its checksum";
        return step;
    }

private:
    bz_stream stream_{};
};

class XzDecoder : public Decoder {
public:
    XzDecoder() {
        if (lzma_stream_decoder(&stream_, most_memory_bytes, 0) != LZMA_OK) throw std::bad_alloc();
    }
    XzDecoder(const XzDecoder&) = delete;
    XzDecoder& operator=(const XzDecoder&) = delete;
    ~XzDecoder() override { lzma_end(&stream_); }

    DecodeStep decode(std::string_view in, std::span<char> out) override {
        point<lzma_stream, const std::uint8_t>(stream_, in, out);
        const lzma_ret status = lzma_code(&stream_, LZMA_RUN);
        DecodeStep step = step_of(stream_, in, out);
        step.ended = status == LZMA_STREAM_END;
        if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR) {
            step.error = status == LZMA_MEMLIMIT_ERROR ? "it wants more than 128 MiB of memory" : "the data is damaged";
        }
        return step;
    }

private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
};

class ZstdDecoder : public Decoder {
public:
    DecodeStep decode(std::string_view in, std::span<char> out) override {
        if (!stream_) throw std::bad_alloc();
        ZSTD_inBuffer from{in.data(), in.size(), 0};
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        const std::size_t status = ZSTD_decompressStream(stream_.get(), &to, &from);
        DecodeStep step{.taken = from.pos, .made = to.pos, .ended = status == 0};
        if (ZSTD_isError(status) != 0) step.error = ZSTD_getErrorName(status);
        return step;
    }

private:
    /// Its own limit on the window is 128 MiB.
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream_{ZSTD_createDStream(), &ZSTD_freeDStream};
};

class BrotliDecoder : public Decoder {
public:
    DecodeStep decode(std::string_view in, std::span<char> out) override {
        if (!state_) throw std::bad_alloc();
        std::size_t in_left = in.size();
        std::size_t out_left = out.size();
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(out.data());
        const BrotliDecoderResult status =
            BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in, &out_left, &next_out, nullptr);
        DecodeStep step{.taken = in.size() - in_left, .made = out.size() - out_left};
        step.ended = status == BROTLI_DECODER_RESULT_SUCCESS;
        if (status == BROTLI_DECODER_RESULT_ERROR) step.error = "the data is damaged";
        return step;
    }

private:
    std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state_{
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance};
};

}  // namespace

std::unique_ptr<Decoder> make_decoder(Coding coding) {
    constexpr int gzip_header = 16;
    switch (coding) {
    case Coding::gzip: return std::make_unique<Inflater>(MAX_WBITS + gzip_header);
    case Coding::zlib: return std::make_unique<Inflater>(MAX_WBITS);
    case Coding::raw_deflate: return std::make_unique<Inflater>(-MAX_WBITS);
    case Coding::bzip2: return std::make_unique<Bzip2Decoder>();
    case Coding::xz: return std::make_unique<XzDecoder>();
    case Coding::zstd: return std::make_unique<ZstdDecoder>();
    case Coding::brotli: return std::make_unique<BrotliDecoder>();
    }
    return nullptr;
}

}  // namespace dateline
