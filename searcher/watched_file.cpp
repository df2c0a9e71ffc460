#include "searcher/watched_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace dateline {

std::string file_version(const std::filesystem::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return fmt::format("{} {} {}.{}", found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
}

}  // namespace dateline
