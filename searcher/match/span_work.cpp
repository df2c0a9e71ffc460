#include "searcher/match/span_work.h"

#include "common/error.h"

namespace dateline {

void SpanWork::refuse() const {
    throw UsageError(
        "the proximity in this query has too many places to compare; use rarer words, smaller distances or fewer "
        "operators, or AND where it need not be near");
}

}  // namespace dateline
