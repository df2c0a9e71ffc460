#include "searcher/page/marked_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline::page {

void MarkedText::write(std::string_view text, const std::vector<Highlight>& highlights) {
    std::size_t done = 0;        // bytes written
    std::size_t done_point = 0;  // the same in code points
    const auto piece_until = [&](std::size_t point) {
        const std::string_view rest = text.substr(done);
        const std::string_view piece = rest.substr(0, byte_offset_of(rest, point - done_point));
        done += piece.size();
        done_point = point;
        return piece;
    };
    for (const Highlight& highlight : highlights) {
        if (highlight.end <= done_point) continue;
        html_.text(piece_until(std::max(highlight.begin, done_point)));
        write_mark(piece_until(highlight.end), highlight.phrase);
    }
    html_.text(text.substr(done));
}

void MarkedText::write_mark(std::string_view text, bool phrase) {
    if (text.empty()) return;
    ++marks_;
    const std::string_view kind = phrase ? "phrase" : "word";
    if (numbered_) html_.element("mark", {{"class", kind}, {"id", fmt::format("hit-{}", marks_)}}, text);
    else html_.element("mark", {{"class", kind}}, text);
}

}  // namespace dateline::page
