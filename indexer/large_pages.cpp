#include "indexer/large_pages.h"

#include <mimalloc.h>

namespace dateline {

void prefer_large_pages() { mi_option_enable(mi_option_large_os_pages); }

}  // namespace dateline
