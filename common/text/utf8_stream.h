#pragma once

#include <istream>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>

namespace dateline {

/// A stream of text in any encoding as a stream of UTF-8, in bounded memory. The encoding is told from the first 64
/// KiB: by a byte order mark; what is UTF-8, but for a few damaged bytes, stays as it is; else it is detected.
class Utf8Stream {
public:
    /// Reads the beginning of `bytes`, which must outlive this.
    explicit Utf8Stream(std::istream& bytes);
    Utf8Stream(const Utf8Stream&) = delete;
    Utf8Stream& operator=(const Utf8Stream&) = delete;
    ~Utf8Stream();

    /// Without byte order mark. Where `charset` is `utf-8`, the bytes are as found and may be damaged (repair_utf8).
    std::istream& stream() { return stream_; }
    const std::string& charset() const { return charset_; }

private:
    std::string charset_;
    std::unique_ptr<std::streambuf> buffer_;
    std::istream stream_;
};

}  // namespace dateline
