#include "indexer/containers/block_buffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace dateline {

void BlockBuffer::break_off(std::string reason, std::string detail, bool spoils_last) {
    breakage_ = Breakage{std::move(reason), std::move(detail), spoils_last};
    throw BrokenInput(*breakage_);
}

void BlockBuffer::recover() {
    breakage_.reset();
    failure_ = nullptr;
    ended_ = false;
    setg(nullptr, nullptr, nullptr);
}

bool BlockBuffer::has_bytes() {
    if (gptr() < egptr()) return true;
    if (failure_) std::rethrow_exception(failure_);
    if (ended_) return false;
    try {
        const std::string_view block = next_block();
        char* begin = const_cast<char*>(block.data());  // a get area is never written to here
        setg(begin, begin, begin + block.size());
        ended_ = block.empty();
    } catch (...) {
        setg(nullptr, nullptr, nullptr);
        failure_ = std::current_exception();
        throw;
    }
    return !ended_;
}

BlockBuffer::int_type BlockBuffer::underflow() {
    return has_bytes() ? traits_type::to_int_type(*gptr()) : traits_type::eof();
}

std::streamsize BlockBuffer::xsgetn(char* out, std::streamsize wanted) {
    std::streamsize given = 0;
    try {
        while (given < wanted && has_bytes()) {
            const std::streamsize count = std::min(wanted - given, static_cast<std::streamsize>(egptr() - gptr()));
            std::memcpy(out + given, gptr(), static_cast<std::size_t>(count));
            setg(eback(), gptr() + count, egptr());
            given += count;
        }
    } catch (...) {
        if (given == 0) throw;  // else it is kept, and comes with the next call
    }
    return given;
}

}  // namespace dateline
