// Any bytes as each of our own files: an IndexError or a file whose whole content can be asked for.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/index/section_file.h"
#include "common/index/stored_articles.h"
#include "common/index/token_stream.h"

namespace {

const std::filesystem::path& file() {
    static const auto path = std::filesystem::temp_directory_path() / ("dateline-fuzz-" + std::to_string(::getpid()));
    static const bool at_exit = std::atexit([] { std::filesystem::remove(file()); }) == 0;
    static_cast<void>(at_exit);
    return path;
}

template <typename Use>
void try_to(Use use) {
    try {
        use();
    } catch (const dateline::IndexError&) {
    }
}

void read_section_file() {
    const dateline::SectionFile sections(file(), "stream");
    static_cast<void>(sections.verify());
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 1024; ++i) {
        for (const std::byte byte : sections.bytes(i)) sum += static_cast<std::size_t>(byte);
    }
    if (sum == std::numeric_limits<std::size_t>::max()) std::abort();  // so that the sum is needed
}

void read_stored_articles() {
    const dateline::StoredArticles stored(file());
    dateline::Article article;
    for (std::size_t row = 0; row < stored.articles(); ++row) {
        try_to([&] { static_cast<void>(stored.card(row)); });
        try_to([&] { stored.read_texts(row, article); });
    }
}

void read_stream(std::string_view bytes) {
    for (dateline::StreamReader reader(bytes); !reader.done();) static_cast<void>(reader.next());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read_stream(bytes);
    std::ofstream(file(), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(size));
    try_to(read_section_file);
    try_to(read_stored_articles);
    return 0;
}
