#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/html/blocks.h"

namespace dateline {

/// The text of the article as the page's metadata states it (schema.org's articleBody): without its paragraphs as a
/// rule, sometimes cut short, sometimes with advertisements. Good for telling which blocks belong to the article.
class StatedText {
public:
    explicit StatedText(std::string_view text);

    std::size_t width() const { return width_; }
    /// Share of a text's runs of four words that stand in this one, 0 to 1.
    double share_of(std::string_view text) const;
    std::vector<std::string> paragraphs() const;

private:
    std::string text_;
    std::size_t width_ = 0;
    std::unordered_set<std::uint64_t> runs_;
};

/// Corrects which blocks are the article's by what the metadata states: blocks of it are kept, blocks before its
/// beginning and behind its end are not. Returns false where the page does not show the stated text at all.
bool correct_by(const StatedText& stated, const std::vector<Block>& blocks, std::vector<bool>& keep);

}  // namespace dateline
