#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/index/token_stream.h"
#include "searcher/match/cursor.h"

namespace dateline {

/// The next candidates of a cursor that reads token streams. They are gathered some ahead and their streams fetched
/// into the cache meanwhile: waiting for memory is most of the cost.
class RowsAhead {
public:
    explicit RowsAhead(const TokenStreams& streams) : streams_(streams) {}

    std::uint32_t row() const { return used_ < gathered_ ? rows_[used_] : Cursor::end; }

    /// `take`: gives the next row of the source, which moves behind it; Cursor::end at its end.
    template <typename Take>
    void next(Take take) {
        if (++used_ >= gathered_) gather(take);
    }

    /// `skip`: moves the source to the first row that is not before the one given.
    template <typename Take, typename Skip>
    void skip_to(std::uint32_t row, Take take, Skip skip) {
        while (used_ < gathered_ && rows_[used_] < row) ++used_;
        if (used_ < gathered_) return;
        skip(row);
        gather(take);
    }

private:
    static constexpr std::size_t most = 12;

    template <typename Take>
    void gather(Take take) {
        used_ = 0;
        for (gathered_ = 0; gathered_ < most; ++gathered_) {
            const std::uint32_t row = take();
            if (row == Cursor::end) return;
            streams_.prefetch(row);
            rows_[gathered_] = row;
        }
    }

    const TokenStreams& streams_;
    std::array<std::uint32_t, most> rows_{};
    std::size_t gathered_ = 0;
    std::size_t used_ = 0;
};

}  // namespace dateline
