#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The files of assets/, which the build puts into the program (cmake/embed_files.cmake).
namespace dateline::page {

struct Asset {
    std::string_view name;  ///< `main.js`
    std::string_view media_type;
    std::string_view bytes;
};

std::span<const Asset> assets();

/// `/assets/HASH/main.js`. The hash is of all assets, so an address names the same bytes for ever, and modules find
/// each other beside themselves.
std::string asset_address(std::string_view name);

/// The asset at an address; nothing where there is none, or the hash is another build's.
const Asset* asset_at(std::string_view address);

}  // namespace dateline::page
