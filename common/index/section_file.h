#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// The one container of all our own files: a header, then sections of plain little-endian numbers or bytes, each
/// beginning at a multiple of 8, memory-mapped to be read. Files are written once and never changed.
///
/// Header (64 bytes): magic "DATELINE", kind (8 characters), format version (u32), number of sections (u32), file
/// size (u64), XXH3-64 of everything after the header (u64), reserved (24 bytes, zero). Then per section offset and
/// size in bytes (u64 each), then the sections.
namespace dateline {

inline constexpr std::uint32_t section_file_version = 1;

class SectionFile {
public:
    /// Throws IndexError: missing, wrong_version, or corrupt (magic, kind, size or section table wrong). Does not read
    /// the sections, so opening costs the same whatever the size.
    SectionFile(const std::filesystem::path& path, std::string_view kind);
    SectionFile(SectionFile&&) noexcept = default;
    SectionFile& operator=(SectionFile&&) noexcept = default;

    std::span<const std::byte> bytes(std::size_t section) const;

    /// Throws IndexError (corrupt) where the section is not a whole number of T.
    template <typename T>
    std::span<const T> array(std::size_t section) const {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto raw = bytes(section);
        if (raw.size() % sizeof(T) != 0) throw_corrupt("section of a wrong size");
        return {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
    }

    std::string_view text(std::size_t section) const {
        const auto raw = bytes(section);
        return {reinterpret_cast<const char*>(raw.data()), raw.size()};
    }

    /// Reads the whole file: whether its checksum is right.
    bool verify() const;

    /// The checksum the file states.
    std::uint64_t checksum() const;

    std::size_t size() const { return mapping_->size; }
    const std::filesystem::path& path() const { return path_; }

    [[noreturn]] void throw_corrupt(const std::string& what) const;

private:
    struct Mapping {
        const std::byte* data = nullptr;
        std::size_t size = 0;
        Mapping() = default;
        Mapping(const Mapping&) = delete;
        Mapping& operator=(const Mapping&) = delete;
        ~Mapping();
    };

    std::filesystem::path path_;
    std::unique_ptr<Mapping> mapping_;
    std::vector<std::span<const std::byte>> sections_;
};

/// Writes a section file front to back, without holding it in memory. Until finish() returns the file is not valid.
class SectionFileWriter {
public:
    /// `sections`: how many will be written.
    SectionFileWriter(std::filesystem::path path, std::string_view kind, std::size_t sections);
    SectionFileWriter(const SectionFileWriter&) = delete;
    SectionFileWriter& operator=(const SectionFileWriter&) = delete;
    ~SectionFileWriter();

    void begin_section();
    void write(const void* data, std::size_t size);
    void write(std::string_view text) { write(text.data(), text.size()); }
    template <typename T>
    void write(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        write(values.data(), values.size_bytes());
    }
    template <typename T>
    void section(const std::vector<T>& values) {
        begin_section();
        write(std::span<const T>(values));
    }
    void section(std::string_view text) {
        begin_section();
        write(text);
    }

    /// Completes the header and, with `sync`, waits until the file is on disk. Throws IoError.
    void finish(bool sync);

private:
    struct State;
    void flush();
    std::unique_ptr<State> state_;
};

/// Waits until a file written by someone else is on disk. Throws IoError.
void sync_existing_file(const std::filesystem::path& path);

/// Waits until a folder's entries are on disk. Throws IoError.
void sync_folder(const std::filesystem::path& folder);

/// Writes a small file through a temporary one and a rename, synced: afterwards either the old or the new is there.
void replace_file(const std::filesystem::path& path, std::string_view content);

/// "No space left on device" and its kin for the present errno.
std::string system_error_text();

}  // namespace dateline
