#include "indexer/entities/training/train.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
#include <thread>
#include <utility>

#include "common/error.h"
#include "common/index/section_file.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/training/code_books.h"
#include "indexer/entities/training/lexicon_files.h"
#include "indexer/entities/training/span_scores.h"
#include "indexer/entities/training/style_weights.h"
#include "indexer/entities/training/table_parts.h"

namespace dateline::entities {
namespace {

struct Weights {
    std::vector<std::uint64_t> keys;
    std::vector<FeatureWeights> rows;
    std::vector<std::uint32_t> frequencies;  ///< of the features in the training text
    Transitions transitions{};
};

std::vector<TrainingSet> read_sets(const TrainingOptions& options) {
    std::vector<TrainingSet> sets;
    for (const auto* files : {&options.data, &options.more}) {
        for (const std::string& file : *files) {
            sets.push_back({read_columns(file), sets.size()});
            spdlog::info("{}: {} documents", file, sets.back().documents.size());
        }
    }
    return sets;
}

/// Which features to leave out: those whose weights are smallest, and in the end those of rules nobody follows.
std::vector<bool> choose_dropped(const EncodedCorpus& corpus, const std::vector<FeatureWeights>& weights,
                                 std::size_t rules, std::size_t most) {
    std::vector<float> sizes(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (const float each : weights[i]) sizes[i] += each * each;
    }
    std::vector<float> own;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (corpus.rules(i) == EncodedCorpus::no_rules || corpus.rules(i) < rules) own.push_back(sizes[i]);
    }
    std::vector<bool> dropped(sizes.size());
    if (own.size() <= most) return dropped;
    const auto limit = own.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(own.begin(), limit, own.end(), std::greater<>());
    for (std::size_t i = 0; i < sizes.size(); ++i) dropped[i] = sizes[i] <= *limit;
    return dropped;
}

/// Runs the trainers side by side, a thread each, and gives the averages of their weights.
class Runs {
public:
    Runs(const EncodedCorpus& corpus, const TrainingOptions& options) {
        for (unsigned run = 0; run < options.runs; ++run) {
            CrfOptions own = options.crf;
            own.seed += run;
            trainers_.push_back(std::make_unique<CrfTrainer>(corpus, own));
        }
    }

    void run(unsigned epochs, unsigned averaged) {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < trainers_.size(); ++i) {
            threads.emplace_back([this, i, epochs, averaged] {
                trainers_[i]->run(epochs, averaged,
                                  [i](double loss) { spdlog::info("run {}: loss of a word {:.4f}", i + 1, loss); });
            });
        }
        for (std::thread& thread : threads) thread.join();
    }

    std::vector<FeatureWeights> weights(std::size_t features) const {
        std::vector<FeatureWeights> means(features);
        for (std::size_t i = 0; i < features; ++i) {
            for (const auto& trainer : trainers_) {
                const FeatureWeights each = trainer->weights(i);
                for (std::size_t label = 0; label < label_count; ++label) {
                    means[i][label] += each[label] / static_cast<float>(trainers_.size());
                }
            }
        }
        return means;
    }

    Transitions transitions() const {
        Transitions made{};
        for (Label before = 0; before < label_count; ++before) {
            for (Label after = 0; after < label_count; ++after) {
                float sum = 0;
                for (const auto& trainer : trainers_) sum += trainer->transitions()[before][after];
                made[before][after] = static_cast<std::int16_t>(
                    std::lround(sum / static_cast<float>(trainers_.size()) * static_cast<float>(score_unit)));
            }
        }
        return made;
    }

private:
    std::vector<std::unique_ptr<CrfTrainer>> trainers_;
};

std::size_t followed_rules(const TrainingOptions& options) { return options.data.size(); }

bool is_followed(const EncodedCorpus& corpus, std::size_t feature, std::size_t rules) {
    return corpus.rules(feature) == EncodedCorpus::no_rules || corpus.rules(feature) < rules;
}

