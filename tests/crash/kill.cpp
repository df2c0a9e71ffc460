// Kills the indexer at random moments of add, remove and compact. Afterwards the index must open and be sound, hold
// what was published before and nothing twice, and the next run must complete what was begun.

#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <random>
#include <string>
#include <thread>

#include "common/error.h"
#include "common/index/manifest.h"
#include "tests/crash/indexer_run.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned known_ids = 900;
constexpr std::size_t articles_a_run = 400;

struct Options {
    std::filesystem::path indexer;
    unsigned rounds = 12;
    unsigned seed = 1;
};

class Ordeal {
public:
    explicit Ordeal(const Options& options) : options_(options), random_(options.seed) {}

    void run() {
        for (round_ = 1; round_ <= options_.rounds; ++round_) {
            const std::size_t kind = random_() % 10;
            if (kind < 7) add();
            else if (kind < 9) remove();
            else compact();
        }
        std::cout << options_.rounds << " rounds, " << killed_ << " killed at work, " << published_in_part_
                  << " of them after a part was published\n";
    }

private:
    std::vector<std::string> arguments(const std::string& command, std::vector<std::string> rest) const {
        std::vector<std::string> words{command, "--index", index_.string()};
        words.insert(words.end(), rest.begin(), rest.end());
        return words;
    }

    /// Runs a command to its end, which must be a good one.
    void complete(const std::vector<std::string>& words) {
        const auto begin = Clock::now();
        IndexerRun run(options_.indexer, words, log_);
        const int code = run.wait();
        expect(code == 0, words.front() + " ended with exit code " + std::to_string(code) + ":\n" + run.messages());
        usual_time_[words.front()] = Clock::now() - begin;
    }

    /// Runs a command and kills it at a random moment of the time it takes usually. True where it was still at work.
    bool interrupt(const std::vector<std::string>& words) {
        const auto found = usual_time_.find(words.front());
        const auto usual = found == usual_time_.end() ? std::chrono::milliseconds(300) : found->second;
        IndexerRun run(options_.indexer, words, log_);
        std::this_thread::sleep_for(usual * std::uniform_real_distribution<double>(0, 1.05)(random_));
        seen_revision_ = index_exists(index_) ? read_manifest(index_).revision : 0;
        run.kill();
        const int code = run.wait();
        expect(code <= 0, words.front() + " ended with exit code " + std::to_string(code) + ":\n" + run.messages());
        if (code < 0) ++killed_;
        expect(seen_revision_ == 0 || read_manifest(index_).revision >= seen_revision_, "a published state is lost");
        expect_sound(index_);
        return code < 0;
    }

    Input random_input() {
        Articles chosen;
        while (chosen.size() < articles_a_run) {
            const std::string id = "id-" + std::to_string(random_() % known_ids);
            chosen[id] = "State " + std::to_string(random_() % 3) + " of " + id + " in words that are a little longer.";
        }
        return {chosen.begin(), chosen.end()};
    }

    void add() {
        const Input input = random_input();
        const auto file = folder_.path() / "input.jsonl";
        write_input(file, input);
        const auto words = arguments("add", {"--commit-every", "50", file.string()});
        const Articles before = held_by(index_);
        interrupt(words);
        const std::size_t in = expect_prefix(input, before, held_by(index_));
        if (in > 0 && in < input.size()) ++published_in_part_;
        if (random_() % 3 == 0) return;  // the next round works on what is there
        complete(words);
        expect(expect_prefix(input, before, held_by(index_)) == input.size(),
               "the next run did not complete the first");
        expect_sound(index_);
    }

    void remove() {
        const Articles before = held_by(index_);
        Articles after = before;
        std::vector<std::string> ids{"--id"};
        for (const auto& [id, body] : before) {
            if (random_() % 8 == 0) ids.push_back(id);
        }
        if (ids.size() == 1) return;
        for (const std::string& id : ids) after.erase(id);
        interrupt(arguments("remove", ids));
        const Articles held = held_by(index_);
        expect(held == before || held == after, "remove was done in part");
        if (held == before) complete(arguments("remove", ids));
        expect(held_by(index_) == after, "remove was not completed");
        expect_sound(index_);
    }

    void compact() {
        if (!index_exists(index_)) return;
        const Articles before = held_by(index_);
        interrupt(arguments("compact", {}));
        expect(held_by(index_) == before, "compact changed what the index holds");
        complete(arguments("compact", {}));
        expect(held_by(index_) == before, "compact changed what the index holds");
        expect(read_manifest(index_).segments.size() <= 1, "compact left several segments");
        expect_sound(index_);
    }

    Options options_;
    std::mt19937 random_;
    TempDir folder_;
    std::filesystem::path index_ = folder_.path() / "index";
    std::filesystem::path log_ = folder_.path() / "log";
    std::map<std::string, Clock::duration> usual_time_;
    std::uint64_t seen_revision_ = 0;
    unsigned round_ = 0;
    unsigned killed_ = 0;
    unsigned published_in_part_ = 0;

public:
    unsigned round() const { return round_; }
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--indexer") options.indexer = value;
        else if (name == "--rounds") options.rounds = static_cast<unsigned>(std::stoul(value));
        else if (name == "--seed") options.seed = static_cast<unsigned>(std::stoul(value));
        else throw Failed("there is no option " + name);
    }
    expect(!options.indexer.empty(), "crash_kill --indexer PROGRAM [--rounds N] [--seed N]");
    return options;
}

}  // namespace
}  // namespace dateline::tests

int main(int argc, char** argv) {
    using namespace dateline::tests;
    try {
        const Options options = parse(argc, argv);
        Ordeal ordeal(options);
        try {
            ordeal.run();
        } catch (const std::exception& error) {
            std::cerr << "seed " << options.seed << ", round " << ordeal.round() << ": " << error.what() << '\n';
            return 1;
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
    return 0;
}
