#include "indexer/writer/index_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/index.h"
#include "tests/indexer_writer/writing.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using tests::add_all;
using tests::held_by;
using tests::Model;
using tests::problems_of;
using tests::Run;
using tests::TempDir;

using IdsAndBodies = std::vector<std::pair<std::string, std::string>>;
using Fates = std::vector<Fate>;

void check_holds(const std::filesystem::path& index, const Model& expected) {
    CHECK(held_by(index) == expected);
    CHECK(Index::open(index).articles() == expected.size());
    CHECK(problems_of(index).empty());
}

IdsAndBodies numbered(int begin, int end, const std::string& body) {
    IdsAndBodies batch;
    for (int i = begin; i < end; ++i) batch.emplace_back(std::to_string(i), body + " number " + std::to_string(i));
    return batch;
}

Model model_of(const IdsAndBodies& batch) { return {batch.begin(), batch.end()}; }

std::uint64_t deleted_in(const std::filesystem::path& index) {
    std::uint64_t deleted = 0;
    for (const SegmentEntry& entry : read_manifest(index).segments) deleted += entry.deleted;
    return deleted;
}

std::size_t segments_of(const std::filesystem::path& index) { return read_manifest(index).segments.size(); }

/// Names of the folders and files right below.
std::vector<std::string> entries_of(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("a new index is empty and sound") {
    const TempDir folder;
    const auto index = folder.path() / "deep" / "index";
    { const IndexWriter writer(index, {}); }
    check_holds(index, {});
    CHECK_FALSE(std::filesystem::exists(index / "tmp"));
}

TEST_CASE("articles are added, replaced where they have changed, and left alone where not") {
    const TempDir folder;
    CHECK(add_all(folder.path(), {{"a", "one"}, {"b", "two"}}) == Fates{Fate::added, Fate::added});
    CHECK(add_all(folder.path(), {{"a", "one"}, {"b", "two"}}) == Fates{Fate::unchanged, Fate::unchanged});
    const std::uint64_t revision = read_manifest(folder.path()).revision;
    add_all(folder.path(), {{"a", "one"}});
    CHECK(read_manifest(folder.path()).revision == revision);
    CHECK(add_all(folder.path(), {{"c", "three"}, {"a", "new"}}) == Fates{Fate::added, Fate::replaced});
    check_holds(folder.path(), {{"a", "new"}, {"b", "two"}, {"c", "three"}});
}

TEST_CASE("the whole article comes back") {
    const TempDir folder;
    add_all(folder.path(), {{"a", "One.\n\nTwo."}});
    CHECK(Index::open(folder.path()).find("a") == tests::make_article("a", "One.\n\nTwo."));
    CHECK_FALSE(Index::open(folder.path()).find("b"));
}

TEST_CASE("of several states of an article in one run the last of the input stays") {
    struct Row {
        std::vector<IdsAndBodies> batches;
        std::string body;
    };
    const std::vector<Row> rows{
        {{{{"x", "1"}, {"x", "2"}}}, "2"},
        {{{{"x", "1"}}, {{"x", "2"}}}, "2"},
        {{{{"x", "1"}}, {{"x", "2"}}, {{"x", "1"}}}, "1"},
        {{{{"x", "1"}, {"x", "2"}, {"x", "1"}}}, "1"},
        {{{{"x", "1"}}, {{"x", "1"}}}, "1"},
        {{{{"x", "old"}}, {{"x", "2"}}}, "2"},
        {{{{"x", "2"}}, {{"x", "old"}}}, "old"},
    };
    for (const std::size_t commit_every : {0U, 1U}) {
        for (const bool published : {false, true}) {
            for (const Row& row : rows) {
                const TempDir folder;
                Model expected{{"x", row.body}};
                if (published) add_all(folder.path(), {{"x", "old"}, {"y", "other"}});
                if (published) expected["y"] = "other";
                {
                    IndexWriter writer(folder.path(), {.commit_every = commit_every});
                    Run run(writer);
                    for (const IdsAndBodies& batch : row.batches) {
                        run.add(batch);
                        if (!published) continue;
                        CHECK(held_by(folder.path()).at("x").find('+') == std::string::npos);
                    }
                    writer.finish();
                }
                CAPTURE(commit_every);
                CAPTURE(published);
                CAPTURE(row.body);
                check_holds(folder.path(), expected);
            }
        }
    }
}

// Two threads: batches are decided in the order of the input (others wait), but may be added in any.
TEST_CASE("batches that are finished out of order never show an article twice") {
    for (const std::size_t commit_every : {0U, 1U}) {
        const TempDir folder;
        add_all(folder.path(), {{"x", "old"}});
        {
            IndexWriter writer(folder.path(), {.commit_every = commit_every});
            std::array batches{std::vector{tests::hashed("x", "1")}, std::vector{tests::hashed("x", "2")},
                               std::vector{tests::hashed("z", "3")}};
            for (std::uint64_t number = 0; number < batches.size(); ++number) writer.decide(number, batches[number]);
            BatchBuilder builder = writer.make_builder();
            writer.add(1, batches[1], builder);
            CHECK(held_by(folder.path()).at("x").find('+') == std::string::npos);
            writer.add(2, batches[2], builder);
            CHECK(held_by(folder.path()).at("x").find('+') == std::string::npos);
            writer.add(0, batches[0], builder);
            CHECK(held_by(folder.path()).at("x").find('+') == std::string::npos);
            writer.finish();
        }
        check_holds(folder.path(), {{"x", "2"}, {"z", "3"}});
    }
}

TEST_CASE("what is added is published at the latest after so many articles") {
    const TempDir folder;
    IndexWriter writer(folder.path(), {.commit_every = 20});
    Run run(writer);
    run.add(numbered(0, 15, "first"));
    CHECK(held_by(folder.path()).empty());
    run.add(numbered(15, 30, "second"));
    CHECK(held_by(folder.path()).size() == 30);
    run.add(numbered(30, 35, "third"));
    CHECK(held_by(folder.path()).size() == 30);
    writer.finish();
    CHECK(held_by(folder.path()).size() == 35);
}

TEST_CASE("a run that ends without finish leaves what was published") {
    const TempDir folder;
    {
        IndexWriter writer(folder.path(), {.commit_every = 10});
        Run run(writer);
        run.add(numbered(0, 10, "published"));
        run.add(numbered(5, 12, "lost"));
    }
    check_holds(folder.path(), model_of(numbered(0, 10, "published")));
}

TEST_CASE("removed articles are gone, unknown ids are named") {
    const TempDir folder;
    add_all(folder.path(), numbered(0, 10, "text"));
    {
        IndexWriter writer(folder.path(), {});
        const std::vector<std::string> ids{"3", "nine", "4", "3"};
        CHECK(writer.remove(ids) == std::vector<std::string>{"nine"});
        CHECK(writer.remove(std::vector<std::string>{"3"}) == std::vector<std::string>{"3"});
        CHECK(writer.remove({}).empty());
    }
    Model expected = model_of(numbered(0, 10, "text"));
    expected.erase("3");
    expected.erase("4");
    check_holds(folder.path(), expected);
    CHECK(add_all(folder.path(), {{"3", "again"}}) == Fates{Fate::added});
    expected["3"] = "again";
    check_holds(folder.path(), expected);
}

TEST_CASE("removing everything leaves a sound empty index") {
    const TempDir folder;
    add_all(folder.path(), {{"a", "one"}});
    {
        IndexWriter writer(folder.path(), {});
        CHECK(writer.remove(std::vector<std::string>{"a"}).empty());
        writer.compact();
    }
    check_holds(folder.path(), {});
    CHECK(entries_of(segments_path(folder.path())).empty());
}

TEST_CASE("compacting leaves one segment without deleted articles") {
    const TempDir folder;
    Model expected;
    for (int i = 0; i < 4; ++i) {
        const IdsAndBodies batch = numbered(i * 5, i * 5 + 10, "round " + std::to_string(i));
        add_all(folder.path(), batch);
        for (const auto& [id, body] : batch) expected[id] = body;
    }
    CHECK(segments_of(folder.path()) > 1);
    {
        IndexWriter writer(folder.path(), {.jobs = 2});
        writer.compact();
        writer.compact();
    }
    CHECK(segments_of(folder.path()) == 1);
    CHECK(deleted_in(folder.path()) == 0);
    check_holds(folder.path(), expected);
    CHECK(entries_of(segments_path(folder.path())).size() == 1);
}

TEST_CASE("many small commits are merged, and their deleted articles stay deleted") {
    const TempDir folder;
    Model expected;
    for (int i = 0; i < 40; ++i) {
        const IdsAndBodies batch = numbered(i * 4, i * 4 + 5, "round " + std::to_string(i));
        add_all(folder.path(), batch);
        for (const auto& [id, body] : batch) expected[id] = body;
        CHECK(segments_of(folder.path()) < 8);
    }
    check_holds(folder.path(), expected);
    CHECK(entries_of(segments_path(folder.path())).size() == segments_of(folder.path()));
}

TEST_CASE("a segment of which much is deleted is made anew") {
    const TempDir folder;
    add_all(folder.path(), numbered(0, 100, "old"));
    add_all(folder.path(), numbered(0, 20, "new"));
    CHECK(deleted_in(folder.path()) == 20);
    add_all(folder.path(), numbered(20, 40, "new"));
    CHECK(deleted_in(folder.path()) == 0);
    Model expected = model_of(numbered(40, 100, "old"));
    expected.merge(model_of(numbered(0, 40, "new")));
    check_holds(folder.path(), expected);
    CHECK(add_all(folder.path(), numbered(20, 50, "new")).front() == Fate::unchanged);
}

TEST_CASE("a second writer is told that the index is locked") {
    const TempDir folder;
    {
        const IndexWriter writer(folder.path(), {});
        try {
            const IndexWriter second(folder.path(), {});
            FAIL("the second writer was let in");
        } catch (const IndexError& error) {
            CHECK(error.kind() == IndexError::Kind::locked);
            CHECK(std::string(error.what()).find("wait until it has finished") != std::string::npos);
        }
    }
    CHECK_NOTHROW(IndexWriter(folder.path(), {}));
}

TEST_CASE("a reader keeps what it has opened, whatever the writer does") {
    const TempDir folder;
    const IdsAndBodies batch = numbered(0, 20, "text");
    add_all(folder.path(), batch);
    const Index before = Index::open(folder.path());
    {
        IndexWriter writer(folder.path(), {});
        CHECK(writer.remove(std::vector<std::string>{"0", "1"}).empty());
        Run(writer).add({{"2", "new"}, {"99", "new"}});
        writer.finish();
        writer.compact();
    }
    CHECK(before.articles() == 20);
    for (const auto& article : batch) {
        CAPTURE(article.first);
        CHECK(before.find(article.first) == tests::make_article(article.first, article.second));
    }
    CHECK_FALSE(before.find("99"));
    CHECK(Index::open(folder.path()).find("2") == tests::make_article("2", "new"));
    CHECK(held_by(folder.path()).size() == 19);
}

TEST_CASE("what a crash left is harmless, and the next writer clears it away") {
    const TempDir folder;
    add_all(folder.path(), numbered(0, 10, "text"));
    {
        IndexWriter writer(folder.path(), {});
        CHECK(writer.remove(std::vector<std::string>{"0"}).empty());
    }
    const Manifest manifest = read_manifest(folder.path());
    const std::string kept = manifest.segments.at(0).name;
    folder.write("segments/000099/words", "half of it");
    folder.write("segments/000002/stream", "the next number");
    folder.write("segments/stray", "a file");
    folder.write("segments/" + kept + "/deleted-77", "not published");
    folder.write("tmp/0/postlist.glass", "a batch");
    folder.write("manifest.json.new", "half a manifest");

    Model expected = model_of(numbered(1, 10, "text"));
    check_holds(folder.path(), expected);
    { const IndexWriter writer(folder.path(), {}); }
    CHECK(entries_of(folder.path()) == std::vector<std::string>{"lock", "manifest.json", "segments"});
    CHECK(entries_of(segments_path(folder.path())) == std::vector<std::string>{kept});
    CHECK_FALSE(std::filesystem::exists(segment_path(folder.path(), kept) / "deleted-77"));
    check_holds(folder.path(), expected);
    add_all(folder.path(), {{"a", "more"}});
    expected["a"] = "more";
    check_holds(folder.path(), expected);
}

TEST_CASE("a damaged index is not touched") {
    const TempDir folder;
    add_all(folder.path(), numbered(0, 10, "text"));
    const auto segments = entries_of(segments_path(folder.path()));
    folder.write("manifest.json", "{}");
    CHECK_THROWS_AS(IndexWriter(folder.path(), {}), IndexError);
    CHECK(entries_of(segments_path(folder.path())) == segments);
}

TEST_CASE("no index is made among other files, and none of them is touched") {
    for (const std::string_view name : {"letter.txt", "tmp/letter.txt", "segments/000001/words"}) {
        CAPTURE(name);
        const TempDir folder;
        const auto file = folder.write(name, "dear");
        CHECK_THROWS_AS(IndexWriter(folder.path(), {}), UsageError);
        CHECK(std::filesystem::exists(file));
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
    }
}

TEST_CASE("an index that was killed while it was made is made anew") {
    const TempDir folder;
    folder.write("lock", "");
    folder.write("manifest.json.new", "half");
    std::filesystem::create_directory(folder.path() / "segments");
    add_all(folder.path(), {{"a", "one"}});
    check_holds(folder.path(), {{"a", "one"}});
}

TEST_CASE("a folder that cannot be made is an input/output error") {
    const TempDir folder;
    const auto file = folder.write("file", "x");
    CHECK_THROWS_AS(IndexWriter(file / "index", {}), IoError);
}

TEST_CASE("check finds a damaged file in a segment") {
    for (const std::string_view name :
         {segment_files::words, segment_files::stream, segment_files::columns, segment_files::articles}) {
        CAPTURE(name);
        const TempDir folder;
        add_all(folder.path(), numbered(0, 10, "text"));
        const auto path = segment_path(folder.path(), read_manifest(folder.path()).segments.at(0).name) / name;
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
        CHECK_THROWS_AS(static_cast<void>(Index::open(folder.path())), IndexError);
    }
}

}  // namespace dateline
