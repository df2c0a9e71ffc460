#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>

#include "common/cli/interrupt.h"
#include "common/cli/progress.h"
#include "common/error.h"
#include "common/text/language.h"
#include "indexer/bounded_queue.h"
#include "indexer/latest_versions.h"
#include "indexer/mention_finder.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/sniff.h"
#include "indexer/story/story.h"
#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

/// A batch also ends at this much text, so that a queue of large articles stays within the memory.
constexpr std::size_t most_batch_bytes = std::size_t{8} << 20;

/// Raw articles on their way from the reading thread to a worker; numbered in the order of the input.
struct RawBatch {
    std::uint64_t number = 0;
    std::vector<RawArticle> articles;
};

/// Gathers what readers give into batches of the right size.
class BatchGatherer {
public:
    BatchGatherer(std::size_t commit_every, std::function<bool(RawBatch)> deliver)
        : most_articles_(commit_every == 0 ? articles_per_batch : std::min(commit_every, articles_per_batch)),
          deliver_(std::move(deliver)) {}

    bool add(RawArticle article) {
        bytes_ += article.input_bytes;
        batch_.articles.push_back(std::move(article));
        return batch_.articles.size() < most_articles_ && bytes_ < most_batch_bytes ? true : flush();
    }

    bool flush() {
        if (batch_.articles.empty()) return true;
        RawBatch full = std::exchange(batch_, RawBatch{batch_.number + 1, {}});
        bytes_ = 0;
        return deliver_(std::move(full));
    }

private:
    std::size_t most_articles_;
    std::function<bool(RawBatch)> deliver_;
    RawBatch batch_;
    std::size_t bytes_ = 0;
};

const ReaderEntry* reader_named(const std::string& name) {
    const ReaderEntry* entry = find_reader(name);
    if (entry == nullptr) throw UsageError("there is no format '" + name + "'; `indexer formats` lists them");
    return entry;
}

/// Tells how far a file has been read, in its own bytes: what is in an archive says little of that.
class FileProgress {
public:
    FileProgress(const OpenInput& input, std::uint64_t size_bytes, Progress& progress)
        : input_(input), size_bytes_(size_bytes), progress_(progress) {}
    FileProgress(const FileProgress&) = delete;
    FileProgress& operator=(const FileProgress&) = delete;
    /// What was not looked at is done as well.
    ~FileProgress() { count_up_to(std::max(size_bytes_, input_.position_bytes())); }

    void update() { count_up_to(input_.position_bytes()); }

private:
    /// Reading may wind back; progress does not.
    void count_up_to(std::uint64_t position) {
        if (position <= counted_) return;
        progress_.count_bytes(position - counted_);
        counted_ = position;
    }

    const OpenInput& input_;
    std::uint64_t size_bytes_;
    Progress& progress_;
    std::uint64_t counted_ = 0;
};

/// Reads one file into the sink. False where the sink wants no more.
bool read_file(const InputFile& file, const PipelineOptions& options, const ReaderSink& sink, Progress& progress) {
    std::optional<OpenInput> input;
    try {
        input.emplace(file);
    } catch (const IoError& error) {
        return sink.skipped({file.path, "", "", "unreadable", error.what()});
    }
    FileProgress file_progress(*input, file.size_bytes, progress);
    ReaderOptions reader_options = options.reader;
    reader_options.format = options.format.empty() ? nullptr : reader_named(options.format);
    const ReaderEntry* entry = reader_for(input->sniffed(), reader_options.format);
    if (entry == nullptr) return sink.skipped({file.path, "", "", input->sniffed().reason, input->sniffed().detail});
    bool wanted = true;
    const ReaderSink watched{[&](RawArticle article) {
                                 file_progress.update();
                                 return wanted = wanted && sink.article(std::move(article));
                             },
                             [&](Skipped skipped) { return wanted = wanted && sink.skipped(std::move(skipped)); },
                             sink.passed_over};
    entry->reader().read(input->input(), reader_options, watched);
    return wanted;
}

/// What the report says of an article of which a later version is known.
Skipped outdated(const Article& article, std::uint64_t later_version, std::string_view whereabouts) {
    return {article.path, article.member, article.place, "outdated",
            fmt::format("version {} of {}; version {} {}", article.version, article.id, later_version, whereabouts)};
}

/// Reads all inputs in order until the sink wants no more or the user interrupts.
RunEnd read_inputs(const PipelineOptions& options, Report& report, Progress& progress,
                   const std::function<bool(RawArticle)>& take) {
    if (!options.format.empty()) static_cast<void>(reader_named(options.format));
    catch_interrupts();
    const InputList list = options.list ? *options.list : list_inputs(options.inputs);
    progress.set_total_bytes(list.total_bytes);
    for (const Skipped& skipped : list.skipped) report.skip(skipped);
    LatestVersions versions;
    const ReaderSink sink{[&](RawArticle article) {
                              const Article& stated = article.stated;
                              if (const auto later = versions.later_than(stated.id, stated.version)) {
                                  report.skip(outdated(stated, *later, "was read before"));
                                  return !interrupted();
                              }
                              return !interrupted() && take(std::move(article));
                          },
                          [&](Skipped skipped) {
                              report.skip(std::move(skipped));
                              return !interrupted();
                          },
                          [&](std::string_view kind) { report.count_passed_over(kind); }};
    RunEnd end{.files = list.files.size()};
    for (const InputFile& file : list.files) {
        if (interrupted() || !read_file(file, options, sink, progress)) break;
        ++end.files_read;
    }
    end.interrupted = interrupted();
    return end;
}

