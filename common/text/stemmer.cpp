#include "common/text/stemmer.h"

#include <xapian.h>

#include <algorithm>
#include <stdexcept>

#include "common/text/folding.h"

namespace dateline {

struct Stemmer::Machine {
    Xapian::Stem stem;
};

const std::vector<std::string>& stemmable_languages() {
    static const std::vector<std::string> languages{"ar", "ca", "da", "de", "en", "es", "eu", "fi",
                                                    "fr", "ga", "hu", "hy", "id", "it", "lt", "ne",
                                                    "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"};
    return languages;
}

Stemmer::Stemmer(std::string_view language) {
    const auto& known = stemmable_languages();
    if (!std::binary_search(known.begin(), known.end(), language)) {
        throw std::invalid_argument("no stemmer for language '" + std::string(language) + "'");
    }
    machine_ = std::make_unique<Machine>(Machine{Xapian::Stem(std::string(language))});
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::operator()(const std::string& normalized) const {
    std::string stem = drop_diacritics(machine_->stem(normalized));
    return stem.empty() ? drop_diacritics(normalized) : stem;
}

}  // namespace dateline
