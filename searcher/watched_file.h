#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace dateline {

/// Differs once the file has changed; empty where there is none.
std::string file_version(const std::filesystem::path& file);

/// A file that people edit, such as synonyms, and how it is read.
template <typename Value>
struct EditedFile {
    std::filesystem::path path;                            ///< need not be there
    std::function<std::shared_ptr<const Value>()> read{};  ///< null where nothing counts; none reads nothing
};

/// What such a file says now. There is one value for each version of the file, so that what is made of it can be kept
/// as long as the pointer stays.
template <typename Value>
class WatchedFile {
public:
    /// Throws what reading throws.
    explicit WatchedFile(EditedFile<Value> file)
        : file_(std::move(file)), seen_(file_version(file_.path)), value_(read()) {}

    /// Reads the file again where it has changed, and says whether. Throws what reading throws: then the old value
    /// stands until the file changes again. One thread at a time.
    bool look() {
        std::string version = file_version(file_.path);
        if (version == seen_) return false;
        seen_ = std::move(version);
        auto value = read();
        const std::lock_guard lock(mutex_);
        value_ = std::move(value);
        return true;
    }

    /// Any thread. May be null.
    std::shared_ptr<const Value> value() const {
        const std::lock_guard lock(mutex_);
        return value_;
    }

private:
    std::shared_ptr<const Value> read() const { return file_.read ? file_.read() : nullptr; }

    EditedFile<Value> file_;
    std::string seen_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Value> value_;
};

}  // namespace dateline
