#include "searcher/page/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "searcher/page/embedded_files.h"

namespace dateline::page {
namespace {

struct MediaType {
    std::string_view ending;
    std::string_view name;
};
constexpr std::array media_types{
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".svg", "image/svg+xml"},
};

std::string_view media_type_of(std::string_view name) {
    const auto found =
        std::ranges::find_if(media_types, [&](const MediaType& type) { return name.ends_with(type.ending); });
    return found == media_types.end() ? "application/octet-stream" : found->name;
}

std::vector<Asset> make_assets() {
    std::vector<Asset> made;
    for (const EmbeddedFile& file : embedded_files()) made.push_back({file.name, media_type_of(file.name), file.bytes});
    return made;
}

}  // namespace

std::span<const Asset> assets() {
    static const std::vector<Asset> all = make_assets();
    return all;
}

std::string asset_address(std::string_view name) { return fmt::format("/assets/{}/{}", embedded_files_hash(), name); }

const Asset* asset_at(std::string_view address) {
    const auto found =
        std::ranges::find_if(assets(), [&](const Asset& asset) { return asset_address(asset.name) == address; });
    return found == assets().end() ? nullptr : &*found;
}

}  // namespace dateline::page
