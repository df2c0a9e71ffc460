#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Snowball stemming as Xapian carries it.
namespace dateline {

/// ISO 639-1 codes of all languages with a stemmer, sorted.
const std::vector<std::string>& stemmable_languages();

/// The stemmer of one language. Not thread-safe.
class Stemmer {
public:
    /// Throws std::invalid_argument for a language without a stemmer.
    explicit Stemmer(std::string_view language);
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;
    ~Stemmer();

    /// The stem of a normalised word (folding.h), diacritics dropped: comparable with folded words.
    std::string operator()(const std::string& normalized) const;

private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace dateline
