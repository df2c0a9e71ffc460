#pragma once

#include <cstdint>
#include <limits>

/// How much may come out of compressed bytes. News shrinks to a tenth, copies of one page to a few hundredths; what
/// grows more than `most_growth` times was made to fill disks.
namespace dateline {

inline constexpr std::uint64_t most_growth = 500;

/// So much may come out of however little.
inline constexpr std::uint64_t unmeasured_bytes = std::uint64_t{16} << 20;

/// Whether `made` bytes out of `taken` are absurd, for one stream.
constexpr bool grows_absurdly(std::uint64_t taken, std::uint64_t made) {
    return made > unmeasured_bytes && made / most_growth > taken;
}

/// All that comes out of one outer file, at every depth: holds where no stream alone is absurd, as in archives of
/// archives of archives, and in those whose members share their bytes.
class ExpansionBudget {
public:
    static constexpr std::uint64_t file_unmeasured_bytes = std::uint64_t{128} << 20;

    /// `file_bytes`: size of the outer file; the largest number where it is not known.
    explicit ExpansionBudget(std::uint64_t file_bytes = std::numeric_limits<std::uint64_t>::max())
        : file_bytes_(file_bytes) {}

    /// Bytes of the outer file were read.
    void count_read(std::uint64_t bytes);
    /// Bytes came out. Throws BrokenInput where it is too much for the file as a whole.
    void count_made(std::uint64_t bytes);
    /// Takes memory for an archive that can only be read as a whole; false where there is not so much left.
    bool reserve_memory(std::uint64_t bytes);
    void release_memory(std::uint64_t bytes) { memory_left_ += bytes; }
    std::uint64_t memory_left() const { return memory_left_; }

private:
    std::uint64_t file_bytes_;
    std::uint64_t read_ = 0;
    std::uint64_t made_ = 0;
    std::uint64_t memory_left_ = std::uint64_t{64} << 20;
};

}  // namespace dateline
