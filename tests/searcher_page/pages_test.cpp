#include "searcher/page/pages.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/index/mention.h"
#include "indexer/writer/index_writer.h"
#include "searcher/naming/aliases.h"
#include "tests/support/temp_dir.h"

using namespace dateline;
using namespace dateline::page;

namespace {

Article article(const std::string& id, const std::string& title, const std::string& body, const char* date) {
    Article made{.id = id, .path = "news.jsonl", .place = "line 1", .title = title, .body = body, .language = "en"};
    made.published = Published{*from_iso(date), "field:published"};
    return made;
}

/// Whatever a page may be made to run, in every place that an article has.
const std::vector<std::string> attacks{
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</title></textarea></style><script>alert(1)</script>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--><script>alert(1)</script>-->",
    "]]><script>alert(1)</script>",
    "\xC0\xBCscript>alert(1)",
    "<a href=\"javascript:alert(1)\">x</a>",
};

std::vector<Article> attacking_articles() {
    std::vector<Article> articles;
    for (const std::string& attack : attacks) {
        Article made = article("attack " + attack, attack + " attack", "attack " + attack, "2012-08-29");
        made.lead = attack;
        made.captions = {{attack, attack}};
        made.authors = {attack};
        made.agencies = {attack};
        made.source = attack;
        made.section = attack;
        made.language = "en";
        made.url = attack;
        made.path = made.member = made.place = made.published->from = attack;
        articles.push_back(made);
    }
    return articles;
}

class Indexed {
public:
    /// `mentions` are those of each article; of none where there are no more.
    explicit Indexed(const std::vector<Article>& articles, std::vector<std::vector<Mention>> mentions = {}) {
        mentions.resize(articles.size());
        IndexWriter writer(folder_.path() / "index", {.jobs = 1});
        BatchBuilder builder = writer.make_builder();
        std::vector<HashedArticle> batch;
        for (std::size_t i = 0; i < articles.size(); ++i)
            batch.push_back({articles[i], content_hash(articles[i]), std::move(mentions[i])});
        writer.add(0, batch, builder);
        writer.finish();
        searcher_ = std::make_unique<Searcher>(Index::open(folder_.path() / "index"));
    }
    Searcher& searcher() { return *searcher_; }

private:
    tests::TempDir folder_;
    std::unique_ptr<Searcher> searcher_;
};

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t times = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
    return times;
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

/// A tag with what stands between double quotes taken out.
std::string without_values(std::string_view tag) {
    std::string names;
    bool is_name = true;
    for (const char byte : tag) {
        if (byte == '"') is_name = !is_name;
        else if (is_name) names += byte;
    }
    return names;
}

/// Nothing of an attack has become an element, an attribute or an address.
void check_harmless(const std::string& html) {
    CHECK(count(html, "<script") == 1);  // the page's own
    for (const char* element : {"<img", "<iframe", "<svg/", "<!--", "<a href=\"javascript", "href=\"javascript"})
        CHECK(count(html, element) == 0);
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::string tag = without_values(html.substr(at, html.find('>', at) - at));
        CHECK(count(tag, " on") == 0);
    }
}

}  // namespace

TEST_CASE("what a facet links to finds as many as it counts, though another value has the same words") {
    Article asia = article("a", "The dam of Asia", "A dam held. The river rose.", "2012-08-29");
    asia.section = "Asia";
    Article pacific = article("b", "The dam of the isles", "Another dam broke. The town fled.", "2013-08-29");
    pacific.section = "Asia-Pacific";
    Indexed index({asia, pacific});
    CHECK(has(results_page(index.searcher(), {"dam"}).html, "href=\"/?q=dam+section%3A%3DAsia\""));
    CHECK(has(results_page(index.searcher(), {"dam section:=Asia"}).html, "1 article"));
    CHECK(has(results_page(index.searcher(), {"dam section:Asia"}).html, "2 articles"));
}

TEST_CASE("answers have totals, marks, facets and a timeline") {
    Article asia = article("a", "The dam of Asia", "A dam held. The river rose.", "2012-08-29");
    asia.section = "Asia";
    Article europe = article("b", "The dam of Europe", "Another dam broke. The town fled.", "2013-08-29");
    europe.section = "Europe";
    Indexed index({asia, europe});
    const Page page = results_page(index.searcher(), {"dam"});
    CHECK(page.status == 200);
    CHECK(has(page.html, "2 articles"));
    CHECK(has(page.html, "<mark class=\"word\">dam</mark>"));
    CHECK(has(page.html, "href=\"/?q=dam+section%3A%3DAsia\""));
    CHECK(has(page.html, "href=\"/?q=dam+date%3A2013\""));
    CHECK(has(page.html, "<svg class=\"bars\""));
    CHECK(has(page.html, "href=\"/article?q=dam&amp;id=a\""));
    CHECK(has(page.html, "<title>dam – Dateline</title>"));
}

