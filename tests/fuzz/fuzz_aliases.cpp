// Any file as aliases: understood, or refused with a message.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "searcher/naming/aliases.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        dateline::Aliases::parse({reinterpret_cast<const char*>(data), size}, "aliases.toml");
    } catch (const dateline::AliasesError&) {
        return 0;
    }
    return 0;
}
