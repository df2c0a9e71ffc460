#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "indexer/containers/peeked_bytes.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"

/// From the names on the command line to streams of bytes.
namespace dateline {

struct InputFile {
    std::string path;  ///< as named, or below the folder as named; `-` is standard input
    Origin origin = Origin::named;
    std::uint64_t size_bytes = 0;  ///< 0 where unknown (standard input, pipes)
};

struct InputList {
    std::vector<InputFile> files;
    std::uint64_t total_bytes = 0;  ///< of the files whose size is known, for progress
    std::vector<Skipped> skipped;   ///< folders and files below a folder that cannot be looked at
};

using FolderVisitor = std::function<void(const std::string& path)>;

/// The files behind the names. A folder stands for all files below it, each folder's entries in order of their names;
/// in a folder, hidden files and `*.expected.json` (records that tests compare with) are left out, links are followed,
/// and no folder is walked twice. A name that does not exist is an IoError. `entering` hears of each folder before its
/// entries are listed.
InputList list_inputs(const std::vector<std::string>& names, const FolderVisitor& entering = {});

/// An input that is open, with its beginning looked at. Not movable: `input()` refers to the stream inside.
class OpenInput {
public:
    /// Throws IoError where the file cannot be opened.
    explicit OpenInput(const InputFile& file);
    OpenInput(const OpenInput&) = delete;
    OpenInput& operator=(const OpenInput&) = delete;

    /// What the content was taken for.
    const Sniffed& sniffed() const { return sniffed_; }
    Input& input() { return *input_; }
    /// How far the file has been read, for progress: bytes of the file itself, compressed as they may be.
    std::uint64_t position_bytes() const { return bytes_->position(); }

private:
    std::ifstream file_;
    std::optional<PeekedBytes> bytes_;
    std::optional<std::istream> stream_;
    std::optional<Input> input_;
    Sniffed sniffed_;
};

}  // namespace dateline
