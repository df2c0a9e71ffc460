#include "indexer/containers/expansion_budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/containers/broken_input.h"

namespace dateline {

void ExpansionBudget::count_read(std::uint64_t bytes) { read_ = std::min(read_ + bytes, file_bytes_); }

void ExpansionBudget::count_made(std::uint64_t bytes) {
    made_ += bytes;
    if (made_ > file_unmeasured_bytes && made_ / most_growth > read_) {
        throw BrokenInput({"too large", fmt::format("taken for an archive bomb: all in all it grows to more than {} "
                                                    "times its size; the rest of the file is not read",
                                                    most_growth)});
    }
}

bool ExpansionBudget::reserve_memory(std::uint64_t bytes) {
    if (bytes > memory_left_) return false;
    memory_left_ -= bytes;
    return true;
}

}  // namespace dateline
