#include "common/index/fields.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "common/index/article_text.h"
#include "common/index/terms.h"

namespace dateline {

TEST_CASE("every name and alias of a field names it alone") {
    std::map<std::string_view, std::string_view> owner;
    for (const Field& field : fields()) {
        std::vector<std::string_view> names = field.aliases;
        names.push_back(field.name);
        for (const std::string_view name : names) {
            CAPTURE(name);
            CHECK(owner.emplace(name, field.name).second);
            REQUIRE(find_field(name) != nullptr);
            CHECK(find_field(name)->name == field.name);
        }
    }
    CHECK(find_field("no such field") == nullptr);
    CHECK(find_field("") == nullptr);
}

TEST_CASE("no prefix begins another, and none can be taken for a pair") {
    std::vector<std::string> prefixes{"XB"};
    for (const Field& field : fields()) {
        if (!field.prefix.empty()) prefixes.emplace_back(field.prefix);
    }
    for (std::size_t i = 0; i < prefixes.size(); ++i) {
        CAPTURE(prefixes[i]);
        CHECK(std::all_of(prefixes[i].begin(), prefixes[i].end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
        for (std::size_t j = 0; j < prefixes.size(); ++j) CHECK((i == j || !prefixes[i].starts_with(prefixes[j])));
    }
}

// Prefixes and columns live on disk: a change here is a new index format.
TEST_CASE("prefixes and columns are those of format 1") {
    struct Row {
        std::string_view name;
        std::string_view prefix;
        int column;
    };
    for (const Row& row : {Row{"author", "A", 0}, Row{"source", "XSRC", 1}, Row{"section", "XSEC", 2},
                           Row{"language", "L", 3}, Row{"agency", "XAGY", 4}, Row{"person", "", 5}, Row{"org", "", 6},
                           Row{"place", "", 7}, Row{"misc", "", 8}, Row{"entity", "", -1}, Row{"mentions", "", 9},
                           Row{"id", "Q", -1}, Row{"title", "", -1}, Row{"date", "", -1}}) {
        CAPTURE(row.name);
        const Field* field = find_field(row.name);
        REQUIRE(field != nullptr);
        CHECK(field->prefix == row.prefix);
        CHECK(field->column == row.column);
    }
}

TEST_CASE("keyword columns are numbered from 0 without a gap") {
    int next = 0;
    for (const Field* field : keyword_columns()) {
        CAPTURE(field->name);
        CHECK(field->column == next++);
        CHECK((field->kind == FieldKind::keyword || field->kind == FieldKind::mentioned));
        CHECK(field->prefix.empty() == field->placed);
        CHECK((field->values == nullptr) == field->placed);
        CHECK((field->assign == nullptr) == field->placed);
    }
    for (const Field& field : fields()) {
        CAPTURE(field.name);
        const bool has_values = field.kind == FieldKind::keyword || field.kind == FieldKind::mentioned;
        CHECK(has_values == (field.column >= 0 || !field.parts.empty()));
    }
}

TEST_CASE("keyword fields put back what they take") {
    const Article article{
        .authors = {"Ann", "Bo"}, .agencies = {"AFP"}, .source = "Courier", .section = "World", .language = "en"};
    Article copy;
    for (const Field* field : keyword_columns()) {
        if (field->placed) continue;
        CAPTURE(field->name);
        const auto values = field->values(article);
        CHECK((values.size() <= 1 || !field->one_valued));
        field->assign(copy, values);
        CHECK(field->values(Article{}).empty());
    }
    CHECK(copy == article);
    for (const Field* field : keyword_columns()) {
        if (!field->placed) field->assign(copy, {});
    }
    CHECK(copy == Article{});
}

TEST_CASE("each text field has a row, and every row tells what it is") {
    std::set<TextField> seen;
    for (const Field& field : fields()) {
        CAPTURE(field.name);
        CHECK_FALSE(field.help.empty());
        if (field.kind == FieldKind::text && field.more_texts == 0) CHECK(seen.insert(field.text_field).second);
    }
    CHECK(seen.size() == text_field_count);
}

TEST_CASE("terms are bounded, and different things have different terms") {
    const std::string long_word(1000, 'a');
    CHECK(terms::word(long_word).size() == terms::max_term_bytes);
    CHECK(terms::word(long_word) != terms::word(long_word + "a"));
    CHECK(terms::id(long_word).size() == terms::max_term_bytes);
    CHECK(terms::word("us") == "us");
    CHECK(terms::pair("拉", "致") == "XB拉致");
    CHECK(terms::id("7") == "Q7");
    CHECK(terms::keyword("XSRC", "bote") == "XSRCbote");
    CHECK(terms::id(std::string("a\0b", 3)).find('\0') == std::string::npos);
}

TEST_CASE("an article's texts: lead, body and captions") {
    struct Row {
        std::string_view lead;
        std::string_view body;
        std::string_view text_lead;
        std::string_view text_body;
        bool lead_is_in_body;
    };
    for (const Row& row : {Row{"Lead", "One\n\nTwo", "Lead", "One\n\nTwo", false},
                           Row{"", "One\n\nTwo\n\nThree", "One", "Two\n\nThree", true}, Row{"", "One", "One", "", true},
                           Row{"", "", "", "", true}, Row{"Lead", "", "Lead", "", false}}) {
        const Article article{.lead = std::string(row.lead), .body = std::string(row.body)};
        const ArticleTexts texts = texts_of(article);
        CAPTURE(row.body);
        CHECK(texts[TextField::lead] == row.text_lead);
        CHECK(texts[TextField::body] == row.text_body);
        CHECK(texts.lead_is_in_body == row.lead_is_in_body);
        CHECK(article.body.substr(texts.body_offset) == row.text_body);
    }
    const Article pictures{.captions = {{"One", "Credit"}, {"", "Alone"}, {"Two", ""}}};
    CHECK(texts_of(pictures)[TextField::caption] == "One\n\nCredit\n\nAlone\n\nTwo");
}

}  // namespace dateline
