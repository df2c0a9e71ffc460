// Any bytes through the json reader: no crash, and every article valid UTF-8 or told of as skipped.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "common/text/utf8.h"
#include "indexer/readers/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
    dateline::Input input{"input", "", stream};
    const dateline::ReaderSink sink{[](const dateline::RawArticle& raw) {
                                        const std::string& body = raw.stated.body;
                                        if (dateline::valid_utf8_prefix(body) != body.size()) {
                                            std::abort();
                                        }
                                        return true;
                                    },
                                    [](const dateline::Skipped&) { return true; }};
    dateline::JsonReader().read(input, {}, sink);
    return 0;
}
