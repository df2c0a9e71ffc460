#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

/// Where a text may be cut to make a passage that reads well.
namespace dateline {

/// Bytes of the text.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class PassageCutter {
public:
    /// The text and tokens must outlive the cutter.
    PassageCutter(const Analyzer& analyzer, std::string_view text, std::span<const Token> tokens);

    /// Code points from the beginning of token `first` to the end of token `last`.
    std::size_t length(std::size_t first, std::size_t last) const { return ends_[last] - begins_[first]; }

    /// A passage of about `max_chars` code points around the tokens from `first` to `last`, which
    /// are in it even where they are longer. There must be tokens.
    Extent around(std::size_t first, std::size_t last, std::size_t max_chars);

private:
    std::size_t choose_first(std::size_t first, std::size_t last, std::size_t max_chars);
    std::size_t choose_last(std::size_t first, std::size_t last, std::size_t max_chars);
    std::size_t without_sentence_stub(std::size_t last, std::size_t chosen, std::size_t max_chars) const;
    std::size_t sentence_start(std::size_t token) const;

    bool may_cut_before(std::size_t token);
    bool is_dictionary_boundary(std::size_t token);
    std::size_t with_opening(std::size_t token) const;
    std::size_t with_closing(std::size_t token) const;

    const Analyzer& analyzer_;
    std::string_view text_;
    std::span<const Token> tokens_;
    std::vector<std::uint32_t> begins_;  ///< code points before each token, and before its end
    std::vector<std::uint32_t> ends_;

    /// The run of a script written without blanks that was last cut into words, as tokens, and
    /// where its words begin.
    std::size_t run_first_ = 0;
    std::size_t run_end_ = 0;
    std::vector<std::size_t> run_words_;  ///< bytes of the text
};

}  // namespace dateline
