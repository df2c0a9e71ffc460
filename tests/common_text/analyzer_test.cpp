#include "common/text/analyzer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/text/folding.h"
#include "common/text/stemmer.h"

namespace dateline {
namespace {

/// A whole text, as the article side cuts it: folded form and stem of each word.
std::vector<std::string> analyse(const Analyzer& analyzer, std::string_view text, std::string_view language) {
    std::vector<std::string> all;
    for (const Token& token : analyzer.tokens(text)) {
        const std::string_view literal = text.substr(token.place.begin, token.place.end - token.place.begin);
        all.push_back(token.folded + "/" + analyzer.stem(literal, language));
    }
    return all;
}

/// The same words typed one by one, each cut on its own.
std::vector<std::string> analyse_word_by_word(const Analyzer& analyzer, std::string_view text,
                                              std::string_view language) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const auto found = analyse(analyzer, text.substr(0, end), language);
        all.insert(all.end(), found.begin(), found.end());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

struct TokenRow {
    std::string_view language;
    std::string_view sentence;
    std::string_view word;        ///< stands in the sentence
    std::string_view other_form;  ///< what a reader may type to find it
};

constexpr std::array token_rows{
    TokenRow{"en", "Japan's last-minute talks on 17 abducted citizens in the U.S. cost $1,200, officials said.",
             "officials", "official"},
    TokenRow{"de", "Die Häuser an der Straße gehören seit dem 3. Oktober 1990 zur Bundesrepublik.", "Häuser", "Hauses"},
    TokenRow{"fr", "À l'hôpital de Londres, les élections d’été n'avaient rassemblé qu'un électeur.", "élections",
             "élection"},
    TokenRow{"es", "Las elecciones de Copiapó duraron 69 días y costaron 1.200.000 dólares.", "elecciones", "elección"},
    TokenRow{"it", "All'apertura dell'Expo il governo annunciò le elezioni per l'11 maggio.", "elezioni", "elezione"},
    TokenRow{"pt", "Os governos da União Europeia anunciaram eleições em São Paulo.", "governos", "governo"},
    TokenRow{"nl", "De regeringen van België en Nederland hielden verkiezingen op 's-Gravenhage.", "verkiezingen",
             "verkiezing"},
    TokenRow{"sv", "Regeringarna i Malmö och Köpenhamn öppnade bron år 2000.", "Regeringarna", "regering"},
    TokenRow{"da", "Regeringerne åbnede broen over Øresund den 1. juli.", "Regeringerne", "regering"},
    TokenRow{"no", "Regjeringene i Tromsø sa at båtene var ærlig målt.", "Regjeringene", "regjering"},
    TokenRow{"fi", "Hallituksen vaaleissa äänesti 1,5 miljoonaa suomalaista.", "Hallituksen", "hallitukset"},
    TokenRow{"tr", "İstanbul'daki seçimlerde ılımlı partiler %20 oy aldı.", "partiler", "parti"},
    TokenRow{"hu", "A kormányok Győrben választásokat írtak ki.", "kormányok", "kormány"},
    TokenRow{"ro", "Guvernele din București și Iași au anunțat alegerile.", "Guvernele", "guvern"},
    TokenRow{"ru", "Орбитальная станция «Мир» закончила полёт над Россией, сообщили в ЦУП.", "станция", "станции"},
    TokenRow{"ar", "افتتحت مصر مكتبة الإسكندرية في حفلٍ حضره ٢٠٠ ضيف.", "الإسكندرية", "إسكندرية"},
    TokenRow{"zh", "日本和朝鲜2012年8月29日在北京会谈。", "京", "京"},
    TokenRow{"ja", "拉致被害者5人が15日、ソニーのテレビで帰国を語った。", "帰", "帰"},
    TokenRow{"th", "รัฐบาลแถลงเมื่อวันที่ 29 สิงหาคม", "ร", "ร"},
};

void check_refused(const AnalyzerSettings& settings, std::string_view named) {
    try {
        const Analyzer analyzer(settings);
        FAIL("settings were accepted");
    } catch (const IndexError& error) {
        CHECK(error.kind() == IndexError::Kind::wrong_settings);
        const std::string message = error.what();
        CHECK(message.find(named) != std::string::npos);
        CHECK(message.find("index the articles again") != std::string::npos);
    }
}

}  // namespace

TEST_CASE("an article's text and the same words in a query give the same terms") {
    const Analyzer of_index;
    const Analyzer of_query(of_index.settings());
    for (const TokenRow& row : token_rows) {
        CAPTURE(row.language);
        const auto indexed = analyse(of_index, row.sentence, row.language);
        CHECK(indexed.size() > 5);
        CHECK(analyse_word_by_word(of_query, row.sentence, row.language) == indexed);
    }
}

TEST_CASE("another form of a word has the same stem") {
    const Analyzer analyzer;
    for (const TokenRow& row : token_rows) {
        CAPTURE(row.language);
        CAPTURE(row.word);
        CHECK(row.sentence.find(row.word) != std::string_view::npos);
        CHECK(analyzer.stem(row.word, row.language) == analyzer.stem(row.other_form, row.language));
    }
}

TEST_CASE("stems do not depend on case, composition or what was asked before") {
    const Analyzer analyzer;
    CHECK(analyzer.stem("ÉLECTIONS", "fr") == analyzer.stem("élections", "fr"));
    CHECK(analyzer.stem("e\u0301lections", "fr") == analyzer.stem("élections", "fr"));
    CHECK(analyzer.stem("die", "en") != analyzer.stem("dies", "xx"));
    CHECK(Analyzer(analyzer).stem("élections", "fr") == analyzer.stem("élections", "fr"));
}

TEST_CASE("without a stemmer the stem is the folded word") {
    const Analyzer analyzer({.stemmed_languages = {"de"}});
    CHECK(analyzer.has_stemmer("de"));
    for (const std::string_view language : {"en", "zh", "ja", "th", ""}) {
        CAPTURE(language);
        CHECK_FALSE(analyzer.has_stemmer(language));
        CHECK(analyzer.stem("Élections", language) == "elections");
    }
}

TEST_CASE("stems are comparable with folded words") {
    const Analyzer analyzer;
    for (const TokenRow& row : token_rows) {
        for (const std::string_view word : {row.word, row.other_form}) {
            const std::string stem = analyzer.stem(word, row.language);
            CAPTURE(stem);
            CHECK_FALSE(stem.empty());
            CHECK(drop_diacritics(stem) == stem);
        }
    }
}

TEST_CASE("settings that cannot be honoured are refused") {
    check_refused({.version = default_analyzer_settings().version + 1, .stemmed_languages = {}}, "version 2");
    check_refused({.version = 0, .stemmed_languages = {}}, "version 0");
    check_refused({.stemmed_languages = {"de", "qq"}}, "'qq'");
    CHECK(Analyzer().settings() == default_analyzer_settings());
}

TEST_CASE("the stemmable languages are sorted, and each has a stemmer") {
    const auto& languages = stemmable_languages();
    CHECK(std::is_sorted(languages.begin(), languages.end()));
    CHECK(languages.size() >= 12);
    for (const std::string& language : languages) {
        CAPTURE(language);
        CHECK_FALSE(Stemmer(language)("test").empty());
    }
    CHECK_THROWS_AS(Stemmer("qq"), std::invalid_argument);
}

TEST_CASE("dictionary words cover the whole run") {
    const Analyzer analyzer;
    for (const std::string_view run : {"拉致被害者", "北京会谈", "รัฐบาลแถลง", "ソニーのテレビ", "日", ""}) {
        CAPTURE(run);
        const auto lengths = analyzer.dictionary_word_lengths(run);
        CHECK(std::accumulate(lengths.begin(), lengths.end(), 0U) == run.size());
    }
    CHECK(analyzer.dictionary_word_lengths("รัฐบาลแถลง").size() > 1);
}

}  // namespace dateline
