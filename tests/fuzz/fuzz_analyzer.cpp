// Any bytes as a text: tokens in order and within bounds, folded forms and stems that are sound and stable.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"
#include "common/text/folding.h"
#include "common/text/utf8.h"

namespace {

void expect(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool is_sound(const std::string& word) {
    return !word.empty() && dateline::valid_utf8_prefix(word) == word.size() && (word[0] < 'A' || word[0] > 'Z');
}

/// What a query's words are is found in an article only if both fold alike, so a form must fold to itself.
void check(const dateline::Analyzer& analyzer, const dateline::Token& token, std::string_view literal) {
    expect(dateline::valid_utf8_prefix(literal) == literal.size());
    expect(is_sound(token.folded));
    expect(token.folded.size() <= dateline::max_folded_bytes);
    expect(token.folded == dateline::fold(literal));
    expect(token.folded == dateline::fold(token.folded));
    for (const std::string_view language : {"en", "de", "tr", "ru", "ar", "fi", "zh"}) {
        const std::string stem = analyzer.stem(literal, language);
        expect(!stem.empty() && dateline::valid_utf8_prefix(stem) == stem.size());
    }
}

void check_runs(const dateline::Analyzer& analyzer, std::string_view text) {
    std::size_t sum = 0;
    for (const std::uint32_t length : analyzer.dictionary_word_lengths(text)) {
        sum += length;
    }
    expect(sum == text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const dateline::Analyzer analyzer;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t last = 0;
    for (const dateline::Token& token : analyzer.tokens(text)) {
        const dateline::Segment& place = token.place;
        expect(place.begin >= last && place.end > place.begin && place.end <= size);
        expect(!place.glued || place.begin == last);
        last = place.end;
        check(analyzer, token, text.substr(place.begin, place.end - place.begin));
    }
    check_runs(analyzer, text.substr(0, dateline::valid_utf8_prefix(text)));
    return 0;
}
