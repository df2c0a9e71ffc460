#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>

#include "indexer/containers/block_buffer.h"
#include "indexer/containers/coding.h"
#include "indexer/containers/expansion_budget.h"

/// Files of files: zip, tar, 7z. Names in them are only names; nothing is ever written.
namespace dateline {

struct ArchiveMember {
    std::string name;      ///< valid UTF-8, with slashes
    bool is_file = false;  ///< else a folder, a link, a device
    bool is_encrypted = false;
};

/// The members of an archive, one after the other.
class Archive {
public:
    /// `source` must live as long as this. Where `size_bytes` is set, the source can be wound to any place below it: 7z
    /// needs that, zip reads its list of contents then, and members are passed over without reading them.
    /// `is_outermost`: what is read from `source` is the outer file itself.
    Archive(std::streambuf& source, ArchiveKind kind, std::optional<std::uint64_t> size_bytes, ExpansionBudget& budget,
            bool is_outermost);
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// The next member; nothing at the end. Throws BrokenArchive where the archive cannot be read on, and what the
    /// source throws.
    std::optional<ArchiveMember> next();

    /// The content of the member `next` gave, for as long as the next one is not asked for. Breaks off where the member
    /// is damaged (`malformed`), written in a way that libarchive does not read (`unsupported`), or grows absurdly
    /// (`too large`).
    BlockBuffer& content();

    /// Nothing behind the member at hand can be read, and `next` will give nothing.
    bool has_ended() const;

private:
    class Reading;
    class Content;

    /// Reads what is left of the member at hand where libarchive would decode it unmeasured.
    void pass_over();

    std::unique_ptr<Reading> reading_;
    std::unique_ptr<Content> content_;
};

}  // namespace dateline
