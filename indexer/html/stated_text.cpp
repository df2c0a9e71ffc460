#include "indexer/html/stated_text.h"

#include <algorithm>
#include <functional>

#include "common/text/utf8.h"
#include "indexer/html/plain_text.h"
#include "indexer/html/word_overlap.h"
#include "indexer/wording/paragraphs.h"

namespace dateline {

namespace {

constexpr std::size_t run_words = 4;

/// Hashes of all runs of four words; a shorter text is one run.
std::vector<std::uint64_t> runs_of(std::string_view text) {
    const std::vector<std::string> words = plain_words(text);
    std::vector<std::uint64_t> runs;
    if (words.empty()) {
        return runs;
    }
    const std::size_t count = words.size() < run_words ? 1 : words.size() - run_words + 1;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t run = 0;
        for (std::size_t k = i; k < std::min(words.size(), i + run_words); ++k) {
            run = run * 0x9E3779B97F4A7C15ULL + std::hash<std::string>{}(words[k]);
        }
        runs.push_back(run);
    }
    return runs;
}

}  // namespace

StatedText::StatedText(std::string_view text) : text_(text), width_(width_of(text)) {
    const bool has_markup = text_.find('<') != std::string::npos || text_.find('&') != std::string::npos;
    const auto runs = runs_of(has_markup ? plain_text(text_) : text_);
    runs_.insert(runs.begin(), runs.end());
}

double StatedText::share_of(std::string_view text) const {
    const auto runs = runs_of(text);
    if (runs.empty()) {
        return 0;
    }
    const auto hits = std::ranges::count_if(runs, [this](std::uint64_t run) { return runs_.contains(run); });
    return static_cast<double>(hits) / static_cast<double>(runs.size());
}

std::vector<std::string> StatedText::paragraphs() const {
    const Document fragment{text_};
    std::vector<std::string> paragraphs;
    for (const Block& block : blocks_of(fragment)) {
        paragraphs.push_back(block.text);
    }
    return paragraphs;
}

bool correct_by(const StatedText& stated, const std::vector<Block>& blocks, std::vector<bool>& keep) {
    constexpr double same = 0.7;
    constexpr std::size_t narrowest = 40;
    constexpr double whole = 0.8;
    std::vector<bool> matched(blocks.size(), false);
    std::size_t matched_width = 0;
    std::size_t kept_width = 0;
    std::size_t first = blocks.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        kept_width += keep[i] ? blocks[i].width : 0;
        if (blocks[i].width < narrowest || stated.share_of(blocks[i].text) < same) {
            continue;
        }
        matched[i] = true;
        // Kept blocks tell where the text stands; its words elsewhere may be a summary.
        if (keep[i]) {
            matched_width += blocks[i].width;
            first = std::min(first, i);
            last = i;
        }
    }
    const auto stated_width = static_cast<double>(stated.width());
    if (static_cast<double>(matched_width) < stated_width * whole) {
        return kept_width > 0 && static_cast<double>(kept_width) * 3 > stated_width;
    }
    const bool complete = stated_width > static_cast<double>(kept_width) * 0.6;
    for (std::size_t i = 0; i < blocks.size() && complete; ++i) {
        if (i < first || i > last) {
            keep[i] = keep[i] && matched[i];
        } else if (matched[i]) {
            keep[i] = true;
        }
    }
    return true;
}

}  // namespace dateline
