#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

/// A window over a stream for readers that look for the end of an article: grows while the end is not in sight, up to
/// `max_article_bytes`, and moves on as articles are taken. Behind the unread bytes there are always `padding` more
/// that may be read (their values mean nothing), as simdjson wants it.
class InputBuffer {
public:
    static constexpr std::size_t padding = 64;

    /// `path` is for the message of an IoError.
    InputBuffer(std::istream& bytes, std::string path);

    /// What has been read and not yet taken. Valid until `fill`.
    std::string_view unread() const { return {data_.get() + begin_, end_ - begin_}; }
    /// Reads on; false at the end of the stream and when the window is full (`full()`). Throws IoError where the stream
    /// cannot be read on, once everything before has been given.
    bool fill();
    /// The end of the stream has been seen: what is unread is all there is.
    bool has_ended() const { return ended_; }
    /// More than an article may have stands unread.
    bool full() const;
    /// Nothing unread is left, nor can more be read.
    bool at_end();
    /// After a failure: drops what is unread and reads on.
    void restart();
    void take(std::size_t bytes) { begin_ += bytes; }
    /// Takes white space.
    void take_space();
    /// Takes as many bytes as that, reading on as needed; returns how many there were.
    std::uint64_t take_through_bytes(std::uint64_t bytes);
    /// Takes everything up to and including the next `stop`, however far it is. Returns the bytes taken.
    std::size_t take_through(char stop);

    /// Position of `stop` in the unread bytes, reading on as needed; npos where it does not come or the window is full.
    std::size_t find(char stop);

private:
    void make_room();
    void read_until(std::size_t end);

    std::istream& bytes_;
    std::string path_;
    std::unique_ptr<char[]> data_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool ended_ = false;
    std::exception_ptr failure_;
};

}  // namespace dateline
