#pragma once

#include <span>
#include <string_view>

/// What cmake/embed_files.cmake makes of the files it is given.
namespace dateline::page {

struct EmbeddedFile {
    std::string_view name;
    std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();
/// Of all files, names and bytes, in hex.
std::string_view embedded_files_hash();

}  // namespace dateline::page
