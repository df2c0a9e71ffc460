#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// Text cut into sentences and words the way the texts are cut that the tagger learns from: punctuation apart, `'s` and
/// `n't` apart, full stops left on acronyms and abbreviations. (The index has its own words, common/text/analyzer.h.)
namespace dateline::entities {

struct Token {
    std::uint32_t begin = 0;  ///< bytes in the text
    std::uint32_t end = 0;
};

enum class Hyphens { keep, cut };  ///< `German-born` as one word, or as three

/// Sentences one after the other; none is empty.
struct Tokens {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> sentences;  ///< the index of each one's first token
};

/// `text` is valid UTF-8 under 4 GiB; a line feed ends a sentence.
Tokens tokenize(std::string_view text, Hyphens hyphens);

}  // namespace dateline::entities