TEST_CASE("countries are counted by the places that tell them") {
    Indexed index({article("a", "Talks", "Tokyo talks began.", "2012-08-29"),
                   article("b", "Talks", "Seoul talks ended.", "2012-08-30")},
                  {{{MentionKind::location, TextField::body, "Tokyo", 0, 5}},
                   {{MentionKind::location, TextField::body, "Seoul", 0, 5}}});
    const Page page = results_page(index.searcher(), {"talks"});
    CHECK(has(page.html, "<h3>Countries</h3>"));
    CHECK(has(page.html, "href=\"/?q=talks+country%3A%3DJapan\""));
    const auto aliases =
        std::make_shared<const Aliases>(Aliases::parse("[place.names]\nTokyo = [\"Seoul\"]\n", "a.toml"));
    const Page merged = results_page(index.searcher(), {"talks place:Tokyo"}, {.aliases = aliases});
    CHECK(has(merged.html, "2 articles"));
}

TEST_CASE("without a query the page shows what there is") {
    Indexed index({article("a", "The dam", "It held.", "2012-08-29")});
    const Page page = results_page(index.searcher(), {});
    CHECK(page.status == 200);
    CHECK(has(page.html, "1 article to search"));
    CHECK(has(page.html, "href=\"/article?id=a\""));
    CHECK(has(page.html, "autofocus"));
}

TEST_CASE("a mistake in the query is told at its column") {
    Indexed index({article("a", "The dam", "It held.", "2012-08-29")});
    const Page page = results_page(index.searcher(), {"dam titel:x"});
    CHECK(page.status == 400);
    CHECK(has(page.html, "data-column=\"5\""));
    CHECK(has(page.html, "there is no field `titel`"));
    CHECK(has(page.html, "aria-invalid=\"true\""));
    CHECK(has(page.html, "value=\"dam titel:x\""));
}

TEST_CASE("settings that are none are told") {
    Indexed index({article("a", "The dam", "It held.", "2012-08-29")});
    const Page page = results_page(index.searcher(), {"dam", {{"sort", "<b>"}}});
    CHECK(page.status == 400);
    CHECK(has(page.html, "sort=&lt;b&gt;"));
}

TEST_CASE("an article is read with its marks, and where it is from") {
    Article dam = article("a", "The dam", "It held.\n\nThe dam rose.", "2012-08-29T14:30+02:00");
    dam.url = "https://example.org/dam";
    Indexed index({dam});
    const Page page = article_page(index.searcher(), {"dam"}, "a");
    CHECK(page.status == 200);
    CHECK(has(page.html, "<p dir=\"auto\">The <mark class=\"word\" id=\"hit-2\">dam</mark> rose.</p>"));
    CHECK(has(page.html, "2 hits"));
    CHECK(has(page.html, "29 August 2012, 14:30 (UTC+02:00)"));
    CHECK(has(page.html, "field:published"));
    CHECK(has(page.html, "href=\"https://example.org/dam\""));
    CHECK(article_page(index.searcher(), {}, "b").status == 404);
}

TEST_CASE("near copies fold under the first") {
    const std::string story =
        "The dam above the town held through the night while the river rose, and the mayor said that nobody had been "
        "hurt and that the schools would open again on Monday.";
    Indexed index({article("a", "Dam holds", story, "2012-08-29"),
                   article("b", "Dam holds, mayor says", story + " He thanked everybody.", "2012-08-29"),
                   article("c", "Another dam", "Quite another dam was built in the hills by beavers.", "2012-08-30")});
    const Page page = results_page(index.searcher(), {"dam"});
    CHECK(has(page.html, "3 articles"));
    CHECK(has(page.html, "<summary>1 near copy</summary>"));
}

TEST_CASE("the years in an address become a restriction that is shown") {
    CHECK(address_with_period({"dam date:2001"}, "2002", "2006") == "/?q=dam+date%3A2002..2006");
    CHECK(address_with_period({"dam"}, "2002", "2002") == "/?q=dam+date%3A2002");
    CHECK(address_with_period({"dam"}, "", "2006") == "/?q=dam+date%3A..2006");
    CHECK(address_with_period({"dam date:2001"}, "", "") == "/?q=dam");
}

TEST_CASE("articles and queries that try to run something are text") {
    Indexed index(attacking_articles());
    check_harmless(results_page(index.searcher(), {}).html);
    check_harmless(results_page(index.searcher(), {"attack", {{"limit", "50"}}}).html);
    for (const std::string& attack : attacks) {
        CAPTURE(attack);
        check_harmless(results_page(index.searcher(), {attack}).html);
        check_harmless(results_page(index.searcher(), {"x", {{"sort", attack}, {"zone", attack}}}).html);
        const Page page = article_page(index.searcher(), {"attack"}, "attack " + attack);
        CHECK(page.status == 200);
        check_harmless(page.html);
        check_harmless(error_page(404, attack).html);
    }
}
