#include "searcher/mention_view.h"

#include <algorithm>

namespace dateline {

StyledText styled(const MentionSentence& sentence) {
    StyledText text(sentence.text);
    text.mark({Highlight{.begin = sentence.begin, .end = sentence.end, .phrase = false}});
    return text;
}

std::string line_of(const MentionSource& source) {
    std::string line = source.published ? to_iso(*source.published) : "undated";
    std::ranges::replace(line, 'T', ' ');
    if (!source.source.empty()) line += " · " + source.source;
    if (!source.title.empty()) line += " · " + source.title;
    return line;
}

Json to_json(const MentionSentence& sentence) {
    return {{"text", sentence.text}, {"mention", {{"start", sentence.begin}, {"end", sentence.end}}}};
}

Json to_json(const MentionSource& source) {
    Json json{{"id", source.id}, {"title", source.title}, {"url", source.url}, {"source", source.source}};
    json["published"] = source.published ? Json(to_iso(*source.published)) : Json();
    return json;
}

void add_lines(const StyledText& text, const std::string& indent, std::size_t width, bool colours, std::string& out) {
    constexpr std::size_t narrowest = 20;
    const std::size_t room = std::max(width, narrowest + indent.size()) - indent.size();
    for (const std::string& line : text.lines(room, colours)) out += indent + line + "\n";
}

}  // namespace dateline
