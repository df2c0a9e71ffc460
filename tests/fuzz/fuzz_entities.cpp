// Names in any text: no crash, and each name stands where it is said to, in order, on borders of characters.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/utf8.h"
#include "indexer/entities/tagger.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dateline;
    static const entities::Model model(entities::installed_model());
    static entities::Tagger tagger(model);
    std::string text(reinterpret_cast<const char*>(data), size);
    repair_utf8(text);
    static_cast<void>(tagger.reads_as_english(text));
    std::size_t at = 0;
    for (const Entity& entity : tagger.tag(text)) {
        if (entity.begin_bytes < at || entity.begin_bytes >= entity.end_bytes || entity.end_bytes > text.size())
            std::abort();
        if (text.substr(entity.begin_bytes, entity.end_bytes - entity.begin_bytes) != entity.text) std::abort();
        if (valid_utf8_prefix(entity.text) != entity.text.size() || entity.name.empty()) std::abort();
        at = entity.end_bytes;
    }
    return 0;
}
