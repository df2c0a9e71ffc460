#include "common/text/language_name.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace dateline {

std::string language_name(std::string_view iso_code) {
    icu::UnicodeString name;
    icu::Locale(std::string(iso_code).c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8.empty() ? std::string(iso_code) : utf8;
}

}  // namespace dateline
