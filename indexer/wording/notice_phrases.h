#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// Wording of notices (notices.h) that web sites all over the world share, in lower case. Phrases of one site do not
/// belong here.
namespace dateline {

/// A set of phrases, written as text: parted by `|` and line feeds.
class PhraseTable {
public:
    explicit PhraseTable(std::string_view phrases);

    /// Whether a line is one of the phrases.
    bool contains(std::string_view line) const;
    /// Whether a line begins with one of them, the last word whole.
    bool begins(std::string_view line) const;

private:
    std::unordered_set<std::string_view> whole_;
    std::unordered_map<char, std::vector<std::string_view>> by_first_byte_;
};

/// Whole lines that are dropped alone, final colons and the like aside.
const PhraseTable& lone_lines();
/// Beginnings of lines that are dropped alone.
const PhraseTable& line_beginnings();
/// Beginnings of links to other articles inside a text.
const PhraseTable& teaser_beginnings();
/// Whole lines that head a list of links.
const PhraseTable& related_headings();
/// Beginnings of lines that head a list of links.
const PhraseTable& related_beginnings();
/// Whole lines behind which no article goes on.
const PhraseTable& end_lines();
/// Beginnings of lines behind which no article goes on.
const PhraseTable& end_beginnings();
/// Beginnings of sentences that only close a page: invitations, addresses, notes on the publication.
const PhraseTable& closing_beginnings();

}  // namespace dateline
