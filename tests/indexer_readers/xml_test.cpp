// What all readers of XML have in common: each article is told of, whatever the input does to hide it.

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/registry.h"
#include "indexer/readers/xml_references.h"
#include "indexer/readers/xml_root.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::read_all;

namespace {

/// A document of one reader's with `inside` where running text stands, and `prolog` before its root.
struct Format {
    std::string_view reader;
    std::string_view before;  ///< from the root to the text
    std::string_view behind;

    std::string document(const std::string& inside, const std::string& prolog = "") const {
        return prolog + std::string(before) + inside + std::string(behind);
    }
};

constexpr std::array formats{
    Format{"feed", "<rss><channel><item><title>T</title><description>", "</description></item></channel></rss>"},
    Format{"nitf", "<nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content><p>",
           "</p></body.content></body></nitf>"},
    Format{"newsml",
           "<newsMessage><itemSet><newsItem guid='g'><contentMeta><headline>T</headline></contentMeta><contentSet>"
           "<inlineXML><html><body><p>",
           "</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"},
    Format{
        "newsml",
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><DataContent><p>",
        "</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"},
    Format{"rcv1", "<newsitem itemid='1'><headline>T</headline><text><p>", "</p></text></newsitem>"},
};

tests::Readings readings_of(const Format& format, const std::string& bytes) {
    return read_all(find_reader(format.reader)->reader(), bytes);
}

std::string text_of(const tests::Readings& readings) {
    return readings.articles.empty() ? "" : readings.articles.front().html_body + readings.articles.front().stated.body;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

/// ` a1='x' a2='x'`, as many as wanted.
std::string numbered_attributes(std::size_t count, const std::string& prefix = "") {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += " " + prefix + "a" + std::to_string(i) + "='x'";
    }
    return all;
}

/// `name` for an article, else the reason why there is none.
std::string outcome(const tests::Readings& readings) {
    return !readings.articles.empty() ? "article" : readings.skipped.empty() ? "nothing" : readings.skipped[0].reason;
}

}  // namespace

