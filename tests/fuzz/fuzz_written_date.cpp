// Any text as a date: no crash, the place found inside the text, and the date found there again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/dates/written_date.h"
#include "common/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    dateline::repair_utf8(text);
    if (const auto date = dateline::parse_written_date(text)) {
        if (dateline::from_iso(dateline::to_iso(*date)) != date) {
            std::abort();
        }
    }
    if (const auto found = dateline::find_written_date(text)) {
        if (found->begin >= found->end || found->end > text.size()) {
            std::abort();
        }
    }
    return 0;
}
