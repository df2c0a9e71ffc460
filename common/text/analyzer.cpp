#include "common/text/analyzer.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <unordered_map>

#include "common/error.h"
#include "common/text/folding.h"
#include "common/text/stemmer.h"

namespace dateline {
namespace {

/// A remembered stem costs about a hundred bytes: this bounds a thread's memory to some ten megabytes.
constexpr std::size_t most_remembered_stems = 100'000;

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

using StemMemory = std::unordered_map<std::string, std::string, TransparentHash, std::equal_to<>>;

struct LanguageStems {
    Stemmer stemmer;
    StemMemory memory;
};

}  // namespace

struct Analyzer::Machines {
    std::map<std::string, LanguageStems, std::less<>> stems;
    std::unique_ptr<icu::BreakIterator> words;
};

AnalyzerSettings default_analyzer_settings() { return {.stemmed_languages = stemmable_languages()}; }

Analyzer::Analyzer(AnalyzerSettings settings)
    : settings_(std::move(settings)), machines_(std::make_unique<Machines>()) {
    const auto known = default_analyzer_settings();
    if (settings_.version != known.version) {
        throw IndexError(IndexError::Kind::wrong_settings,
                         "the index was made by version " + std::to_string(settings_.version) +
                             " of the analyzer, this program has version " + std::to_string(known.version) +
                             "; index the articles again, or use the program that made it");
    }
    for (const auto& language : settings_.stemmed_languages) {
        if (std::binary_search(known.stemmed_languages.begin(), known.stemmed_languages.end(), language)) continue;
        throw IndexError(IndexError::Kind::wrong_settings,
                         "the index stems language '" + language +
                             "', for which this program has no stemmer; "
                             "index the articles again, or use the program that made it");
    }
}

Analyzer::Analyzer(const Analyzer& other) : settings_(other.settings_), machines_(std::make_unique<Machines>()) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::vector<Token> Analyzer::tokens(std::string_view text) const {
    std::vector<Segment> segments;
    segment(text, segments);
    std::vector<Token> tokens;
    tokens.reserve(segments.size());
    for (const Segment& place : segments)
        tokens.push_back({place, fold(text.substr(place.begin, place.end - place.begin))});
    return tokens;
}

bool Analyzer::has_stemmer(std::string_view language) const {
    const auto& languages = settings_.stemmed_languages;
    return std::binary_search(languages.begin(), languages.end(), language);
}

std::string Analyzer::stem(std::string_view literal, std::string_view language) const {
    if (!has_stemmer(language)) return fold(literal);
    auto found = machines_->stems.find(language);
    if (found == machines_->stems.end()) {
        found = machines_->stems.emplace(std::string(language), LanguageStems{Stemmer(language), {}}).first;
    }
    auto& [stemmer, memory] = found->second;
    if (const auto known = memory.find(literal); known != memory.end()) return known->second;
    if (memory.size() >= most_remembered_stems) memory.clear();
    return memory.emplace(std::string(literal), stemmer(normalize(literal))).first->second;
}

std::vector<std::uint32_t> Analyzer::dictionary_word_lengths(std::string_view run) const {
    UErrorCode status = U_ZERO_ERROR;
    if (!machines_->words)
        machines_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText* text = utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status);
    if (U_FAILURE(status) != 0) throw Error("ICU cannot cut words: " + std::string(u_errorName(status)));
    machines_->words->setText(text, status);
    std::vector<std::uint32_t> lengths;
    std::int32_t begin = machines_->words->first();
    for (std::int32_t end = machines_->words->next(); end != icu::BreakIterator::DONE; end = machines_->words->next()) {
        lengths.push_back(static_cast<std::uint32_t>(end - begin));
        begin = end;
    }
    utext_close(text);
    return lengths;
}

}  // namespace dateline
