#pragma once

#include <filesystem>
#include <string_view>

namespace dateline::tests {

/// A fresh folder that goes, with all in it, when the object does.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file of these bytes below the folder, making folders on the
    /// way, and returns its path.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace dateline::tests
