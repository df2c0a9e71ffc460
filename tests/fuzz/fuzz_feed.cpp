// Any bytes as a feed, through reader and story: no crash, valid UTF-8 in every field.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "common/text/utf8.h"
#include "indexer/readers/feed.h"
#include "indexer/story/story.h"

namespace {

void check(const std::string& text) {
    if (dateline::valid_utf8_prefix(text) != text.size()) {
        std::abort();
    }
}

void check(const dateline::Article& article) {
    for (const std::string* text :
         {&article.id, &article.title, &article.lead, &article.body, &article.source, &article.section, &article.url}) {
        check(*text);
    }
    for (const std::string& author : article.authors) {
        check(author);
    }
    for (const dateline::Caption& caption : article.captions) {
        check(caption.text);
        check(caption.credit);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
    dateline::Input input{"input", "", stream};
    const dateline::ReaderSink sink{[](dateline::RawArticle raw) {
                                        check(dateline::tell_story(std::move(raw)));
                                        return true;
                                    },
                                    [](const dateline::Skipped&) { return true; }};
    dateline::FeedReader().read(input, {}, sink);
    return 0;
}
