#pragma once

#include <filesystem>

namespace dateline {

/// Keeps other writers out of an index. The kernel frees it when the process ends, however it ends.
class FolderLock {
public:
    /// Throws IndexError (locked) where another process has it, IoError where the file cannot be made.
    explicit FolderLock(const std::filesystem::path& file);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    int fd_;
};

}  // namespace dateline
