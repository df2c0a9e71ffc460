#include "common/index/section_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "common/error.h"

namespace dateline {
namespace {

struct Header {
    std::array<char, 8> magic{'D', 'A', 'T', 'E', 'L', 'I', 'N', 'E'};
    std::array<char, 8> kind{};
    std::uint32_t version = section_file_version;
    std::uint32_t sections = 0;
    std::uint64_t file_size = 0;
    std::uint64_t checksum = 0;
    std::array<std::uint64_t, 3> reserved{};
};
static_assert(sizeof(Header) == 64);

struct SectionPlace {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

constexpr std::size_t buffer_bytes = std::size_t{1} << 20;
constexpr std::size_t most_sections = 1024;

std::array<char, 8> padded_kind(std::string_view kind) {
    std::array<char, 8> padded{};
    std::copy_n(kind.begin(), std::min(kind.size(), padded.size()), padded.begin());
    return padded;
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }

private:
    int fd_;
};

[[noreturn]] void throw_io(const std::string& action, const std::filesystem::path& path) {
    throw IoError("cannot " + action + " " + path.string() + ": " + system_error_text());
}

void write_all(int fd, const char* data, std::size_t size, off_t at, const std::filesystem::path& path) {
    while (size > 0) {
        const ssize_t written = ::pwrite(fd, data, size, at);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw_io("write", path);
        data += written;
        at += written;
        size -= static_cast<std::size_t>(written);
    }
}

}  // namespace

std::string system_error_text() { return std::generic_category().message(errno); }

SectionFile::Mapping::~Mapping() {
    if (data != nullptr) ::munmap(const_cast<std::byte*>(data), size);
}

SectionFile::SectionFile(const std::filesystem::path& path, std::string_view kind)
    : path_(path), mapping_(std::make_unique<Mapping>()) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) {
        throw IndexError(errno == ENOENT ? IndexError::Kind::missing : IndexError::Kind::corrupt,
                         "cannot open " + path.string() + ": " + system_error_text());
    }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) throw_io("stat", path);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < sizeof(Header)) throw_corrupt("shorter than its header");
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
    if (address == MAP_FAILED) throw_io("map", path);
    mapping_->data = static_cast<const std::byte*>(address);
    mapping_->size = size;

    Header header;
    std::memcpy(&header, mapping_->data, sizeof header);
    if (header.magic != Header{}.magic || header.kind != padded_kind(kind)) throw_corrupt("not a file of this kind");
    if (header.version != section_file_version) {
        throw IndexError(IndexError::Kind::wrong_version, path.string() + " has format version " +
                                                              std::to_string(header.version) + ", this program reads " +
                                                              std::to_string(section_file_version) +
                                                              "; index the articles again");
    }
    if (header.file_size != size) throw_corrupt("its size is not what it says");
    const std::size_t table_end = sizeof(Header) + header.sections * sizeof(SectionPlace);
    if (header.sections > most_sections || size < table_end || (header.sections == 0 && size != table_end) ||
        header.reserved != Header{}.reserved) {
        throw_corrupt("section table out of bounds");
    }
    for (std::size_t i = 0; i < header.sections; ++i) {
        SectionPlace place;
        std::memcpy(&place, mapping_->data + sizeof(Header) + i * sizeof place, sizeof place);
        const bool follows_table = i > 0 ? place.offset >= table_end : place.offset == table_end;
        if (!follows_table || place.offset % 8 != 0 || place.offset > size || place.size > size - place.offset) {
            throw_corrupt("section out of bounds");
        }
        sections_.emplace_back(mapping_->data + place.offset, place.size);
    }
}

std::span<const std::byte> SectionFile::bytes(std::size_t section) const {
    if (section >= sections_.size()) throw_corrupt("section missing");
    return sections_[section];
}

std::uint64_t SectionFile::checksum() const {
    Header header;
    std::memcpy(&header, mapping_->data, sizeof header);
    return header.checksum;
}

bool SectionFile::verify() const {
    Header header;
    std::memcpy(&header, mapping_->data, sizeof header);
    return XXH3_64bits(mapping_->data + sizeof(Header), mapping_->size - sizeof(Header)) == header.checksum;
}