TEST_CASE("the outcome of hostile and damaged XML has a name") {
    struct Row {
        std::string_view what;
        std::function<std::string(const Format&)> bytes;
        std::string_view outcome;
    };
    std::string laughs = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'haha'>";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " '" + before + before + before + "'>";
    }
    const std::string other_file = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>";
    const std::string parameter = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY % p '<!ENTITY q \"x\">'>%p;]>";
    const std::array rows{
        Row{"sound", [](const Format& f) { return f.document("Text."); }, "article"},
        Row{"empty", [](const Format&) { return std::string(); }, "malformed"},
        Row{"binary", [](const Format&) { return std::string("\0\1\2\xFF\xFE\0\7", 7); }, "malformed"},
        Row{"not XML", [](const Format&) { return std::string("A text."); }, "malformed"},
        Row{"another root", [](const Format&) { return std::string("<books><book/></books>"); }, "no article"},
        Row{"truncated",
            [](const Format& f) {
                const std::string whole = f.document("Text and more text.");
                return whole.substr(0, whole.find("more"));
            },
            "malformed"},
        Row{"wrongly nested", [](const Format& f) { return f.document("<b>Text<i></b></i>"); }, "malformed"},
        Row{"laughs", [&](const Format& f) { return f.document("ha &a39; ha", laughs + "]>"); }, "article"},
        Row{"another file", [&](const Format& f) { return f.document("&f;", other_file); }, "article"},
        Row{"parameter entities", [&](const Format& f) { return f.document("&q;", parameter); }, "malformed"},
        Row{"a long document type",
            [](const Format& f) {
                return f.document("Text.", "<!DOCTYPE x [" + repeated("<!ENTITY a 'x'>", 100'000) + "]>");
            },
            "malformed"},
        Row{"too deep", [](const Format& f) { return f.document(repeated("<b>", 100'000)); }, "malformed"},
        Row{"a huge attribute",
            [](const Format& f) { return f.document("<b x='" + repeated("x", 11'000'000) + "'/>"); }, "malformed"},
        Row{"many attributes", [](const Format& f) { return f.document("<b" + numbered_attributes(100'000) + "/>"); },
            "malformed"},
        Row{"many namespaces",
            [](const Format& f) { return f.document("<b" + numbered_attributes(100'000, "xmlns:") + "/>"); },
            "malformed"},
        Row{"too many elements", [](const Format& f) { return f.document(repeated("<b/>", 600'000)); }, "too large"},
    };
    for (const Format& format : formats) {
        for (const Row& row : rows) {
            CAPTURE(format.reader);
            CAPTURE(row.what);
            const tests::Readings readings = readings_of(format, row.bytes(format));
            CHECK(outcome(readings) == row.outcome);
            CHECK(readings.articles.size() + readings.skipped.size() == 1);
            CHECK(text_of(readings).size() < 1000);
            CHECK(text_of(readings).find("root:") == std::string::npos);
        }
    }
}

TEST_CASE("what is wrong with one article leaves the others alone") {
    const std::string good = "<item><title>Good</title></item>";
    const std::string large =
        "<item><title>Large</title><description>" + repeated("<b/>", 600'000) + "</description></item>";
    const auto readings =
        read_all(find_reader("feed")->reader(), "<rss><channel>" + good + large + good + "</channel></rss>");
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.articles[1].stated.place == "item 3");
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped[0].place == "item 2");
    CHECK(readings.skipped[0].reason == "too large");
}

TEST_CASE("an article may be as long as the bound says, in one piece of text") {
    const std::string text = repeated("Text of many words. ", 600'000);  // 12 MB, more than libxml2 wants in one node
    const auto readings = readings_of(formats[0], formats[0].document(text));
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles[0].html_body.size() > 11'900'000);
}

TEST_CASE("any encoding") {
    struct Row {
        std::string_view declared;
        std::string_view bytes;
        std::string_view text;
        std::size_t warnings;
    };
    constexpr std::array rows{
        Row{"UTF-8", "caf\xC3\xA9 \xE2\x80\x93 1", "café – 1", 0},
        Row{"", "caf\xC3\xA9 \xE2\x80\x93 1", "café – 1", 0},
        Row{"ISO-8859-1", "caf\xE9 \x96 1", "café – 1", 0},              // means Windows-1252
        Row{"windows-1252", "caf\xE9 \x96 1", "café – 1", 0},            //
        Row{"iso-8859-1", "caf\xC3\xA9 \xE2\x80\x93 1", "café – 1", 0},  // says one thing, is another
        Row{"windows-1251", "\xCC\xE8\xF0", "Мир", 0},                   //
        Row{"koi8-r", "\xED\xC9\xD2", "Мир", 0},                         //
        Row{"utf-8", "caf\xE9 \x96 1", "café – 1", 1},                   // the other way round
        Row{"utf-8", "a\x1Az", "a z", 0},                                // no XML, and no reason to stop
        Row{"Shift_JIS", "\x93\xFA\x96\x7B", "日本", 0},                 //
        Row{"utf-8", "AT&amp;T&nbsp;&eacute;&#233;&bogus;", "AT&T\u00A0éé&bogus;", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.declared);
        const std::string declaration =
            row.declared.empty() ? "" : "<?xml version=\"1.0\" encoding=\"" + std::string(row.declared) + "\"?>\n";
        // Far from the declaration, across the border of what is read at once.
        const std::string padding(65'530, ' ');
        for (const std::string& before : {std::string(), padding}) {
            const auto readings =
                readings_of(formats[0], formats[0].document(before + std::string(row.bytes), declaration));
            REQUIRE(readings.articles.size() == 1);
            CHECK(text_of(readings).substr(before.size()) == row.text);
            CHECK(readings.articles[0].warnings.size() == row.warnings);
        }
    }
}

TEST_CASE("attributes: entities decoded, those a document type adds left out") {
    const auto readings = read_all(
        find_reader("nitf")->reader(),
        "<!DOCTYPE nitf [<!ATTLIST nitf baselang CDATA 'xx'>]><nitf><head><docdata><doc-id id-string='A&amp;B "
        "&lt;&eacute;&#38;amp;'/></docdata></head><body><body.content><p>Text.</p></body.content></body></nitf>");
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles[0].stated.id == "A&B <é&amp;");
    CHECK(readings.articles[0].stated.language.empty());
}

TEST_CASE("references that XML does not have are mended, wherever the text is cut") {
    struct Row {
        std::string_view text;
        std::string_view mended;
    };
    constexpr std::array rows{
        Row{"AT&T & Co", "AT&amp;T &amp; Co"},
        Row{"<a href='?a=1&b=2'>&", "<a href='?a=1&amp;b=2'>&amp;"},
        Row{"&amp;&eacute;&#233;&#xE9;&a-b.c;", "&amp;&eacute;&#233;&#xE9;&a-b.c;"},
        Row{"&#11;&#x0;&#xFFFF;&#99999999999;&#x;&;&1;", "   &amp;#99999999999;&amp;#x;&amp;;&amp;1;"},
        Row{"<![CDATA[A&B]]>&<![CDATA[ ]] > & ]]>&", "<![CDATA[A&B]]>&amp;<![CDATA[ ]] > & ]]>&amp;"},
        Row{"<![CDATA[ never closed & ]", "<![CDATA[ never closed & ]"},
        Row{"<!", "<!"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        for (std::size_t cut = 0; cut <= row.text.size(); ++cut) {
            XmlReferences references;
            std::string mended = references.mend(row.text.substr(0, cut), false);
            mended += references.mend(row.text.substr(cut), false);
            mended += references.mend({}, true);
            CHECK(mended == row.mended);
        }
    }
    const auto readings = readings_of(formats[0], formats[0].document("AT&T, see ?a=1&b=2"));
    CHECK(text_of(readings) == "AT&T, see ?a=1&b=2");
}

TEST_CASE("the root of a document") {
    struct Row {
        std::string_view text;
        std::string_view root;
    };
    constexpr std::array rows{
        Row{"<nitf>", "nitf"},
        Row{"<?xml version='1.0'?>\n<!-- a <comment> -->\n<nitf version='x'>", "nitf"},
        Row{"<!DOCTYPE nitf SYSTEM \"a.dtd\">\n<nitf/>", "nitf"},
        Row{"<!DOCTYPE nitf [ <!ENTITY a \"<rss>\"> ]><nitf\n>", "nitf"},
        Row{"<rdf:RDF xmlns='x'>", "RDF"},
        Row{"<newsItem><html>", "newsItem"},
        Row{"<!-- never ends", ""},
        Row{"<nit", ""},
        Row{"text <nitf>", ""},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(xml_root(row.text) == row.root);
    }
    CHECK(reader_of_xml_root("newsItem") == "newsml");
    CHECK(reader_of_xml_root("newsitem") == "rcv1");
    CHECK(reader_of_xml_root("html").empty());
}

}  // namespace dateline
