#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Whether the numeric dates of one column (`03/04/2012`, `3-4-2012`) have the day or the month first. One date alone
/// often leaves it open; a column is written one way, and a day over 12 gives it away.
class DateOrder {
public:
    void note(std::string_view date);
    /// The date as `2012-04-03` with what stands behind it, where the column's order is known; else as it is.
    std::string unambiguous(std::string_view date) const;

private:
    bool day_first_ = false;    ///< some date can only be read so
    bool month_first_ = false;  ///< likewise; a column with both is left alone
};

}  // namespace dateline
