#include "common/text/letter_case.h"

#include <unicode/uchar.h>

#include "common/text/code_point.h"

namespace dateline {

bool has_capital(std::string_view word) {
    bool found = false;
    for_each_code_point(word, [&](UChar32 c) { found = found || u_isupper(c) != 0 || u_istitle(c) != 0; });
    return found;
}

bool is_all_capitals(std::string_view word) {
    bool any = false;
    bool all = true;
    for_each_code_point(word, [&](UChar32 c) {
        any = any || u_isupper(c) != 0;
        all = all && u_islower(c) == 0;
    });
    return any && all;
}

char32_t lower_case(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

}  // namespace dateline
