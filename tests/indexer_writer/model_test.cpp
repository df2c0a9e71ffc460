// Random work on an index, held against a std::map.

#include <doctest/doctest.h>

#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/index/index.h"
#include "tests/indexer_writer/writing.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

using tests::held_by;
using tests::Model;
using tests::problems_of;
using tests::Run;
using tests::TempDir;

using IdsAndBodies = std::vector<std::pair<std::string, std::string>>;
using Random = std::mt19937;

constexpr unsigned ids = 120;

/// A few ids and few states of each: much is replaced, repeated or unchanged.
IdsAndBodies random_batch(Random& random) {
    IdsAndBodies batch;
    const std::size_t size = random() % 12;
    for (std::size_t i = 0; i < size; ++i) {
        const std::string id = "id " + std::to_string(random() % ids);
        batch.emplace_back(id,
                           "State " + std::to_string(random() % 4) + " of article " + id + ".\n\nA second paragraph.");
    }
    return batch;
}

void apply(const IdsAndBodies& batch, Model& model) {
    for (const auto& [id, body] : batch) model[id] = body;
}

void add_some(IndexWriter& writer, Random& random, Model& model) {
    Run run(writer);
    for (std::size_t i = random() % 8; i > 0; --i) {
        const IdsAndBodies batch = random_batch(random);
        const auto fates = run.add(batch);
        REQUIRE(fates.size() == batch.size());
        for (std::size_t j = 0; j < batch.size(); ++j) {
            const auto known = model.find(batch[j].first);
            const Fate expected = known == model.end()               ? Fate::added
                                  : known->second == batch[j].second ? Fate::unchanged
                                                                     : Fate::replaced;
            REQUIRE(fates[j] == expected);
            model[batch[j].first] = batch[j].second;
        }
    }
    writer.finish();
}

void remove_some(IndexWriter& writer, Random& random, Model& model) {
    std::vector<std::string> wanted;
    for (std::size_t i = random() % 20; i > 0; --i) wanted.push_back("id " + std::to_string(random() % ids));
    std::vector<std::string> missing;
    for (const std::string& id : wanted) {
        if (!model.contains(id)) missing.push_back(id);
    }
    REQUIRE(writer.remove(wanted) == missing);
    for (const std::string& id : wanted) model.erase(id);
}

void work_once(const std::filesystem::path& index, Random& random, Model& model) {
    IndexWriter writer(index, {.jobs = 1 + static_cast<unsigned>(random() % 2), .commit_every = random() % 3 * 10});
    switch (random() % 10) {
    case 0: writer.compact(); break;
    case 1:
    case 2: remove_some(writer, random, model); break;
    default: add_some(writer, random, model);
    }
}

/// Batches that several threads take in order, as the pipeline's workers do.
class Work {
public:
    explicit Work(std::vector<IdsAndBodies> batches) : batches_(std::move(batches)) {}

    std::optional<std::uint64_t> take() {
        const std::lock_guard lock(mutex_);
        return next_ < batches_.size() ? std::optional(next_++) : std::nullopt;
    }
    const IdsAndBodies& at(std::uint64_t number) const { return batches_[number]; }

private:
    std::vector<IdsAndBodies> batches_;
    std::mutex mutex_;
    std::uint64_t next_ = 0;
};

void add_from(Work& work, IndexWriter& writer) {
    BatchBuilder builder = writer.make_builder();
    while (const auto number = work.take()) {
        std::vector<HashedArticle> articles;
        for (const auto& [id, body] : work.at(*number)) articles.push_back(tests::hashed(id, body));
        writer.decide(*number, articles);
        writer.add(*number, articles, builder);
    }
}

}  // namespace

TEST_CASE("whatever is done, the index holds what a map would hold") {
    for (const unsigned seed : {1U, 2U}) {
        CAPTURE(seed);
        Random random(seed);
        const TempDir folder;
        Model model;
        for (int round = 0; round < 32; ++round) {
            CAPTURE(round);
            work_once(folder.path(), random, model);
            REQUIRE(held_by(folder.path()) == model);
            REQUIRE(Index::open(folder.path()).articles() == model.size());
            if (round % 8 == 7) REQUIRE(problems_of(folder.path()) == "");
        }
    }
}

TEST_CASE("several threads leave what one would leave, and a reader never sees an article twice") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        Random random(seed);
        const TempDir folder;
        Model model;
        for (int run = 0; run < 2; ++run) {
            std::vector<IdsAndBodies> batches;
            for (int i = 0; i < 20; ++i) batches.push_back(random_batch(random));
            for (const IdsAndBodies& batch : batches) apply(batch, model);
            Work work(batches);
            IndexWriter writer(folder.path(), {.jobs = 4, .commit_every = 15});
            std::vector<std::thread> threads;
            for (int i = 0; i < 4; ++i) threads.emplace_back([&] { add_from(work, writer); });
            bool twice = false;
            for (int look = 0; look < 10; ++look) {
                for (const auto& [id, body] : held_by(folder.path()))
                    twice = twice || body.find('+') != std::string::npos;
            }
            for (std::thread& thread : threads) thread.join();
            writer.finish();
            CHECK_FALSE(twice);
            CHECK(held_by(folder.path()) == model);
            CHECK(problems_of(folder.path()) == "");
        }
    }
}

}  // namespace dateline
