#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// The ways to compress one stream of bytes.
enum class Coding : unsigned char { gzip, zlib, raw_deflate, bzip2, xz, zstd, brotli };

std::string_view name_of(Coding coding);

/// Bytes of a beginning that are enough to tell.
inline constexpr std::size_t coding_signature_bytes = 6;

/// The coding whose signature `beginning` has; zlib, raw deflate and Brotli have none.
std::optional<Coding> coding_of(std::string_view beginning);

/// What is in a file of several files.
enum class ArchiveKind : unsigned char { zip, tar, seven_zip };

/// By signature; a tar by the checksum of its first header, so that old ones are known too. Wants 512 bytes.
std::optional<ArchiveKind> archive_kind_of(std::string_view beginning);

/// A name without the ending of a coding (`dump.jsonl` of `dump.jsonl.gz`): what it says of the bytes inside.
std::string_view without_coding_ending(std::string_view name);

}  // namespace dateline
