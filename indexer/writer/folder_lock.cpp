#include "indexer/writer/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/error.h"
#include "common/index/section_file.h"

namespace dateline {

FolderLock::FolderLock(const std::filesystem::path& file)
    : fd_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (fd_ < 0) throw IoError("cannot create " + file.string() + ": " + system_error_text());
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(fd_);
    throw IndexError(IndexError::Kind::locked, "the index in " + file.parent_path().string() +
                                                   " is being changed by another indexer; wait until it has finished");
}

FolderLock::~FolderLock() { ::close(fd_); }

}  // namespace dateline
