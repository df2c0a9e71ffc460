#include "searcher/match/word_class.h"

#include <algorithm>

#include "common/index/fields.h"

namespace dateline {
namespace {

const KeywordColumn& language_column(const IndexSegment& segment) {
    return segment.columns().keyword(*find_field("language"));
}

LanguageMask bit_of(const IndexSegment& segment, std::string_view language) {
    const KeywordColumn& column = language_column(segment);
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        if (column.value(ordinal) == language) return RowLanguages::bit_of_ordinal(ordinal);
    }
    return 0;
}

/// Adds a word, or only the languages where it is there with the same forms.
void add(WordClass& all, ClassWord word) {
    for (ClassWord& other : all.words) {
        if (other.folded != word.folded) continue;
        const bool is_covered = other.forms.empty() && other.languages == all_languages;
        if (is_covered) return;
        if (other.forms == word.forms) {
            other.languages |= word.languages;
            return;
        }
    }
    all.words.push_back(std::move(word));
}

}  // namespace

RowLanguages::RowLanguages(const IndexSegment& segment) : ordinals_(language_column(segment).single()) {}

LanguageMask RowLanguages::present() const {
    LanguageMask mask = 0;
    for (const std::uint32_t ordinal : ordinals_) mask |= bit_of_ordinal(ordinal);
    return mask;
}

IdSet WordClass::ids(const Words& dictionary, LanguageMask language) const {
    IdSet ids;
    for (const ClassWord& word : words) {
        if ((word.languages & language) == 0) continue;
        if (word.forms.empty()) ids.add(dictionary.find(word.folded));
        for (const IdRange& range : word.forms.ranges()) ids.add(range);
    }
    return ids;
}

WordClass stemmed_class(const IndexSegment& segment, LanguageMask present, const Analyzer& analyzer,
                        const std::string& literal, const std::string& folded) {
    const Words& dictionary = segment.words();
    WordClass all;
    if (!dictionary.find(folded).empty()) all.words.push_back({folded, all_languages, {}});
    const auto& languages = dictionary.stemmed_languages();
    for (std::size_t table = 0; table < languages.size(); ++table) {
        const LanguageMask bit = bit_of(segment, languages[table]);
        const std::string stem = analyzer.stem(literal, languages[table]);
        for (const std::uint32_t position : dictionary.words_of_stem(table, stem)) {
            ClassWord word{std::string(dictionary.folded(position)), bit, {}};
            const IdRange range = dictionary.ids(position);
            for (std::uint32_t id = range.begin; id < range.end; ++id) {
                if (analyzer.stem(dictionary.literal(id, word.folded), languages[table]) == stem)
                    word.forms.add({id, id + 1});
            }
            if (word.forms.empty()) continue;  // only the hash is the same
            if (word.forms.covers(range)) word.forms = {};
            add(all, std::move(word));
        }
    }
    for (ClassWord& word : all.words) {
        if ((word.languages & present) == present) word.languages = all_languages;
    }
    return all;
}

}  // namespace dateline
