#include "indexer/readers/input.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <set>
#include <streambuf>
#include <string_view>
#include <system_error>

#include "common/error.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view expected_ending = ".expected.json";

/// Walks folders into an InputList.
class Walk {
public:
    explicit Walk(InputList& list) : list_(list) {}

    void folder(const fs::path& path) {
        if (!enter(path)) {
            return;
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
            if (!name.starts_with('.') && !name.ends_with(expected_ending)) {
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

/// Reads until `bytes` are full or the stream ends: a pipe gives little at a time.
std::string read_beginning(std::istream& stream, std::size_t bytes) {
    std::string beginning(bytes, '\0');
    stream.read(beginning.data(), static_cast<std::streamsize>(bytes));
    beginning.resize(static_cast<std::size_t>(stream.gcount()));
    return beginning;
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& names) {
    InputList list;
    Walk walk(list);
    for (const std::string& name : names) {
        list_named(name, walk, list);
    }
    return list;
}

/// Gives the bytes already looked at, then the rest of the stream: a pipe cannot be wound back.
class OpenInput::ReplayBuffer : public std::streambuf {
public:
    ReplayBuffer(std::string beginning, std::streambuf& rest) : beginning_(std::move(beginning)), rest_(rest) {
        setg(beginning_.data(), beginning_.data(), beginning_.data() + beginning_.size());
    }

protected:
    std::streamsize xsgetn(char* out, std::streamsize wanted) override {
        const std::streamsize from_beginning = std::min(wanted, egptr() - gptr());
        if (from_beginning > 0) {
            std::memcpy(out, gptr(), static_cast<std::size_t>(from_beginning));
            gbump(static_cast<int>(from_beginning));
        }
        return from_beginning + rest_.sgetn(out + from_beginning, wanted - from_beginning);
    }

    int_type underflow() override {
        if (gptr() < egptr()) {
            return traits_type::to_int_type(*gptr());
        }
        const std::streamsize count = rest_.sgetn(chunk_.data(), static_cast<std::streamsize>(chunk_.size()));
        setg(chunk_.data(), chunk_.data(), chunk_.data() + count);
        return count > 0 ? traits_type::to_int_type(chunk_.front()) : traits_type::eof();
    }

private:
    std::string beginning_;
    std::streambuf& rest_;
    std::array<char, 4096> chunk_{};
};

OpenInput::OpenInput(const InputFile& file) {
    std::istream* source = &std::cin;
    if (file.path != "-") {
        file_.open(file.path, std::ios::binary);
        if (!file_) {
            throw IoError(file.path + ": " + std::strerror(errno));
        }
        source = &file_;
    }
    std::string beginning = read_beginning(*source, sniff_bytes);
    sniffed_ = sniff(beginning, file.path, file.origin);
    replay_ = std::make_unique<ReplayBuffer>(std::move(beginning), *source->rdbuf());
    stream_ = std::make_unique<std::istream>(replay_.get());
    input_ = std::make_unique<Input>(Input{file.path, "", *stream_});
}

OpenInput::~OpenInput() = default;

}  // namespace dateline
