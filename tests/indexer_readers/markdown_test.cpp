#include "indexer/readers/markdown.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

using Lines = std::vector<std::string>;

RawArticle read(const std::string& bytes, const std::string& path = "a.md", const ReaderOptions& options = {}) {
    auto readings = tests::read_all(MarkdownReader(), bytes, options, path);
    REQUIRE(readings.articles.size() == 1);
    return readings.articles.front();
}

std::string dates(const RawArticle& raw) {
    std::string joined;
    for (const auto& [from, text] : raw.date_texts) joined += from + "=" + text + ";";
    return joined;
}

}  // namespace

TEST_CASE("front matter in YAML, TOML, JSON and bare lines says the same") {
    struct Row {
        std::string front;
        std::string dates;
    };
    const std::vector<Row> rows{
        {"---\ntitle: A bridge\nauthors:\n  - Ann Lee\n  - name: Bo Ek\ndate: 2012-08-29T10:00:00+02:00\nlang: en\n"
         "categories: [Town, Traffic]\nurl: https://example.org/1\ndescription: Short.\nimage:\n  caption: At "
         "dawn\n---\n",
         "front matter:date=2012-08-29T10:00:00+02:00;"},
        {"+++\ntitle = \"A bridge\"\nauthors = [\"Ann Lee\", \"Bo Ek\"]\ndate = 2012-08-29T10:00:00+02:00\nlang = "
         "\"en\"\n"
         "categories = [\"Town\", \"Traffic\"]\nurl = \"https://example.org/1\"\ndescription = \"Short.\"\n"
         "[image]\ncaption = \"At dawn\"\n+++\n",
         "front matter:date=2012-08-29T10:00:00+02:00;"},
        {"{\"title\": \"A bridge\", \"authors\": [\"Ann Lee\", {\"name\": \"Bo Ek\"}], \"date\": "
         "\"2012-08-29\",\n\"lang\": "
         "\"en\", \"categories\": [\"Town\"], \"url\": \"https://example.org/1\", \"description\": \"Short.\", "
         "\"image\": "
         "{\"caption\": \"At dawn\"}}\n",
         "front matter:date=2012-08-29;"},
        {"Title: A bridge\nAuthors: Ann Lee\nAuthors: Bo Ek\nDate: 29 August 2012\nLang: en\nCategory: Town\n"
         "URL: https://example.org/1\nDescription: Short.\nCaption: At dawn\n\n",
         "front matter:Date=29 August 2012;"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.front);
        const RawArticle raw = read(row.front + "Text *here*.\n");
        CHECK(raw.stated.title == "A bridge");
        CHECK(raw.stated.authors == Lines{"Ann Lee", "Bo Ek"});
        CHECK(raw.stated.language == "en");
        CHECK(raw.stated.section == "Town");
        CHECK(raw.stated.url == "https://example.org/1");
        CHECK(raw.stated.lead == "Short.");
        REQUIRE(raw.stated.captions.size() == 1);
        CHECK(raw.stated.captions[0].text == "At dawn");
        CHECK(dates(raw) == row.dates);
        CHECK(raw.html_body == "<p>Text here.</p>");
        CHECK(raw.warnings.empty());
    }
}

TEST_CASE("habits of Hugo, Jekyll and Obsidian") {
    CHECK(dates(read("---\ntitle: A\n---\nText.\n", "posts/2012-08-29-a-bridge.md")) == "file name=2012-08-29;");
    CHECK(dates(read("---\ndate: 2012-08-30\n---\nText.\n", "2012-08-29-a.md")) ==
          "front matter:date=2012-08-30;file name=2012-08-29;");
    const RawArticle clipped = read(
        "---\nsource: https://example.org/1\nauthor:\n  - \"[[Ann Lee]]\"\npublished: 2012-08-29\ncreated: "
        "2020-01-01\n---\nText.\n");
    CHECK(clipped.stated.url == "https://example.org/1");
    CHECK(clipped.stated.source.empty());
    CHECK(clipped.stated.authors == Lines{"Ann Lee"});
    CHECK(dates(clipped) == "front matter:published=2012-08-29;");
    CHECK(read("---\npermalink: /2012/bridge/\ntitle: A\n---\nText.\n").stated.url.empty());
    CHECK(read("---\ntitle: A\n---\n{{< figure src=\"b.jpg\" caption=\"The bridge at dawn\" >}}\n\nText %%not this%%.\n"
               "{% include ad.html %}\n")
              .html_body == "<figure><figcaption>The bridge at dawn</figcaption></figure>\n<p>Text .</p>");
}

