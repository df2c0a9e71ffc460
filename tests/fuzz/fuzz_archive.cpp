// Any bytes as an archive or a compressed stream, through all readers: no crash, valid UTF-8 in names and fields.

#include "indexer/readers/archive.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::ArchiveReader>(data, size, [](const dateline::Article& article) {
        dateline::fuzz::require_utf8(article);
        dateline::fuzz::require_utf8(article.member);
    });
}
