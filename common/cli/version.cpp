#include "common/cli/version.h"

namespace dateline {

std::string_view version() { return DATELINE_VERSION; }

}  // namespace dateline
