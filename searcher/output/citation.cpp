#include "searcher/output/citation.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <sstream>

#include "common/text/folding.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t longest_part = 20;
constexpr std::size_t long_word = 4;

/// The ASCII letters and digits of a word's folded form; of a word in another script nothing.
std::string key_part(std::string_view word) {
    std::string part = fold(word);
    std::erase_if(part, [](char byte) { return !((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')); });
    return part.substr(0, longest_part);
}

std::string name_part(const Result& result) {
    if (!result.authors.empty()) {
        const std::string name = one_line(result.authors.front());
        std::string part = key_part(std::string_view(name).substr(name.rfind(' ') + 1));
        if (!part.empty()) return part;
    }
    const std::string part = key_part(one_line(result.source));
    return part.empty() ? "article" : part;
}

std::string title_part(const Result& result) {
    std::istringstream words(one_line(result.title));
    for (std::string word; words >> word;) {
        std::string part = key_part(word);
        if (part.size() >= long_word) return part;
    }
    return "";
}

}  // namespace

std::string citation_key(const Result& result) {
    const std::string year = date_digits(result.date).year;
    return fmt::format("{}{}{}-{:08x}", name_part(result), year.empty() ? "nd" : year, title_part(result),
                       XXH32(result.id.data(), result.id.size(), 0));
}

DateDigits date_digits(const std::optional<Date>& date) {
    if (!date) return {};
    constexpr std::size_t year = 4;
    constexpr std::size_t digits = 2;
    const std::string iso = to_iso(*date);
    const auto part = [&](std::size_t at) { return iso.size() < at + digits ? "" : iso.substr(at, digits); };
    return {iso.substr(0, year), part(year + 1), part(year + 1 + digits + 1)};
}

std::string one_line(std::string_view text) {
    std::string valid(text);
    repair_utf8(valid);
    return squeeze_space(valid);
}

}  // namespace dateline
