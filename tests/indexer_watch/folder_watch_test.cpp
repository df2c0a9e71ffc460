// The watch on real folders. Nothing here depends on how fast the machine is: what must come is waited for, and what
// must not come could not come however long one waited.

#include "indexer/watch/folder_watch.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Names = std::set<std::string>;

constexpr auto never = 1h;
constexpr WatchOptions quick{.delay = 10ms,
                             .longest_delay = 100ms,
                             .most_files = 1000,
                             .open_quiet = never,
                             .found_quiet = 0ms,
                             .ask_every = 10ms};

/// Stops a wait after so long.
auto after(std::chrono::milliseconds time) {
    return [end = std::chrono::steady_clock::now() + time] { return std::chrono::steady_clock::now() > end; };
}

void touch(const fs::path& file) { const std::ofstream opened_and_closed(file); }

/// A folder under watch.
class Watched {
public:
    explicit Watched(const WatchOptions& options = quick) : options_(options) {}

    const tests::TempDir& folder() const { return folder_; }
    fs::path path(const std::string& name) const { return folder_.path() / name; }
    FolderWatch& watch() {
        if (!watch_) watch_ = std::make_unique<FolderWatch>(std::vector{folder_.path().string()}, options_);
        return *watch_;
    }

    /// Waits until all of these files have come; gives all that have.
    Names until(const Names& wanted) {
        Names come;
        const auto stopped = after(30s);
        while (!std::ranges::includes(come, wanted)) {
            const auto batch = watch().next(stopped);
            if (!batch) break;
            come.merge(names_in(*batch));
        }
        return come;
    }

    /// The next batch within a moment.
    Names soon() {
        const auto batch = watch().next(after(60ms));
        return batch ? names_in(*batch) : Names{};
    }

    /// What was there at the beginning is taken.
    Watched& begun() {
        while (!watch().caught_up()) static_cast<void>(watch().next(after(30s)));
        return *this;
    }

private:
    Names names_in(const InputList& batch) const {
        Names names;
        for (const InputFile& file : batch.files) names.insert(fs::path(file.path).lexically_relative(folder_.path()));
        return names;
    }

    WatchOptions options_;
    tests::TempDir folder_;
    std::unique_ptr<FolderWatch> watch_;
};

}  // namespace

TEST_CASE("what is there comes first, in batches, with folders below and without hidden files") {
    Watched watched({.most_files = 2, .found_quiet = 0ms});
    for (const char* name : {"a.txt", "b/c.txt", "b/d/e.txt", ".hidden.txt", "a.txt.expected.json"})
        watched.folder().write(name, "x");
    const auto first = watched.watch().next(after(30s));
    REQUIRE(first);
    CHECK(first->files.size() == 2);
    CHECK(first->total_bytes == 2);
    CHECK(first->files.front().origin == Origin::folder);
    CHECK_FALSE(watched.watch().caught_up());
    CHECK(watched.until({"b/d/e.txt"}) == Names{"b/d/e.txt"});
    CHECK(watched.watch().caught_up());
    CHECK(watched.watch().folders() == 3);
}

TEST_CASE("new and changed files come, once each") {
    Watched watched;
    watched.folder().write("old.txt", "1");
    watched.folder().write("below/older.txt", "1");
    watched.begun();
    watched.folder().write("new.txt", "1");
    watched.folder().write("below/older.txt", "2");
    watched.folder().write("below/.hidden.txt", "2");
    CHECK(watched.until({"below/older.txt", "new.txt"}) == Names{"below/older.txt", "new.txt"});
    CHECK(watched.soon().empty());
}

TEST_CASE("a file comes when it is closed") {
    Watched watched;
    watched.begun();
    std::ofstream file(watched.path("slow.txt"));
    file << "The beginning" << std::flush;
    CHECK(watched.soon().empty());
    file << " and the end." << std::flush;
    CHECK(watched.soon().empty());
    file.close();
    CHECK(watched.until({"slow.txt"}) == Names{"slow.txt"});
}

TEST_CASE("a file that is kept open comes when nobody writes to it for a time") {
    WatchOptions options = quick;
    options.open_quiet = 50ms;
    Watched watched(options);
    watched.begun();
    std::ofstream file(watched.path("log.jsonl"));
    file << "{}\n" << std::flush;
    CHECK(watched.until({"log.jsonl"}) == Names{"log.jsonl"});
    file << "{}\n" << std::flush;
    CHECK(watched.until({"log.jsonl"}) == Names{"log.jsonl"});
}

TEST_CASE("a file found just after it was written waits as long") {
    WatchOptions options = quick;
    options.found_quiet = never;
    Watched watched(options);
    const fs::path fresh = watched.folder().write("fresh.txt", "x");
    fs::last_write_time(watched.folder().write("old.txt", "x"), fs::file_time_type::clock::now() - 2 * never);
    CHECK(watched.until({"old.txt"}) == Names{"old.txt"});
    CHECK(watched.soon().empty());
    std::ofstream(fresh) << "now it is closed";
    CHECK(watched.until({"fresh.txt"}) == Names{"fresh.txt"});
}

TEST_CASE("what gets its name after it was written comes by that name") {
    Watched watched;
    const tests::TempDir elsewhere;
    fs::rename(elsewhere.write("outside.txt", "x"), elsewhere.path() / "moved.txt");
    watched.begun();
    fs::rename(watched.folder().write(".part", "x"), watched.path("renamed.txt"));
    fs::rename(elsewhere.path() / "moved.txt", watched.path("moved.txt"));
    fs::create_hard_link(elsewhere.write("hard", "x"), watched.path("hard.txt"));
    fs::create_symlink(elsewhere.write("soft", "x"), watched.path("soft.txt"));
    const Names all{"hard.txt", "moved.txt", "renamed.txt", "soft.txt"};
    CHECK(watched.until(all) == all);
}

