#include "indexer/containers/decoding_buffer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace dateline {

namespace {

constexpr std::size_t in_bytes = std::size_t{64} << 10;
constexpr std::size_t out_bytes = std::size_t{128} << 10;

}  // namespace

DecodingBuffer::DecodingBuffer(std::streambuf& source, Coding coding, ExpansionBudget& budget, bool is_outermost)
    : source_(source),
      coding_(coding),
      budget_(budget),
      is_outermost_(is_outermost),
      decoder_(make_decoder(coding)),
      in_(in_bytes),
      out_(out_bytes) {}

std::string_view DecodingBuffer::next_block() {
    while (true) {
        if (decoder_ == nullptr && !begin_stream()) return {};
        if (!error_.empty()) {
            break_off("malformed",
                      fmt::format("the {} data is damaged near byte {} ({}); what stands before was read",
                                  name_of(coding_), taken_, error_),
                      made_of_stream_ > 0);
        }
        if (unread_.empty() && !source_ended_) read_on();
        const DecodeStep step = decoder_->decode(unread_, out_);
        unread_.remove_prefix(step.taken);
        taken_ += step.taken;
        error_ = step.error;
        if (step.ended) decoder_.reset();
        if (step.made > 0) {
            count_made(step.made);
            return {out_.data(), step.made};
        }
        if (source_ended_ && unread_.empty() && !step.ended && error_.empty()) {
            break_off("malformed", fmt::format("the {} data ends early, after {} bytes; what stands before was read",
                                               name_of(coding_), taken_));
        }
    }
}

bool DecodingBuffer::resume() {
    if (!breakage() || breakage()->reason != "malformed") return false;
    while (true) {
        if (unread_.size() < coding_signature_bytes && !source_ended_) read_on();
        if (unread_.size() < coding_signature_bytes) return false;
        unread_.remove_prefix(1);
        ++taken_;
        if (coding_of(unread_) == coding_) break;
    }
    error_.clear();
    begin_decoding();
    recover();
    return true;
}

/// Behind a stream: another one, zeros, or the end.
bool DecodingBuffer::begin_stream() {
    while (true) {
        const std::size_t zeros = std::min(unread_.find_first_not_of('\0'), unread_.size());
        unread_.remove_prefix(zeros);
        taken_ += zeros;
        if (unread_.size() >= coding_signature_bytes || source_ended_) break;
        read_on();
    }
    if (unread_.empty()) return false;
    if (coding_of(unread_) != coding_) {
        break_off("malformed", fmt::format("something else stands behind the {} data, at byte {}; what stands before "
                                           "was read",
                                           name_of(coding_), taken_));
    }
    begin_decoding();
    return true;
}

void DecodingBuffer::begin_decoding() {
    decoder_ = make_decoder(coding_);
    made_of_stream_ = 0;
}

void DecodingBuffer::read_on() {
    if (!unread_.empty()) std::memmove(in_.data(), unread_.data(), unread_.size());
    const std::streamsize count =
        source_.sgetn(in_.data() + unread_.size(), static_cast<std::streamsize>(in_.size() - unread_.size()));
    unread_ = {in_.data(), unread_.size() + static_cast<std::size_t>(count)};
    source_ended_ = count == 0;
    if (is_outermost_) budget_.count_read(static_cast<std::uint64_t>(count));
}

void DecodingBuffer::count_made(std::size_t bytes) {
    made_ += bytes;
    made_of_stream_ += bytes;
    if (grows_absurdly(taken_, made_)) {
        break_off("too large", fmt::format("taken for an archive bomb: the {} data grows to more than {} times its "
                                           "size",
                                           name_of(coding_), most_growth));
    }
    budget_.count_made(bytes);
}

}  // namespace dateline
