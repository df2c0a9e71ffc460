#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/match/spans.h"

/// What a query word means in one segment: which words of its dictionary, in articles of which languages.
namespace dateline {

/// Bit i stands for the i-th value of the segment's language column, the highest bit for articles without a language.
using LanguageMask = std::uint64_t;
inline constexpr LanguageMask all_languages = ~LanguageMask{0};

/// The bit of a row's language.
class RowLanguages {
public:
    explicit RowLanguages(const IndexSegment& segment);

    LanguageMask bit(std::uint32_t row) const { return bit_of_ordinal(ordinals_[row]); }
    static LanguageMask bit_of_ordinal(std::uint32_t ordinal) {
        return LanguageMask{1} << (ordinal < 63 ? ordinal : 63);
    }
    /// The languages that any row has. Reads the whole column.
    LanguageMask present() const;

private:
    std::span<const std::uint32_t> ordinals_;
};

struct ClassWord {
    std::string folded;
    LanguageMask languages = all_languages;
    /// The forms that count; empty where all do. `resume` and `résumé` are one folded word, but two stems.
    IdSet forms;
};

/// The words that count as one, most of them forms of one stem.
struct WordClass {
    std::vector<ClassWord> words;

    /// The word numbers that count in articles of these languages (one bit).
    IdSet ids(const Words& dictionary, LanguageMask language) const;
};

/// Words that have the stem of `literal` in some language of the segment, in articles of that language, and the folded
/// word itself, in all. So whatever the folded level finds, the stemmed level finds too.
WordClass stemmed_class(const IndexSegment& segment, LanguageMask present, const Analyzer& analyzer,
                        const std::string& literal, const std::string& folded);

}  // namespace dateline