TEST_CASE("Markdown becomes paragraphs, headings, lists, quotes and captions") {
    struct Row {
        std::string markdown;
        std::string html;
    };
    const std::vector<Row> rows{
        {"One *two*\nthree.\n\nFour & <b>five</b>.\n", "<p>One two\nthree.</p><p>Four &amp; <b>five</b>.</p>"},
        {"## Sub\n\n- a\n- b\n", "<h2>Sub</h2><ul><li>a</li><li>b</li></ul>"},
        {"> Said\n\nText [with a link](https://example.org).\n",
         "<blockquote><p>Said</p></blockquote><p>Text with a link.</p>"},
        {"![A crane lifts the last part](b.jpg)\n\nText.\n",
         "<p></p><figure><figcaption>A crane lifts the last part</figcaption></figure><p>Text.</p>"},
        {"![photo](b.jpg \"The last part in place\") Text.\n",
         "<p> Text.</p><figure><figcaption>The last part in place</figcaption></figure>"},
        {"![photo](b.jpg) ![[c.jpg|300]] Text &copy; [[Page|name]].\n", "<p>  Text &copy; name.</p>"},
        {"    indented text\n", "<p>indented text</p>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markdown);
        CHECK(read("---\ntitle: A\ndate: 2012\n---\n" + row.markdown).html_body == row.html);
    }
}

TEST_CASE("the first heading is the title where nothing else states one") {
    const RawArticle alone = read("# A *bridge* opens\n\nBy Ann Lee\n29 August 2012\n\nText.\n");
    CHECK(alone.html_title == "A bridge opens");
    CHECK(alone.html_body == "<p>By Ann Lee\n29 August 2012</p><p>Text.</p>");
    CHECK(alone.copied_text.has_value());
    const RawArticle twice = read("---\ntitle: A bridge\n---\n# A bridge\n\nText.\n");
    CHECK(twice.html_body == "<p>Text.</p>");
    const RawArticle other = read("---\ntitle: A bridge\n---\n# Part one\n\nText.\n");
    CHECK(other.html_body == "<h1>Part one</h1><p>Text.</p>");
}

TEST_CASE("broken front matter is read line by line, and told of") {
    const RawArticle yaml =
        read("---\ntitle: Bridge: the last part\ndate: 2012-08-29\nauthors:\n  - Ann Lee\n---\nText.\n");
    CHECK(yaml.stated.title == "Bridge: the last part");
    CHECK(yaml.stated.authors == Lines{"Ann Lee"});
    CHECK(dates(yaml) == "front matter:date=2012-08-29;");
    REQUIRE(yaml.warnings.size() == 1);
    CHECK(yaml.warnings[0].find("line 2") != std::string::npos);
    const RawArticle toml = read("+++\ntitle = A bridge\ndate = 2012-08-29\n+++\nText.\n");
    CHECK(toml.stated.title == "A bridge");
    CHECK(toml.warnings.size() == 1);
    // Without an end it is no front matter.
    CHECK(read("---\ntitle: A\n\nText.\n").stated.title.empty());
}

TEST_CASE("plain text with front matter stays plain") {
    const RawArticle raw = read("---\ntitle: A\n---\n# One *two*\n\nThree.\n", "a.txt");
    CHECK(raw.stated.body == "# One *two*\n\nThree.\n");
    CHECK(raw.html_body.empty());
}

TEST_CASE("markup made to keep a parser busy ends soon, and long text stays as it is") {
    for (const std::string sign : {"[", "*a_", "`", "> ", "- ", "![[", "{%", "<a ", "&a", "[a](", "**a*", "|a"}) {
        std::string text;
        while (text.size() < 60'000) text += sign;
        CHECK(tests::read_all(MarkdownReader(), text).articles.size() == 1);
    }
    std::string deep = "---\na: ";
    for (int i = 0; i < 30'000; ++i) deep += "[";
    CHECK(read(deep + "\n---\nText.\n").warnings.size() == 1);
    deep = "+++\na = ";
    for (int i = 0; i < 30'000; ++i) deep += "[";
    CHECK(read(deep + "\n+++\nText.\n").warnings.size() == 1);
    const RawArticle whole = read(std::string(2'000'000, 'x'));
    CHECK(whole.stated.body.size() == 2'000'000);
    CHECK(whole.warnings.size() == 1);
}

}  // namespace dateline