TEST_CASE("new folders are watched, and what is in them already comes") {
    Watched watched;
    watched.begun();
    SUBCASE("made there") {
        watched.folder().write("new/deep/first.txt", "x");
        CHECK(watched.until({"new/deep/first.txt"}) == Names{"new/deep/first.txt"});
        watched.folder().write("new/deep/second.txt", "x");
        CHECK(watched.until({"new/deep/second.txt"}) == Names{"new/deep/second.txt"});
    }
    SUBCASE("moved there") {
        const tests::TempDir elsewhere;
        elsewhere.write("folder/deep/a.txt", "x");
        fs::rename(elsewhere.path() / "folder", watched.path("moved"));
        CHECK(watched.until({"moved/deep/a.txt"}) == Names{"moved/deep/a.txt"});
        watched.folder().write("moved/b.txt", "x");
        CHECK(watched.until({"moved/b.txt"}) == Names{"moved/b.txt"});
    }
    SUBCASE("linked there") {
        const tests::TempDir elsewhere;
        elsewhere.write("a.txt", "x");
        fs::create_directory_symlink(elsewhere.path(), watched.path("link"));
        CHECK(watched.until({"link/a.txt"}) == Names{"link/a.txt"});
        elsewhere.write("b.txt", "x");
        CHECK(watched.until({"link/b.txt"}) == Names{"link/b.txt"});
    }
    SUBCASE("renamed") {
        watched.folder().write("a/x.txt", "x");
        watched.folder().write("a-b/x.txt", "x");
        watched.until({"a/x.txt", "a-b/x.txt"});
        fs::rename(watched.path("a"), watched.path("z"));
        CHECK(watched.until({"z/x.txt"}) == Names{"z/x.txt"});
        watched.folder().write("z/y.txt", "x");
        watched.folder().write("a-b/y.txt", "x");
        CHECK(watched.until({"a-b/y.txt", "z/y.txt"}) == Names{"a-b/y.txt", "z/y.txt"});
        CHECK(watched.watch().folders() == 3);
    }
}

TEST_CASE("what is removed or moved away does not come") {
    Watched watched;
    watched.folder().write("gone/a.txt", "x");
    watched.begun();
    const tests::TempDir elsewhere;
    fs::remove(watched.folder().write("removed.txt", "x"));
    fs::rename(watched.folder().write("away.txt", "x"), elsewhere.path() / "away.txt");
    watched.folder().write("gone/b.txt", "x");
    fs::rename(watched.path("gone"), elsewhere.path() / "gone");
    std::ofstream(elsewhere.path() / "gone" / "later.txt") << "x";
    watched.folder().write("last.txt", "x");
    CHECK(watched.until({"last.txt"}) == Names{"last.txt"});
    CHECK(watched.soon().empty());
    CHECK(watched.watch().folders() == 1);
}

TEST_CASE("where the kernel's queue overflowed, everything is looked through again") {
    std::size_t queue = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queue;
    REQUIRE(queue > 0);
    Watched watched;
    watched.folder().write("old.txt", "x");
    watched.begun();
    // Equal events in a row count once.
    for (std::size_t i = 0; i <= queue / 2; ++i) {
        touch(watched.path("1.txt"));
        touch(watched.path("2.txt"));
    }
    watched.folder().write("new/after.txt", "x");
    CHECK(watched.until({"new/after.txt", "old.txt"}) == Names{"1.txt", "2.txt", "new/after.txt", "old.txt"});
    CHECK(watched.watch().overflows() == 1);
    watched.folder().write("new/later.txt", "x");
    CHECK(watched.until({"new/later.txt"}).contains("new/later.txt"));
}

TEST_CASE("a named folder that is missing, none, or goes away is told") {
    const tests::TempDir folder;
    const std::string file = folder.write("file.txt", "x").string();
    CHECK_THROWS_AS(FolderWatch({file}, quick), UsageError);
    CHECK_THROWS_AS(FolderWatch({(folder.path() / "missing").string()}, quick), IoError);

    const fs::path named = folder.path() / "named";
    fs::create_directory(named);
    FolderWatch watch({named.string()}, quick);
    fs::rename(named, folder.path() / "other");
    CHECK_THROWS_WITH_AS(static_cast<void>(watch.next(after(30s))), doctest::Contains("named was removed or moved"),
                         IoError);
}

TEST_CASE("what waits can be stopped") {
    Watched watched;
    watched.begun();
    CHECK_FALSE(watched.watch().next([] { return true; }));
}

TEST_CASE("used up watches are an error that tells the way out") {
    const tests::TempDir folder;
    for (const char* name : {"a/x", "b/x", "c/x"}) folder.write(name, "x");
    // In a user namespace of its own a process may have a limit of its own, where the system lets it have one.
    constexpr int cannot_limit = 77;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::unshare(CLONE_NEWUSER) != 0) ::_exit(cannot_limit);
        if (!(std::ofstream("/proc/sys/user/max_inotify_watches") << "2" << std::flush)) ::_exit(cannot_limit);
        try {
            const FolderWatch watch({folder.path().string()}, quick);
            ::_exit(1);
        } catch (const IoError& error) {
            const std::string said = error.what();
            ::_exit(said.find("fs.inotify.max_user_watches=") != std::string::npos ? 0 : 2);
        }
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == cannot_limit) MESSAGE("not looked at: the system gives no user namespace");
    else CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace dateline
