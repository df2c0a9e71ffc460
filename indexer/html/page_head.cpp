#include "indexer/html/page_head.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/html/word_overlap.h"
#include "indexer/wording/letters.h"

namespace dateline {

std::string_view PageHead::meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        for (const auto& [key, content] : metas) {
            if (key == name && !content.empty()) {
                return content;
            }
        }
    }
    return {};
}

PageHead read_head(const Document& document) {
    PageHead head;
    for (NodeId id = 0; id < document.size(); ++id) {
        switch (document[id].tag) {
        case Tag::html: head.language = squeeze_space(document.attribute(id, "lang")); break;
        case Tag::title:
            if (head.title.empty()) {
                head.title = document.text_of(id);
            }
            break;
        case Tag::link:
            if (head.canonical.empty() && document.attribute(id, "rel") == "canonical") {
                head.canonical = trim(document.attribute(id, "href"));
            }
            break;
        case Tag::meta:
            for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
                if (const std::string_view name = document.attribute(id, key); !name.empty()) {
                    head.metas.emplace_back(lower_case(trim(name)), squeeze_space(document.attribute(id, "content")));
                }
            }
            break;
        default: break;
        }
    }
    return head;
}

std::string without_site(std::string_view title, std::string_view site) {
    constexpr double least_left = 0.35;
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / ", "｜"}) {
        std::size_t at = title.rfind(sign);
        while (at != std::string_view::npos && at > 0) {
            const std::string_view tail = title.substr(at + sign.size());
            const bool is_site = !site.empty() && word_overlap(tail, site) > 0.5;
            const bool short_tail = plain_words(tail).size() <= 4 && sign != " - " && sign != " – " && sign != " — ";
            const bool enough = static_cast<double>(at) > static_cast<double>(title.size()) * least_left;
            if (!enough || !(is_site || short_tail || site.empty())) {
                break;
            }
            title = trim(title.substr(0, at));
            at = title.rfind(sign);
        }
    }
    return std::string(title);
}

}  // namespace dateline
