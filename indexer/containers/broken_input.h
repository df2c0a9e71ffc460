#pragma once

#include <string>
#include <utility>

#include "common/error.h"

namespace dateline {

/// What is wrong with bytes inside bytes; `reason` and `detail` as in Skipped.
struct Breakage {
    std::string reason;
    std::string detail;
    /// The bytes given last may be wrong: a checksum over them did not fit.
    bool spoils_last = false;
};

/// Bytes inside other bytes cannot be read on: they end early, are damaged, or grow beyond measure. Thrown by the
/// stream buffers of this room through whoever reads from them, to the one who opened them.
class BrokenInput : public IoError {
public:
    explicit BrokenInput(Breakage what) : IoError(what.detail), breakage(std::move(what)) {}

    Breakage breakage;
    std::string member;  ///< where it was noticed; "" as long as nobody on the way up has said it
    std::string place;
};

/// The same, of an archive as a whole: its list of members cannot be read on.
class BrokenArchive : public BrokenInput {
public:
    using BrokenInput::BrokenInput;
};

}  // namespace dateline
