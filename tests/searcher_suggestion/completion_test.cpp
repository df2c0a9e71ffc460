#include "searcher/suggestion/completion.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

struct Held {
    std::string title;
    std::set<std::string> words;
};

std::vector<Held> held_by(const Index& index) {
    const Analyzer analyzer = index.analyzer();
    std::vector<Held> held;
    for (const Article& article : tests::all_articles(index)) {
        Held one{article.title, {}};
        for (const Token& token : tests::all_tokens(article, analyzer)) one.words.insert(token.folded);
        held.push_back(std::move(one));
    }
    return held;
}

std::uint64_t articles_with(const std::vector<Held>& held, const std::vector<Token>& words) {
    return static_cast<std::uint64_t>(std::count_if(held.begin(), held.end(), [&](const Held& one) {
        return std::all_of(words.begin(), words.end(),
                           [&](const Token& word) { return one.words.contains(word.folded); });
    }));
}

std::uint64_t articles_called(const std::vector<Held>& held, const std::string& title) {
    return static_cast<std::uint64_t>(
        std::count_if(held.begin(), held.end(), [&](const Held& one) { return one.title == title; }));
}

std::vector<std::string> texts(const std::vector<Completion>& completions, std::string_view kind) {
    std::vector<std::string> found;
    for (const Completion& completion : completions) {
        if (completion.kind == kind) found.push_back(completion.text);
    }
    return found;
}

bool has(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

TEST_CASE("every number is that of the articles that really have the words or the title") {
    const tests::TempDir folder;
    for (const std::size_t commit_every : {0U, 11U}) {
        const Index index = tests::index_corpus(folder.path() / std::to_string(commit_every), commit_every);
        const Analyzer analyzer = index.analyzer();
        const std::vector<Held> held = held_by(index);
        Completer completer(index);
        std::size_t words = 0;
        std::size_t titles = 0;
        for (const std::string typed : {"a", "th", "north", "north ko", "the kim s", "abduct", "citizens ab", "王",
                                        "Châ", "der m", "в", "2", "says the p"}) {
            for (const Completion& completion : completer.complete(typed, 10)) {
                CAPTURE(typed);
                CAPTURE(completion.text);
                if (completion.kind == "title") {
                    ++titles;
                    CHECK(completion.articles == articles_called(held, completion.text));
                } else {
                    ++words;
                    CHECK(completion.articles == articles_with(held, analyzer.tokens(completion.text)));
                    CHECK(completion.articles > 0);
                }
            }
        }
        CHECK(words > 50);
        CHECK(titles > 10);
    }
}

TEST_CASE("words come by the number of their articles, whatever case and accents were typed") {
    const tests::TempDir folder;
    const Index index = tests::index_corpus(folder.path() / "index", 0);
    Completer completer(index);
    const std::vector<Completion> completions = completer.complete("NÓRTH KO", 5);
    const std::vector<std::string> words = texts(completions, "word");
    REQUIRE(!words.empty());
    CHECK(words.front() == "NÓRTH Korea");
    const std::vector<std::string> titles = texts(completions, "title");
    CHECK(has(titles, "North Korea stops inquiry into abductions"));
    CHECK(titles.front().starts_with("North Ko"));
    for (std::size_t i = 1; i < words.size(); ++i) CHECK(completions[i - 1].articles >= completions[i].articles);
}

TEST_CASE("a run of a script without blanks is completed to the end of a word") {
    const tests::TempDir folder;
    const Index index = tests::index_corpus(folder.path() / "index", 0);
    Completer completer(index);
    const std::vector<Completion> completions = completer.complete("北朝", 5);
    REQUIRE(!completions.empty());
    CHECK(has(texts(completions, "word"), "北朝鮮"));
    for (const Completion& completion : completions) {
        CAPTURE(completion.text);
        CHECK(completion.articles > 0);
        if (completion.kind == "word") CHECK(completion.text.starts_with("北朝"));
    }
}

TEST_CASE("nothing is offered for what is no word, or is in no article") {
    const tests::TempDir folder;
    const Index index = tests::index_corpus(folder.path() / "index", 0);
    Completer completer(index);
    for (const std::string typed : {"", "  ", "-&-", "qqqqxx", "qqqqxx ko", "北 qqxx"}) {
        CAPTURE(typed);
        CHECK(completer.complete(typed, 5).empty());
    }
    CHECK(completer.complete("north", 0).empty());
}

}  // namespace dateline
