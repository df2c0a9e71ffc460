// The indexer watching a folder: what comes and changes there gets into the index while it runs, SIGTERM ends it well,
// and the next start takes what came meanwhile.

#include <chrono>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "common/index/manifest.h"
#include "tests/crash/indexer_run.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {
namespace {

/// Only a failure takes so long.
constexpr std::chrono::seconds patience{60};

void wait_until(const std::function<bool()>& reached, const std::function<std::string()>& otherwise) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!reached()) {
        expect(std::chrono::steady_clock::now() < end, otherwise());
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void wait_for(const IndexerRun& run, const std::filesystem::path& index, const Articles& expected) {
    wait_until([&] { return held_by(index) == expected; },
               [&] {
                   return "the index has " + std::to_string(held_by(index).size()) + " articles and not the " +
                          std::to_string(expected.size()) + " it should have:\n" + run.messages();
               });
}

void expect_message(const IndexerRun& run, const std::string& text) {
    expect(run.messages().find(text) != std::string::npos, "no message has '" + text + "':\n" + run.messages());
}

void stop(IndexerRun& run, const std::filesystem::path& index) {
    run.stop();
    const int code = run.wait();
    expect(code == 0, "stopped with exit code " + std::to_string(code) + ":\n" + run.messages());
    expect_sound(index);
}

/// What has just been written is not read at once at the start: that is not what is tested here.
void make_old(const std::filesystem::path& file) {
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
}

/// Between two commits other commands get their turn.
int remove(const std::filesystem::path& indexer, const std::filesystem::path& index, const std::string& id,
           const std::filesystem::path& log) {
    constexpr int exit_code_of_locked = 4;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        const int code = IndexerRun(indexer, {"remove", "--index", index.string(), "--id", id}, log).wait();
        if (code != exit_code_of_locked || std::chrono::steady_clock::now() > end) return code;
    }
}

void watch(const std::filesystem::path& indexer) {
    const TempDir folder;
    const auto index = folder.path() / "index";
    const auto news = folder.path() / "news";
    const auto log = folder.path() / "log";
    const std::vector<std::string> words{"watch", "--index", index.string(), "--delay", "0.05", news.string()};
    const auto write = [&](const std::string& name, const Input& articles) {
        std::filesystem::create_directories((news / name).parent_path());
        write_input(folder.path() / "part", articles);
        make_old(folder.path() / "part");
        std::filesystem::rename(folder.path() / "part", news / name);
    };
    Articles expected;
    const auto put = [&](const std::string& name, const Input& articles) {
        write(name, articles);
        for (const auto& [id, body] : articles) expected[id] = body;
    };

    put("there.jsonl", {{"1", "There before."}, {"2", "There too."}});
    IndexerRun first(indexer, words, log);
    wait_for(first, index, expected);
    put("new.jsonl", {{"3", "Came later."}});
    wait_for(first, index, expected);
    put("below/deeper/new.jsonl", {{"4", "In a new folder."}});
    put("there.jsonl", {{"1", "There before and changed."}, {"2", "There too."}});
    wait_for(first, index, expected);
    std::ofstream(news / "broken.jsonl") << "{\"title\": \"Broken\", \"body\": \n";
    std::filesystem::remove(news / "new.jsonl");
    put("last.jsonl", {{"5", "Behind one that is broken."}});
    wait_for(first, index, expected);  // with the article of the removed file
    stop(first, index);
    expect_message(first, "skipped " + (news / "broken.jsonl").string());
    expect_message(first, "1 added, 0 replaced");

    std::filesystem::remove(news / "broken.jsonl");
    put("meanwhile.jsonl", {{"6", "Came when nobody watched."}});
    put("last.jsonl", {{"5", "Changed when nobody watched."}});
    IndexerRun second(indexer, words, log);
    wait_for(second, index, expected);
    put("after.jsonl", {{"7", "Came when it was watched again."}});
    wait_for(second, index, expected);

    expect(remove(indexer, index, "7", folder.path() / "removal.log") == 0, "an article can be removed meanwhile");
    expected.erase("7");
    wait_for(second, index, expected);
    stop(second, index);

    IndexerRun inside(indexer, {"watch", "--index", (news / "index").string(), news.string()}, log);
    expect(inside.wait() == 2, "an index in the watched folder is refused:\n" + inside.messages());
}

/// Stopped while it takes what was there before.
void stop_at_work(const std::filesystem::path& indexer) {
    const TempDir folder;
    const auto index = folder.path() / "index";
    Input input;
    Articles expected;
    for (int i = 0; i < 2000; ++i) {
        input.emplace_back("id-" + std::to_string(i), "Article " + std::to_string(i) + " with a few words of its own.");
        expected.insert(input.back());
    }
    std::filesystem::create_directory(folder.path() / "news");
    write_input(folder.path() / "news" / "much.jsonl", input);
    make_old(folder.path() / "news" / "much.jsonl");
    const std::vector<std::string> words{"watch",          "--index", index.string(),
                                         "--commit-every", "100",     (folder.path() / "news").string()};
    IndexerRun first(indexer, words, folder.path() / "log");
    wait_until([&] { return index_exists(index); }, [&] { return "no index:\n" + first.messages(); });
    stop(first, index);
    expect_prefix(input, {}, held_by(index));
    IndexerRun second(indexer, words, folder.path() / "log");
    wait_for(second, index, expected);
    stop(second, index);
}

}  // namespace
}  // namespace dateline::tests

int main(int argc, char** argv) {
    if (argc != 3 || std::strcmp(argv[1], "--indexer") != 0) {
        std::cerr << "crash_watch --indexer PROGRAM\n";
        return 2;
    }
    try {
        dateline::tests::watch(argv[2]);
        dateline::tests::stop_at_work(argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
