#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/segmenter.h"

/// The one way from text to words, used by both programs. The index stores the settings it was made with;
/// `Index::analyzer()` is the only way for a program to get one for an index.
namespace dateline {

struct AnalyzerSettings {
    /// Raised whenever the same text would give other tokens, folded forms or stems.
    std::uint32_t version = 2;
    /// Languages stemmed, ISO 639-1, sorted.
    std::vector<std::string> stemmed_languages;

    bool operator==(const AnalyzerSettings&) const = default;
};

/// Settings of a new index: every language with a Snowball stemmer.
AnalyzerSettings default_analyzer_settings();

struct Token {
    Segment place;
    std::string folded;
};

/// Not thread-safe: one for each thread (copying is cheap, the copy starts with empty caches).
class Analyzer {
public:
    /// Throws IndexError (wrong_settings) where this build cannot honour the settings.
    explicit Analyzer(AnalyzerSettings settings = default_analyzer_settings());
    Analyzer(const Analyzer& other);
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;
    ~Analyzer();

    const AnalyzerSettings& settings() const { return settings_; }

    /// The tokens of one field's text, in order.
    std::vector<Token> tokens(std::string_view text) const;

    /// The stem, diacritics dropped, of a word as written (stemmers need the accents); its folded form where the
    /// language has no stemmer. Remembered, so asking for the same word again is cheap.
    std::string stem(std::string_view literal, std::string_view language) const;
    bool has_stemmer(std::string_view language) const;

    /// A run of a script written without spaces, cut into ICU's dictionary words, in order (byte lengths that sum to
    /// the run). For ranking and for unquoted queries only; matching never depends on it.
    std::vector<std::uint32_t> dictionary_word_lengths(std::string_view run) const;

private:
    struct Machines;
    AnalyzerSettings settings_;
    std::unique_ptr<Machines> machines_;
};

}  // namespace dateline
