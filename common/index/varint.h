#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// LEB128: seven bits a byte, least significant first, the high bit set on all but the last.
namespace dateline {

inline void put_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80U);
        value >>= 7U;
    }
    out += static_cast<char>(value);
}

inline void put_string(std::string& out, std::string_view text) {
    put_varint(out, text.size());
    out += text;
}

/// Thrown by ByteReader at the end of its bytes or at a number over 64 bits.
class TruncatedBytes : public std::runtime_error {
public:
    TruncatedBytes() : std::runtime_error("bytes end too early") {}
};

/// Reads what put_varint and put_string wrote.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at_ == end_) throw TruncatedBytes();
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        throw TruncatedBytes();
    }

    std::string_view string() {
        const std::uint64_t size = varint();
        if (size > static_cast<std::uint64_t>(end_ - at_)) throw TruncatedBytes();
        const std::string_view text(at_, static_cast<std::size_t>(size));
        at_ += size;
        return text;
    }

    bool done() const { return at_ == end_; }

private:
    const char* at_;
    const char* end_;
};

}  // namespace dateline
