#include "common/index/manifest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/section_file.h"

namespace dateline {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const Manifest& manifest) {
    ordered_json json{
        {"format", index_format_version},
        {"revision", manifest.revision},
        {"next_segment", manifest.next_segment},
        {"analyzer",
         {{"version", manifest.analyzer.version}, {"stemmed_languages", manifest.analyzer.stemmed_languages}}},
        {"segments", ordered_json::array()}};
    for (const SegmentEntry& entry : manifest.segments) {
        ordered_json tagged_by = ordered_json::array();
        for (const TaggedBy& by : entry.tagged_by)
            tagged_by.push_back({{"entities", by.entities}, {"times", by.times}});
        json["segments"].push_back({{"name", entry.name},
                                    {"articles", entry.articles},
                                    {"deleted", entry.deleted},
                                    {"deletions", entry.deletions},
                                    {"tagged_by", tagged_by}});
    }
    return json;
}

Manifest from_json(const ordered_json& json) {
    Manifest manifest;
    manifest.revision = json.at("revision").get<std::uint64_t>();
    manifest.next_segment = json.at("next_segment").get<std::uint64_t>();
    manifest.analyzer.version = json.at("analyzer").at("version").get<std::uint32_t>();
    manifest.analyzer.stemmed_languages = json.at("analyzer").at("stemmed_languages").get<std::vector<std::string>>();
    for (const auto& entry : json.at("segments")) {
        std::vector<TaggedBy> tagged_by;
        for (const auto& by : entry.at("tagged_by"))
            tagged_by.push_back({by.at("entities").get<std::string>(), by.at("times").get<std::string>()});
        manifest.segments.push_back({entry.at("name").get<std::string>(), entry.at("articles").get<std::uint32_t>(),
                                     entry.at("deleted").get<std::uint32_t>(), entry.at("deletions").get<std::string>(),
                                     std::move(tagged_by)});
    }
    return manifest;
}

std::string checksum_of(const ordered_json& json) {
    const std::string text = json.dump();
    return fmt::format("{:016x}", XXH3_64bits(text.data(), text.size()));
}

[[noreturn]] void throw_corrupt(const std::filesystem::path& path, const std::string& what) {
    throw IndexError(IndexError::Kind::corrupt, path.string() + " is damaged (" + what +
                                                    "); restore the index from a copy, or index the articles again");
}

}  // namespace

std::uint64_t Manifest::articles() const {
    std::uint64_t total = 0;
    for (const SegmentEntry& entry : segments) total += entry.articles - entry.deleted;
    return total;
}

std::filesystem::path manifest_path(const std::filesystem::path& index) { return index / "manifest.json"; }
std::filesystem::path lock_path(const std::filesystem::path& index) { return index / "lock"; }
std::filesystem::path segments_path(const std::filesystem::path& index) { return index / "segments"; }
std::filesystem::path segment_path(const std::filesystem::path& index, const std::string& name) {
    return segments_path(index) / name;
}

bool index_exists(const std::filesystem::path& index) { return std::filesystem::exists(manifest_path(index)); }

Manifest read_manifest(const std::filesystem::path& index) {
    const auto path = manifest_path(index);
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw IndexError(IndexError::Kind::missing, "there is no index in " + index.string() +
                                                        "; make one with `indexer add --index " + index.string() +
                                                        " INPUT...`");
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    ordered_json json = ordered_json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) throw_corrupt(path, "not JSON");
    const auto number = json.find("format");
    if (number == json.end() || !number->is_number_unsigned()) throw_corrupt(path, "it names no format");
    const auto format = number->get<std::uint64_t>();
    if (format != index_format_version) {
        throw IndexError(
            IndexError::Kind::wrong_version,
            fmt::format("the index in {} has format {}, this program reads format {}; index the articles again, or "
                        "use the program that made it",
                        index.string(), format, index_format_version));
    }
    const ordered_json stated = json.value("checksum", ordered_json());
    json.erase("checksum");
    if (stated != checksum_of(json)) throw_corrupt(path, "its checksum is wrong");
    try {
        return from_json(json);
    } catch (const nlohmann::json::exception& error) {
        throw_corrupt(path, error.what());
    }
}

void write_manifest(const std::filesystem::path& index, const Manifest& manifest) {
    ordered_json json = to_json(manifest);
    json["checksum"] = checksum_of(json);
    replace_file(manifest_path(index), json.dump(1) + "\n");
}

}  // namespace dateline
