#include "searcher/page/query_help.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "common/index/fields.h"

namespace dateline::page {
namespace {

struct Spelling {
    std::string_view example;
    std::string_view inserted;  ///< `|` is where the cursor goes, around what is selected
    std::string_view meaning;
};

constexpr std::array spellings{
    Spelling{"peace talks", "", "both words, in any form, anywhere"},
    Spelling{"\"peace talks\"", "\"|\"", "this exact phrase"},
    Spelling{"summit OR talks", " OR |", "either of them"},
    Spelling{"summit -draft", " -|", "the first without the second"},
    Spelling{"kim W/5 summit", " W/5 |", "at most five words apart"},
    Spelling{"abduct*", "|*", "words that begin so"},
    Spelling{"=US", "=|", "as written, letter by letter"},
    Spelling{"(oil OR gas) price", "(|)", "what belongs together"},
    Spelling{"date:2012-08", "date:|", "published in that year, month or day"},
    Spelling{"date:2002..2012", "date:|..", "published in that period"},
};

void write_spelling(HtmlWriter& html, std::string_view example, std::string_view inserted, std::string_view meaning) {
    html.element("dt", {{"data-insert", inserted, !inserted.empty()}}, example);
    html.element("dd", meaning);
}

struct Key {
    std::string_view key;
    std::string_view meaning;
};

constexpr std::array keys{
    Key{"/", "to the search box"},       Key{"j or \u2193", "next result"},
    Key{"k or \u2191", "result before"}, Key{"Enter", "read it"},
    Key{"n", "next hit in the article"}, Key{"p", "hit before"},
    Key{"u", "back to the results"},     Key{"?", "this help"},
    Key{"Esc", "close what is open"},
};

}  // namespace

void write_query_help(HtmlWriter& html) {
    const auto details = html.in("details", {{"class", "help"}});
    html.element("summary", "What can be asked");
    {
        const auto list = html.in("dl");
        for (const Spelling& row : spellings) write_spelling(html, row.example, row.inserted, row.meaning);
        for (const Field& field : fields()) {
            if (field.kind == FieldKind::date) continue;
            write_spelling(html, fmt::format("{}:", field.name), fmt::format("{}:|", field.name), field.help);
        }
    }
    const auto line = html.in("p");
    html.text("Outside the box ");
    html.element("kbd", "?");
    html.text(" tells what the keys do.");
}

void write_keyboard_help(HtmlWriter& html) {
    const auto dialog = html.in("dialog", {{"id", "keys"}, {"aria-labelledby", "keys-title"}});
    html.element("h2", {{"id", "keys-title"}}, "Keys");
    {
        const auto list = html.in("dl");
        for (const Key& row : keys) {
            {
                const auto term = html.in("dt");
                html.element("kbd", row.key);
            }
            html.element("dd", row.meaning);
        }
    }
    {
        const auto label = html.in("label");
        html.empty("input", {{"type", "checkbox"}, {"id", "keys-on"}, {"checked", ""}});
        html.text(" Keys without Ctrl or Alt do this");
    }
    const auto form = html.in("form", {{"method", "dialog"}});
    html.element("button", "Close");
}

}  // namespace dateline::page
