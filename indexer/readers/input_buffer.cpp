#include "indexer/readers/input_buffer.h"

#include <algorithm>
#include <cstring>
#include <ios>
#include <streambuf>

#include "common/error.h"
#include "indexer/readers/reader.h"

namespace dateline {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{128} << 10;

bool is_ascii_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; }

}  // namespace

InputBuffer::InputBuffer(std::istream& bytes, std::string path) : bytes_(bytes), path_(std::move(path)) {}

bool InputBuffer::full() const { return end_ - begin_ > max_article_bytes; }

void InputBuffer::make_room() {
    if (begin_ == end_) {
        begin_ = end_ = 0;
    }
    if (capacity_ - end_ >= chunk_bytes / 2) {
        return;
    }
    const std::size_t unread_bytes = end_ - begin_;
    if (capacity_ - unread_bytes >= chunk_bytes / 2) {
        std::memmove(data_.get(), data_.get() + begin_, unread_bytes);
    } else {
        const std::size_t larger = capacity_ == 0 ? chunk_bytes : capacity_ * 2;
        auto moved = std::make_unique_for_overwrite<char[]>(larger + padding);
        std::memset(moved.get() + larger, 0, padding);
        if (unread_bytes > 0) {
            std::memcpy(moved.get(), data_.get() + begin_, unread_bytes);
        }
        data_ = std::move(moved);
        capacity_ = larger;
    }
    begin_ = 0;
    end_ = unread_bytes;
}

bool InputBuffer::fill() {
    if (full() || ended_) {
        return false;
    }
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    make_room();
    const std::size_t before = end_;
    try {
        // Not all of a window that has just been doubled: one article too large is enough.
        read_until(std::min(capacity_, begin_ + max_article_bytes + chunk_bytes));
    } catch (...) {
        failure_ = std::current_exception();
        if (end_ == before) {
            throw;
        }
    }
    return end_ > before;
}

void InputBuffer::read_until(std::size_t end) {
    try {
        while (end_ < end && !ended_) {
            // Not through the stream, which would keep what its buffer throws to itself.
            const std::streamsize count =
                bytes_.rdbuf()->sgetn(data_.get() + end_, static_cast<std::streamsize>(end - end_));
            end_ += static_cast<std::size_t>(count);
            ended_ = count == 0;
        }
    } catch (const std::ios_base::failure&) {
        throw IoError(path_ + ": reading failed");
    }
}

void InputBuffer::restart() {
    begin_ = end_ = 0;
    ended_ = false;
    failure_ = nullptr;
}

bool InputBuffer::at_end() { return begin_ == end_ && !fill(); }

void InputBuffer::take_space() {
    while (!at_end()) {
        while (begin_ < end_ && is_ascii_space(data_[begin_])) {
            ++begin_;
        }
        if (begin_ < end_) {
            return;
        }
    }
}

std::size_t InputBuffer::take_through(char stop) {
    std::size_t taken = 0;
    while (!at_end()) {
        const std::size_t position = unread().find(stop);
        const std::size_t count = position == std::string_view::npos ? unread().size() : position + 1;
        take(count);
        taken += count;
        if (position != std::string_view::npos) {
            break;
        }
    }
    return taken;
}

std::uint64_t InputBuffer::take_through_bytes(std::uint64_t bytes) {
    std::uint64_t taken = 0;
    while (taken < bytes && !at_end()) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(bytes - taken, unread().size()));
        take(count);
        taken += count;
    }
    return taken;
}

std::size_t InputBuffer::find(char stop) {
    std::size_t searched = 0;
    while (true) {
        const std::size_t position = unread().find(stop, searched);
        if (position != std::string_view::npos) {
            return position;
        }
        searched = unread().size();
        if (!fill()) {
            return std::string_view::npos;
        }
    }
}

}  // namespace dateline
