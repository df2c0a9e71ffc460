#include "indexer/html/plain_text.h"

#include "common/text/utf8.h"
#include "indexer/html/document.h"

namespace dateline {

std::string plain_text(std::string_view value) {
    if (value.find_first_of("<&") == std::string_view::npos) {
        return squeeze_space(value);
    }
    const Document fragment{std::string(value)};
    return fragment.text_of(0);
}

}  // namespace dateline
