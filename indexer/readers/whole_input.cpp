#include "indexer/readers/whole_input.h"

#include <string>

namespace dateline {

bool fill_whole(InputBuffer& buffer, const Input& input, const ReaderSink& sink) {
    while (buffer.fill()) {
    }
    if (!buffer.full()) return true;
    sink.skipped({input.path, input.member, "", "too large",
                  "an article may have " + std::to_string(max_article_bytes >> 20U) + " MiB"});
    return false;
}

}  // namespace dateline
