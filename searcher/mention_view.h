#pragma once

#include <cstddef>
#include <string>

#include "searcher/mention_sentence.h"
#include "searcher/output/json_values.h"
#include "searcher/output/styled_text.h"

/// A sentence and the article it is from, for people and for programs.
namespace dateline {

/// The sentence with the mention as a mark.
StyledText styled(const MentionSentence& sentence);
/// `2012-08-29 · The Example Courier · Title`.
std::string line_of(const MentionSource& source);
/// `text` and `mention` (begin and end in code points).
Json to_json(const MentionSentence& sentence);
/// `id`, `title`, `url`, `source`, `published`.
Json to_json(const MentionSource& source);
/// Adds lines no wider than `width` behind an indent.
void add_lines(const StyledText& text, const std::string& indent, std::size_t width, bool colours, std::string& out);

}  // namespace dateline
