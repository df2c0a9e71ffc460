#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/article.h"

/// A file that names what a run did not index, so that a later run can try again. One line for each, five fields parted
/// by tabs: path, member, place, reason, detail; a tab, a line feed and a backslash within them are `\t`, `\n`, `\\`.
/// So spreadsheets, cut and awk can take it, and file names keep their bytes.
namespace dateline {

/// Throws IoError. An empty list makes an empty file.
void write_failed_list(const std::filesystem::path& file, const std::vector<Skipped>& skipped);

/// The files named in such a list, each once, in its order. Throws IoError where it cannot be read, UsageError with the
/// line where it is no such list.
std::vector<std::string> files_of_failed_list(const std::filesystem::path& file);

}  // namespace dateline