void SectionFile::throw_corrupt(const std::string& what) const {
    throw IndexError(IndexError::Kind::corrupt,
                     path_.string() + " is damaged (" + what +
                         "); run `indexer check`, restore the index from a copy, or index the "
                         "articles again");
}

struct SectionFileWriter::State {
    std::filesystem::path path;
    Header header;
    std::vector<SectionPlace> places;
    std::size_t begun = 0;
    int fd = -1;
    std::uint64_t at = 0;  ///< file offset of the buffer's beginning
    std::vector<char> buffer;
};

SectionFileWriter::SectionFileWriter(std::filesystem::path path, std::string_view kind, std::size_t sections)
    : state_(std::make_unique<State>()) {
    state_->path = std::move(path);
    state_->header.kind = padded_kind(kind);
    state_->header.sections = static_cast<std::uint32_t>(sections);
    state_->places.resize(sections);
    state_->buffer.reserve(buffer_bytes);
    state_->at = sizeof(Header) + sections * sizeof(SectionPlace);
    state_->fd = ::open(state_->path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (state_->fd < 0) throw_io("create", state_->path);
}

SectionFileWriter::~SectionFileWriter() {
    if (state_->fd >= 0) ::close(state_->fd);
}

void SectionFileWriter::flush() {
    write_all(state_->fd, state_->buffer.data(), state_->buffer.size(), static_cast<off_t>(state_->at), state_->path);
    state_->at += state_->buffer.size();
    state_->buffer.clear();
}

void SectionFileWriter::begin_section() {
    static constexpr std::array<char, 8> zeros{};
    const std::uint64_t here = state_->at + state_->buffer.size();
    state_->buffer.insert(state_->buffer.end(), zeros.begin(),
                          zeros.begin() + static_cast<std::ptrdiff_t>((8 - here % 8) % 8));
    state_->places.at(state_->begun++).offset = state_->at + state_->buffer.size();
}

void SectionFileWriter::write(const void* data, std::size_t size) {
    state_->places.at(state_->begun - 1).size += size;
    const auto* from = static_cast<const char*>(data);
    if (state_->buffer.size() + size > buffer_bytes) flush();
    if (size > buffer_bytes) {
        write_all(state_->fd, from, size, static_cast<off_t>(state_->at), state_->path);
        state_->at += size;
        return;
    }
    state_->buffer.insert(state_->buffer.end(), from, from + size);
}

void SectionFileWriter::finish(bool sync) {
    flush();
    const std::size_t table_bytes = state_->places.size() * sizeof(SectionPlace);
    write_all(state_->fd, reinterpret_cast<const char*>(state_->places.data()), table_bytes, sizeof(Header),
              state_->path);
    const auto size = static_cast<std::size_t>(state_->at);
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, state_->fd, 0);
    if (address == MAP_FAILED) throw_io("map", state_->path);
    state_->header.checksum = XXH3_64bits(static_cast<const char*>(address) + sizeof(Header), size - sizeof(Header));
    ::munmap(address, size);
    state_->header.file_size = size;
    write_all(state_->fd, reinterpret_cast<const char*>(&state_->header), sizeof(Header), 0, state_->path);
    if (sync && ::fsync(state_->fd) != 0) throw_io("sync", state_->path);
    if (::close(state_->fd) != 0) throw_io("close", state_->path);
    state_->fd = -1;
}

void sync_existing_file(const std::filesystem::path& path) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0) throw_io("sync", path);
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0) throw_io("sync", folder);
}

void replace_file(const std::filesystem::path& path, std::string_view content) {
    const std::filesystem::path temporary = path.string() + ".new";
    {
        const Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
        if (fd.get() < 0) throw_io("create", temporary);
        write_all(fd.get(), content.data(), content.size(), 0, temporary);
        if (::fsync(fd.get()) != 0) throw_io("sync", temporary);
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) throw_io("rename", temporary);
    sync_folder(path.parent_path());
}

}  // namespace dateline
