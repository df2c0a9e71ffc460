// Any text read for times: no crash, expressions in order and on whole code points, values that TIMEX3 allows.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/dates/time_interval.h"
#include "common/text/utf8.h"
#include "indexer/timex/time_mentions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(data), size);
    dateline::repair_utf8(text);
    for (const std::string_view language : {"en", "de", "fr", "es"}) {
        std::size_t end = 0;
        for (const dateline::TimeMention& mention :
             dateline::find_time_mentions(text, {.published = dateline::CivilDay{2012, 8, 29}, .language = language})) {
            const bool inside = mention.begin >= end && mention.end > mention.begin && mention.end <= text.size();
            if (!inside || !dateline::is_timex_value(mention.value)) std::abort();
            const std::string_view found = std::string_view(text).substr(mention.begin, mention.end - mention.begin);
            if (dateline::valid_utf8_prefix(found) != found.size()) std::abort();
            end = mention.end;
        }
    }
    return 0;
}
