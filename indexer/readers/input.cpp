#include "indexer/readers/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ios>
#include <iostream>
#include <set>
#include <streambuf>
#include <system_error>

#include "common/error.h"
#include "indexer/readers/file_names.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

/// Walks folders into an InputList.
class Walk {
public:
    Walk(InputList& list, const FolderVisitor& entering) : list_(list), entering_(entering) {}

    void folder(const fs::path& path) {
        if (!enter(path)) {
            return;
        }
        if (entering_) {
            entering_(path.string());
        }
        for (const fs::path& entry : sorted_entries(path)) {
            std::error_code error;
            const fs::file_status status = fs::status(entry, error);
            if (fs::is_directory(status)) {
                folder(entry);
            } else if (fs::is_regular_file(status)) {
                file(entry);
            } else if (error) {
                skip(entry, error);
            }
        }
    }

private:
    /// False for a folder already walked, by whatever links it was reached.
    bool enter(const fs::path& path) {
        std::error_code error;
        const fs::path real = fs::canonical(path, error);
        if (error) {
            skip(path, error);
            return false;
        }
        return walked_.insert(real.string()).second;
    }

    std::vector<fs::path> sorted_entries(const fs::path& path) {
        std::vector<fs::path> entries;
        std::error_code error;
        for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator();
             entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (!is_hidden_name(name)) {
                entries.push_back(entry->path());
            }
        }
        if (error) {
            skip(path, error);
        }
        std::ranges::sort(entries);
        return entries;
    }

    void file(const fs::path& path) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(path, error);
        if (error) {
            return skip(path, error);
        }
        list_.files.push_back({path.string(), Origin::folder, size});
        list_.total_bytes += size;
    }

    void skip(const fs::path& path, const std::error_code& error) {
        list_.skipped.push_back({path.string(), "", "", "unreadable", error.message()});
    }

    InputList& list_;
    const FolderVisitor& entering_;
    std::set<std::string> walked_;
};

void list_named(const std::string& name, Walk& walk, InputList& list) {
    std::error_code error;
    const fs::file_status status = fs::status(name, error);
    if (name == "-") {
        list.files.push_back({name, Origin::named, 0});
    } else if (fs::is_directory(status)) {
        walk.folder(name);
    } else if (fs::exists(status)) {
        const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(name, error) : 0;
        list.files.push_back({name, Origin::named, error ? 0 : size});
        list.total_bytes += list.files.back().size_bytes;
    } else {
        throw IoError(name + ": " + (error ? error.message() : "no such file or folder"));
    }
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& names, const FolderVisitor& entering) {
    InputList list;
    Walk walk(list, entering);
    for (const std::string& name : names) {
        list_named(name, walk, list);
    }
    return list;
}

OpenInput::OpenInput(const InputFile& file) {
    std::streambuf* source = std::cin.rdbuf();
    if (file.path != "-") {
        file_.open(file.path, std::ios::binary);
        if (!file_) {
            throw IoError(file.path + ": " + std::strerror(errno));
        }
        source = file_.rdbuf();
    }
    try {
        bytes_.emplace(*source, sniff_bytes);
    } catch (const std::ios_base::failure&) {
        throw IoError(file.path + ": reading failed");
    }
    sniffed_ = sniff(bytes_->beginning(), file.path, file.origin);
    stream_.emplace(&bytes_->whole());
    input_.emplace(Input{file.path, "", *stream_, "", file.origin});
}

}  // namespace dateline