Weights learn(const TrainingOptions& options, std::span<const TrainingSet> sets, const Lexicon& lexicon) {
    EncodedCorpus corpus(sets, lexicon, options.least_count);
    const std::size_t features = corpus.keys().size();
    spdlog::info("{} words in {} rows, {} features", corpus.words(), corpus.rows().size(), features);
    Runs runs(corpus, options);
    runs.run(options.crf.epochs, (options.crf.epochs + 1) / 2);
    const std::vector<bool> dropped =
        choose_dropped(corpus, runs.weights(features), followed_rules(options), options.most_features);
    corpus.drop(dropped);
    runs.run(options.crf.epochs_after_pruning, options.crf.epochs_after_pruning);
    Weights learnt;
    const std::vector<FeatureWeights> weights = runs.weights(features);
    const std::vector<std::uint32_t> frequencies = corpus.frequencies();
    for (std::size_t i = 0; i < features; ++i) {
        if (dropped[i] || !is_followed(corpus, i, followed_rules(options))) continue;
        learnt.keys.push_back(corpus.keys()[i]);
        learnt.frequencies.push_back(frequencies[i]);
        learnt.rows.push_back(weights[i]);
        for (float& each : learnt.rows.back()) each *= options.weight_scale;
    }
    learnt.transitions = runs.transitions();
    return learnt;
}

template <typename Record>
void write_table(SectionFileWriter& writer, const TableParts<Record>& parts) {
    writer.section(parts.begins);
    writer.section(parts.tags);
    writer.section(parts.more_tags);
    writer.section(parts.records);
}

/// What every model of one training has in common.
struct Frame {
    const TrainingOptions& options;
    std::span<const TrainingSet> sets;
    const TableParts<ListSet>& names;
    const TableParts<Clusters>& words;

    Lexicon lexicon() const { return {names.table(), words.table()}; }
};

void write_model(const std::filesystem::path& file, const Frame& frame, const Weights& weights) {
    const CodedWeights coded = encode_weights(weights.rows, weights.frequencies, frame.options.exact_features);
    std::vector<std::pair<std::uint64_t, WeightCodes>> entries;
    for (std::size_t i = 0; i < weights.keys.size(); ++i) entries.emplace_back(weights.keys[i], coded.codes[i]);
    const TableParts<WeightCodes> features = make_table(std::move(entries), true);
    const auto followed = frame.sets.first(followed_rules(frame.options));
    ModelInfo info{.rules = static_cast<std::uint32_t>(followed.size())};
    for (const TrainingSet& set : followed) {
        if (cuts_hyphens(set)) info.hyphens_cut |= 1U << set.rules;
    }
    SectionFileWriter writer(file, model_kind, static_cast<std::size_t>(ModelSection::count));
    writer.section(std::vector{info});
    writer.section(std::vector{weights.transitions});
    writer.section(std::vector{coded.books});
    writer.section(coded.exact);
    writer.section(learn_style_weights(followed));
    write_table(writer, features);
    write_table(writer, frame.names);
    write_table(writer, frame.words);
    writer.finish(true);
    spdlog::info("{}: {} features, {} of them with exact weights", file.string(), features.records.size(),
                 coded.exact.size());
}

void score_tests(const TrainingOptions& options) {
    if (options.tests.empty()) return;
    const Model model(options.out);
    Tagger tagger(model);
    DocumentView::Words words;
    std::vector<Label> gold;
    for (std::size_t i = 0; i < options.tests.size(); ++i) {
        const std::size_t rules = std::min<std::size_t>(i, model.info().rules - 1);
        SpanScores scores;
        std::size_t tokens = 0;
        double seconds = 0;
        for (const TaggedDocument& document : read_columns(options.tests[i])) {
            gather_words(document, words, gold);
            const std::clock_t begin = std::clock();
            const auto found = tagger.label(words, only_kind(rules));
            seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
            scores.add(gold, found);
            tokens += gold.size();
        }
        spdlog::info("{} by rules {}: {}; {:.0f} words/s of CPU time", options.tests[i], rules, scores.summary(),
                     static_cast<double>(tokens) / seconds);
    }
}

}  // namespace

void train(const TrainingOptions& options) {
    if (options.data.size() > most_rules) throw UsageError("too many sets for --data");
    const TableParts<ListSet> names = read_name_lists(options.lists);
    const TableParts<Clusters> words = read_clusters(options.clusters);
    const std::vector<TrainingSet> sets = read_sets(options);
    const Frame frame{options, sets, names, words};
    write_model(options.out, frame, learn(options, sets, frame.lexicon()));
    score_tests(options);
}

}  // namespace dateline::entities
