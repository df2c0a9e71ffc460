#include "tests/support/paths.h"

namespace dateline::tests {

std::filesystem::path source_dir() { return DATELINE_SOURCE_DIR; }

std::filesystem::path corpus_dir() { return source_dir() / "corpus"; }

}  // namespace dateline::tests
