#include "common/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Texts shorter than this are given a language only where the detector calls its answer reliable.
constexpr std::size_t short_text_bytes = 200;
/// Per cent of the text in the language found, below which a short answer is not believed.
constexpr int least_share = 60;

/// The detector still uses some codes that ISO 639-1 has withdrawn, and writes `zh-Hant` for traditional Chinese.
std::string iso_code(std::string_view code) {
    if (code == "iw") {
        return "he";
    }
    if (code == "jw") {
        return "jv";
    }
    if (code.substr(0, 3) == "zh-") {
        return "zh";
    }
    return code.size() == 2 ? std::string(code) : std::string();
}

}  // namespace

std::string detect_language(std::string_view utf8_text) {
    const std::string_view sample = cut_at_code_point(utf8_text, language_sample_bytes);
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    std::array<double, 3> scores{};
    int text_bytes = 0;
    bool reliable = false;
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    const CLD2::Language language =
        CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &no_hints, 0,
                                       languages.data(), shares.data(), scores.data(), nullptr, &text_bytes, &reliable);
    const bool unsure = !reliable && (sample.size() < short_text_bytes || shares[0] < least_share);
    if (language == CLD2::UNKNOWN_LANGUAGE || unsure) {
        return "";
    }
    return iso_code(CLD2::LanguageCode(language));
}

}  // namespace dateline
