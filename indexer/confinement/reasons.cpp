#include "indexer/confinement/reasons.h"

#include <fmt/format.h>

namespace dateline {

Reason reason_of(const Ending& ending, const HelperProcess::Limits& limits) {
    switch (ending.end) {
    case ConfinedEnd::out_of_time:
        return {"timed out", fmt::format("it kept the processor busy for {} s and gave nothing",
                                         static_cast<double>(limits.quiet.count()) / 1000)};
    case ConfinedEnd::out_of_memory:
    case ConfinedEnd::too_much_output:
        return {"too large", fmt::format("reading it takes more than {} MiB of memory", limits.memory_bytes >> 20U)};
    case ConfinedEnd::failed:
    case ConfinedEnd::done: break;
    }
    return {"crashed", "the process that read it was ended by " + ending.detail};
}

}  // namespace dateline
