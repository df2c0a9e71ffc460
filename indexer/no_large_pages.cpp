#include "indexer/large_pages.h"

namespace dateline {

void prefer_large_pages() {}

}  // namespace dateline
