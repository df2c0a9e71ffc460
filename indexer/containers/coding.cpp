#include "indexer/containers/coding.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"

namespace dateline {

namespace {

struct Signature {
    std::string_view bytes;
    Coding coding;
};

/// RFC 1952 with deflate as the method; the bzip2 manual, 4.2; the .xz format, 2.1.1.1; RFC 8878, 3.1.1.
constexpr std::array signatures{
    Signature{"\x1F\x8B\x08", Coding::gzip},
    Signature{"BZh", Coding::bzip2},
    Signature{std::string_view("\xFD"
                               "7zXZ\0",
                               6),
              Coding::xz},
    Signature{"\x28\xB5\x2F\xFD", Coding::zstd},
};

/// A frame that decoders pass over, as web archives in zstd begin with (RFC 8878, 3.1.2).
bool is_skippable_zstd_frame(std::string_view bytes) {
    return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50 &&
           bytes.substr(1, 3) == "\x2A\x4D\x18";
}

/// An octal number as tar headers have them, in blanks and zeros; -1 for anything else.
long octal(std::string_view field) {
    constexpr std::string_view around(" \0", 2);
    const std::size_t begin = field.find_first_not_of(around);
    if (begin == std::string_view::npos) return -1;
    long number = 0;
    for (const char c : field.substr(begin, field.find_last_not_of(around) - begin + 1)) {
        if (c < '0' || c > '7') return -1;
        number = number * 8 + (c - '0');
    }
    return number;
}

/// The sum of all bytes of the header, its own field as blanks (POSIX.1-1988, 10.1.1); some old writers sum signed.
bool is_tar(std::string_view beginning) {
    constexpr std::size_t header_bytes = 512;
    constexpr std::size_t checksum_at = 148;
    constexpr std::size_t checksum_bytes = 8;
    if (beginning.size() < header_bytes || beginning.front() == '\0') return false;
    long sum = 0;
    long signed_sum = 0;
    for (std::size_t i = 0; i < header_bytes; ++i) {
        const char byte = i >= checksum_at && i < checksum_at + checksum_bytes ? ' ' : beginning[i];
        sum += static_cast<unsigned char>(byte);
        signed_sum += static_cast<signed char>(byte);
    }
    const long stated = octal(beginning.substr(checksum_at, checksum_bytes));
    return stated == sum || stated == signed_sum;
}

}  // namespace

std::string_view name_of(Coding coding) {
    switch (coding) {
    case Coding::gzip: return "gzip";
    case Coding::zlib: return "zlib";
    case Coding::raw_deflate: return "deflate";
    case Coding::bzip2: return "bzip2";
    case Coding::xz: return "xz";
    case Coding::zstd: return "zstd";
    case Coding::brotli: return "Brotli";
    }
    return "";
}

std::optional<Coding> coding_of(std::string_view beginning) {
    const auto found = std::ranges::find_if(
        signatures, [&](const Signature& signature) { return beginning.starts_with(signature.bytes); });
    if (found != signatures.end()) return found->coding;
    return is_skippable_zstd_frame(beginning) ? std::optional(Coding::zstd) : std::nullopt;
}

std::optional<ArchiveKind> archive_kind_of(std::string_view beginning) {
    for (const std::string_view zip : {"PK\x03\x04", "PK\x05\x06", "PK\x07\x08"}) {
        if (beginning.starts_with(zip)) return ArchiveKind::zip;
    }
    if (beginning.starts_with("7z\xBC\xAF\x27\x1C")) return ArchiveKind::seven_zip;
    return is_tar(beginning) ? std::optional(ArchiveKind::tar) : std::nullopt;
}

std::string_view without_coding_ending(std::string_view name) {
    const std::string lower = lower_ascii(name);
    for (const std::string_view ending : {".gz", ".bz2", ".xz", ".zst", ".zstd"}) {
        if (lower.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

}  // namespace dateline
