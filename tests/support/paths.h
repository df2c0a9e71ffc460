#pragma once

#include <filesystem>

namespace dateline::tests {

/// The root of the source tree that the tests were built from.
std::filesystem::path source_dir();

/// `corpus/`: our own articles, a folder per format.
std::filesystem::path corpus_dir();

}  // namespace dateline::tests
