#include "indexer/containers/peeked_bytes.h"

#include <array>
#include <ios>
#include <string_view>

namespace dateline {

namespace {

constexpr std::streamoff not_seekable = -1;

std::streamoff seek(std::streambuf& source, std::streamoff offset, std::ios::seekdir from) {
    return static_cast<std::streamoff>(source.pubseekoff(offset, from, std::ios::in));
}

std::string read_beginning(std::streambuf& source, std::size_t bytes) {
    std::string beginning(bytes, '\0');
    std::size_t size = 0;
    try {
        while (size < bytes) {
            const std::streamsize count =
                source.sgetn(beginning.data() + size, static_cast<std::streamsize>(bytes - size));
            if (count <= 0) break;
            size += static_cast<std::size_t>(count);
        }
    } catch (const BrokenInput&) {
        if (size == 0) throw;  // else it comes again behind these bytes
    }
    beginning.resize(size);
    return beginning;
}

}  // namespace

/// Gives the bytes already looked at, then the rest.
class PeekedBytes::Replay : public BlockBuffer {
public:
    Replay(std::string_view beginning, std::streambuf& rest) : beginning_(beginning), rest_(rest) {}

    void go_on() { recover(); }
    std::uint64_t position() const { return given_ - static_cast<std::uint64_t>(egptr() - gptr()); }

private:
    std::string_view next_block() override {
        if (given_ == 0 && !beginning_.empty()) {
            given_ = beginning_.size();
            return beginning_;
        }
        const std::streamsize count = rest_.sgetn(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
        given_ += static_cast<std::uint64_t>(count);
        return {chunk_.data(), static_cast<std::size_t>(count)};
    }

    std::string_view beginning_;
    std::streambuf& rest_;
    std::uint64_t given_ = 0;
    std::array<char, 65536> chunk_{};
};

PeekedBytes::PeekedBytes(std::streambuf& source, std::size_t bytes)
    : source_(source), begin_(seek(source, 0, std::ios::cur)) {
    beginning_ = read_beginning(source, bytes);
    const bool wound_back = begin_ != not_seekable && seek(source, begin_, std::ios::beg) == begin_;
    if (!wound_back) replay_ = std::make_shared<Replay>(beginning_, source);
}

std::streambuf& PeekedBytes::whole() { return replay_ != nullptr ? *replay_ : source_; }

void PeekedBytes::go_on() {
    if (replay_ != nullptr) replay_->go_on();
}

std::optional<std::uint64_t> PeekedBytes::size_bytes() const {
    if (!is_seekable()) return std::nullopt;
    const std::streamoff here = seek(source_, 0, std::ios::cur);
    const std::streamoff end = seek(source_, 0, std::ios::end);
    seek(source_, here, std::ios::beg);
    return end < begin_ ? 0 : static_cast<std::uint64_t>(end - begin_);
}

std::uint64_t PeekedBytes::position() const {
    if (!is_seekable()) return replay_->position();
    const std::streamoff here = seek(source_, 0, std::ios::cur);
    return here < begin_ ? 0 : static_cast<std::uint64_t>(here - begin_);
}

}  // namespace dateline