bool has_text(const Article& article) {
    return !article.title.empty() || !article.lead.empty() || !article.body.empty() || !article.captions.empty();
}

/// The article a reader's finding tells of; nothing, and an entry in the report, where there is no text in it.
std::optional<Article> make_article(RawArticle raw, bool keep_all, Report& report, Progress& progress) {
    report.count_bytes(raw.input_bytes);
    progress.count_article();
    const bool has_own_id = !raw.stated.id.empty();
    auto [article, warnings, not_article] = tell_whole_story(std::move(raw));
    for (const std::string& warning : warnings)
        report.warn(name_of(article.path, article.member, article.place), warning);
    if (!not_article.empty() && !keep_all) {
        report.skip({article.path, article.member, article.place, "not an article", not_article});
        return std::nullopt;
    }
    if (has_own_id || has_text(article)) return article;
    report.skip({article.path, article.member, article.place, "no text", "neither a title nor a body"});
    return std::nullopt;
}

/// What one worker does with batches.
class BatchWorker {
public:
    BatchWorker(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress)
        : keep_all_(options.keep_all),
          writer_(writer),
          builder_(writer.make_builder()),
          report_(report),
          progress_(progress) {
        if (options.mentions != nullptr) finder_.emplace(options.mentions->make());
    }

    void add(RawBatch raw) {
        std::vector<HashedArticle> articles;
        for (RawArticle& each : raw.articles) {
            auto article = make_article(std::move(each), keep_all_, report_, progress_);
            if (!article) continue;
            const ContentHash hash = content_hash(*article);
            articles.push_back({std::move(*article), hash});
        }
        const Decisions decisions = writer_.decide(raw.number, articles);
        for (const Fate fate : decisions.fates) {
            switch (fate) {
            case Fate::added: report_.count_added(); break;
            case Fate::replaced: report_.count_replaced(); break;
            case Fate::unchanged: report_.count_unchanged(); break;
            case Fate::outdated: break;
            }
        }
        for (const auto& [article, later_version] : decisions.outdated)
            report_.skip(outdated(article, later_version, "is in the index"));
        for (HashedArticle& each : articles) {
            fill_language(each.article);
            if (finder_) each.mentions = finder_->find(each.article);
            if (!each.article.published) report_.count_undated();
        }
        writer_.add(raw.number, articles, builder_);
    }

private:
    bool keep_all_;
    IndexWriter& writer_;
    BatchBuilder builder_;
    std::optional<MentionFinder> finder_;
    Report& report_;
    Progress& progress_;
};

/// Threads that add batches from a queue; the first failure stops them all and is thrown by finish().
class Workers {
public:
    Workers(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress)
        : queue_(options.jobs + 1) {
        for (unsigned i = 0; i < options.jobs; ++i) {
            threads_.emplace_back(
                [this, &options, &writer, &report, &progress] { work(options, writer, report, progress); });
        }
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers() { join(); }

    bool push(RawBatch batch) { return queue_.push(std::move(batch)); }

    void finish() {
        join();
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void work(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress) {
        try {
            BatchWorker worker(options, writer, report, progress);
            while (auto batch = queue_.pop()) {
                if (!failed_) worker.add(std::move(*batch));
            }
        } catch (...) {
            const std::lock_guard lock(failure_mutex_);
            if (!failure_) failure_ = std::current_exception();
            failed_ = true;
            queue_.close();
            writer.abandon();
        }
    }

    void join() {
        queue_.close();
        for (std::thread& thread : threads_) {
            if (thread.joinable()) thread.join();
        }
    }

    BoundedQueue<RawBatch> queue_;
    std::vector<std::thread> threads_;
    std::atomic<bool> failed_ = false;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
};

}  // namespace

RunEnd add_articles(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress) {
    RunEnd end;
    if (options.jobs <= 1) {
        BatchWorker worker(options, writer, report, progress);
        BatchGatherer gatherer(options.commit_every, [&](RawBatch batch) {
            worker.add(std::move(batch));
            return true;
        });
        end = read_inputs(options, report, progress,
                          [&](RawArticle article) { return gatherer.add(std::move(article)); });
        gatherer.flush();
    } else {
        Workers workers(options, writer, report, progress);
        BatchGatherer gatherer(options.commit_every, [&](RawBatch batch) { return workers.push(std::move(batch)); });
        end = read_inputs(options, report, progress,
                          [&](RawArticle article) { return gatherer.add(std::move(article)); });
        gatherer.flush();
        workers.finish();
    }
    writer.finish();
    return end;
}

RunEnd extract_articles(const PipelineOptions& options, Report& report, Progress& progress,
                        const std::function<bool(const Article&)>& visit) {
    return read_inputs(options, report, progress, [&](RawArticle raw) {
        auto article = make_article(std::move(raw), options.keep_all, report, progress);
        if (!article) return true;
        fill_language(*article);
        report.count_added();
        return visit(*article);
    });
}

}  // namespace dateline
