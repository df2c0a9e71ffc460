#include "common/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

bool is_multibyte_text(std::string_view bytes) {
    return std::ranges::any_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// An encoding whose texts look like ASCII to who does not know it.
bool hides_in_ascii(std::string_view charset) {
    return charset.starts_with("iso-2022") || charset.starts_with("hz-") || charset == "utf-7";
}

std::size_t count_replaced(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
         at = text.find("\xEF\xBF\xBD", at + 3)) {
        ++count;
    }
    return count;
}

std::string_view without_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

}  // namespace

std::string charset_meant_by(std::string_view charset) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr auto meanings = std::to_array<Pair>({{"iso-8859-1", "windows-1252"},
                                                   {"iso8859-1", "windows-1252"},
                                                   {"iso_8859-1", "windows-1252"},
                                                   {"latin1", "windows-1252"},
                                                   {"latin-1", "windows-1252"},
                                                   {"ascii", "windows-1252"},
                                                   {"us-ascii", "windows-1252"},
                                                   {"ansi", "windows-1252"},
                                                   {"iso-8859-9", "windows-1254"},
                                                   {"tis-620", "windows-874"},
                                                   {"iso-8859-11", "windows-874"},
                                                   {"gb2312", "gb18030"},
                                                   {"gbk", "gb18030"},
                                                   {"x-gbk", "gb18030"},
                                                   {"gb_2312-80", "gb18030"},
                                                   {"shift_jis", "windows-31j"},
                                                   {"shift-jis", "windows-31j"},
                                                   {"sjis", "windows-31j"},
                                                   {"x-sjis", "windows-31j"},
                                                   {"euc-kr", "windows-949"},
                                                   {"ks_c_5601-1987", "windows-949"},
                                                   {"big5", "big5-hkscs"},
                                                   {"utf8", "utf-8"},
                                                   {"unicode", "utf-16le"}});
    const std::string lower = lower_ascii(trim(charset));
    const auto found = std::ranges::find(meanings, lower, &Pair::first);
    return found == meanings.end() ? lower : std::string(found->second);
}

std::string decode(std::string_view bytes, std::string_view charset) {
    UErrorCode error = U_ZERO_ERROR;
    const Converter converter(ucnv_open(charset_meant_by(charset).c_str(), &error), &ucnv_close);
    if (U_FAILURE(error) || !converter) {
        return "";
    }
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
    std::string utf8;
    if (U_SUCCESS(error)) {
        text.toUTF8String(utf8);
    }
    return utf8;
}

std::string detect_charset(std::string_view bytes) {
    constexpr std::size_t sample_bytes = std::size_t{64} << 10;
    constexpr std::int32_t least_confidence = 20;
    bytes = bytes.substr(0, sample_bytes);
    UErrorCode error = U_ZERO_ERROR;
    const Detector detector(ucsdet_open(&error), &ucsdet_close);
    if (U_FAILURE(error)) {
        return "";
    }
    ucsdet_enableInputFilter(detector.get(), 1);  // leaves out what stands in tags
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
    if (U_FAILURE(error) || match == nullptr || ucsdet_getConfidence(match, &error) < least_confidence) {
        return "";
    }
    const char* name = ucsdet_getName(match, &error);
    return U_SUCCESS(error) ? name : "";
}

std::string_view charset_of_mark(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return "utf-8";
    }
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) {
        return "utf-32le";
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return "utf-16le";
    }
    return bytes.starts_with("\xFE\xFF") ? "utf-16be" : "";
}

Decoded decode_declared(std::string_view bytes, std::string_view declared) {
    const std::string_view mark = charset_of_mark(bytes);
    const std::string said = charset_meant_by(declared);
    if (mark == "utf-8" || (mark.empty() && !hides_in_ascii(said) && valid_utf8_prefix(bytes) == bytes.size())) {
        std::string text(without_mark(bytes));
        const std::size_t replaced = repair_utf8(text);
        return {std::move(text), "utf-8", replaced};
    }
    // UTF-8 with a few damaged bytes: a wrong guess would spoil every other letter.
    constexpr std::size_t damaged_share = 200;
    if (mark.empty() && (said == "utf-8" || said.empty())) {
        std::string text(bytes);
        const std::size_t replaced = repair_utf8(text);
        if (said == "utf-8" && replaced * damaged_share <= bytes.size()) {
            return {std::move(text), "utf-8", replaced};
        }
    }
    std::string charset = mark.empty() ? said == "utf-8" ? std::string() : said : std::string(mark);
    std::string text = charset.empty() ? "" : decode(bytes, charset);
    if (text.empty()) {
        charset = detect_charset(bytes);
        text = charset.empty() ? "" : decode(bytes, charset);
    }
    if (text.empty()) {
        text = bytes;
        const std::size_t replaced = repair_utf8(text);
        return {std::move(text), is_multibyte_text(bytes) ? "windows-1252" : "utf-8", replaced};
    }
    text = without_mark(text);
    const std::size_t replaced = count_replaced(text);
    return {std::move(text), std::move(charset), replaced};
}

}  // namespace dateline
