#include "indexer/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "common/cli/interrupt.h"
#include "common/cli/progress.h"
#include "common/error.h"
#include "common/text/language.h"
#include "indexer/bounded_queue.h"
#include "indexer/latest_versions.h"
#include "indexer/mention_finder.h"
#include "indexer/readers/registry.h"
#include "indexer/reading.h"
#include "indexer/story/story.h"
#include "indexer/storytelling.h"
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
    FileProgress(std::uint64_t size_bytes, Progress& progress) : size_bytes_(size_bytes), progress_(progress) {}
    FileProgress(const FileProgress&) = delete;
    FileProgress& operator=(const FileProgress&) = delete;
    /// What was not looked at is done as well.
    ~FileProgress() { count_up_to(size_bytes_); }

    /// Reading may wind back; progress does not.
    void count_up_to(std::uint64_t position) {
        if (position <= counted_) return;
        progress_.count_bytes(position - counted_);
        counted_ = position;
    }

private:
    std::uint64_t size_bytes_;
    Progress& progress_;
    std::uint64_t counted_ = 0;
};

/// What the report says of an article of which a later version is known.
Skipped outdated(const Article& article, std::uint64_t later_version, std::string_view whereabouts) {
    return {article.path, article.member, article.place, "outdated",
            fmt::format("version {} of {}; version {} {}", article.version, article.id, later_version, whereabouts)};
}

/// What becomes of the findings of a run.
class FindingSorter {
public:
    FindingSorter(Report& report, const std::function<bool(RawArticle)>& take) : report_(report), take_(take) {}

    /// False where no more is wanted.
    bool sort(Finding finding) {
        return std::visit([this](auto&& what) { return this->sort_one(std::forward<decltype(what)>(what)); },
                          std::move(finding.what)) &&
               !interrupted();
    }

private:
    bool sort_one(RawArticle article) {
        const Article& stated = article.stated;
        if (const auto later = versions_.later_than(stated.id, stated.version))
            return sort_one(outdated(stated, *later, "was read before"));
        return !interrupted() && take_(std::move(article));
    }
    bool sort_one(Skipped skipped) {
        report_.skip(std::move(skipped));
        return true;
    }
    bool sort_one(const PassedOver& passed_over) {
        report_.count_passed_over(passed_over.kind);
        return true;
    }
    static bool sort_one(const ReadingFailed& failed) { throw IoError(failed.what); }

    Report& report_;
    const std::function<bool(RawArticle)>& take_;
    LatestVersions versions_;
};

ConfinedReading reading_with(const PipelineOptions& options) {
    ReaderOptions reader = options.reader;
    reader.format = options.format.empty() ? nullptr : reader_named(options.format);
    return ConfinedReading([reader](const InputFile& file, const TakeFinding& take) { read_file(file, reader, take); });
}

/// Reads all inputs in order until `take` wants no more or the user interrupts.
RunEnd read_inputs(const PipelineOptions& options, Report& report, Progress& progress,
                   const std::function<bool(RawArticle)>& take) {
    ConfinedReading reading = reading_with(options);
    catch_interrupts();
    const InputList list = options.list ? *options.list : list_inputs(options.inputs);
    progress.set_total_bytes(list.total_bytes);
    for (const Skipped& skipped : list.skipped) report.skip(skipped);
    FindingSorter sorter(report, take);
    RunEnd end{.files = list.files.size()};
    for (const InputFile& file : list.files) {
        FileProgress file_progress(file.size_bytes, progress);
        const auto sort = [&](Finding finding) {
            file_progress.count_up_to(finding.position_bytes);
            return sorter.sort(std::move(finding));
        };
        if (interrupted() || !reading.read(file, sort)) break;
        ++end.files_read;
    }
    end.interrupted = interrupted();
    return end;
}

bool has_text(const Article& article) {
    return !article.title.empty() || !article.lead.empty() || !article.body.empty() || !article.captions.empty();
}

/// The article a reader's finding tells of; nothing, and an entry in the report, where there is none in it.
std::optional<Article> make_article(const RawArticle& raw, ConfinedStorytelling::Told told, bool keep_all,
                                    Report& report) {
    const auto skip = [&](const std::string& reason, const std::string& detail) {
        report.skip({raw.stated.path, raw.stated.member, raw.stated.place, reason, detail});
        return std::nullopt;
    };
    if (const auto* reason = std::get_if<Reason>(&told)) return skip(reason->reason, reason->detail);
    auto& [article, warnings, not_article] = std::get<Story>(told);
    for (const std::string& warning : warnings)
        report.warn(name_of(article.path, article.member, article.place), warning);
    if (!not_article.empty() && !keep_all) return skip("not an article", not_article);
    if (raw.stated.id.empty() && !has_text(article)) return skip("no text", "neither a title nor a body");
    return std::move(article);
}

/// From what readers found to articles.
class ArticleMaker {
public:
    ArticleMaker(bool keep_all, Report& report, Progress& progress)
        : keep_all_(keep_all), report_(report), progress_(progress) {}

    std::vector<Article> make(std::span<const RawArticle> raws) {
        std::vector<Article> articles;
        auto told = storytelling_.tell(raws);
        for (std::size_t i = 0; i < raws.size(); ++i) {
            report_.count_bytes(raws[i].input_bytes);
            progress_.count_article();
            auto article = make_article(raws[i], std::move(told[i]), keep_all_, report_);
            if (article) articles.push_back(std::move(*article));
        }
        return articles;
    }

private:
    bool keep_all_;
    Report& report_;
    Progress& progress_;
    ConfinedStorytelling storytelling_;
};

void count_fates(std::span<const Fate> fates, Report& report) {
    for (const Fate fate : fates) {
        switch (fate) {
        case Fate::added: report.count_added(); break;
        case Fate::replaced: report.count_replaced(); break;
        case Fate::unchanged: report.count_unchanged(); break;
        case Fate::outdated: break;
        }
    }
}

/// What one worker does with batches.
class BatchAdder {
public:
    BatchAdder(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress)
        : writer_(writer),
          report_(report),
          maker_(options.keep_all, report, progress),
          builder_(writer.make_builder()) {
        if (options.mentions != nullptr) finder_.emplace(options.mentions->make());
    }

    void add(const RawBatch& raw) {
        std::vector<HashedArticle> articles;
        for (Article& article : maker_.make(raw.articles)) {
            const ContentHash hash = content_hash(article);
            articles.push_back({std::move(article), hash});
        }
        const Decisions decisions = writer_.decide(raw.number, articles);
        count_fates(decisions.fates, report_);
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
    IndexWriter& writer_;
    Report& report_;
    ArticleMaker maker_;
    BatchBuilder builder_;
    std::optional<MentionFinder> finder_;
};

/// Threads that add batches from a queue; the first failure stops them all and is thrown by finish().
class Workers {
public:
    Workers(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress)
        : queue_(options.jobs + 1), writer_(writer) {
        // The processes of all are made before the first thread begins.
        for (unsigned i = 0; i < options.jobs; ++i) adders_.emplace_back(options, writer, report, progress);
        for (BatchAdder& adder : adders_) threads_.emplace_back([this, &adder] { work(adder); });
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
    void work(BatchAdder& adder) {
        try {
            while (auto batch = queue_.pop()) {
                if (!failed_) adder.add(*batch);
            }
        } catch (...) {
            const std::lock_guard lock(failure_mutex_);
            if (!failure_) failure_ = std::current_exception();
            failed_ = true;
            queue_.close();
            writer_.abandon();
        }
    }

    void join() {
        queue_.close();
        for (std::thread& thread : threads_) {
            if (thread.joinable()) thread.join();
        }
    }

    BoundedQueue<RawBatch> queue_;
    IndexWriter& writer_;
    std::deque<BatchAdder> adders_;
    std::vector<std::thread> threads_;
    std::atomic<bool> failed_ = false;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
};

}  // namespace

RunEnd add_articles(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress) {
    RunEnd end;
    const auto read_into = [&](BatchGatherer gatherer) {
        end = read_inputs(options, report, progress,
                          [&](RawArticle article) { return gatherer.add(std::move(article)); });
        gatherer.flush();
    };
    if (options.jobs <= 1) {
        BatchAdder adder(options, writer, report, progress);
        read_into(BatchGatherer(options.commit_every, [&](const RawBatch& batch) {
            adder.add(batch);
            return true;
        }));
    } else {
        Workers workers(options, writer, report, progress);
        read_into(BatchGatherer(options.commit_every, [&](RawBatch batch) { return workers.push(std::move(batch)); }));
        workers.finish();
    }
    writer.finish();
    return end;
}

RunEnd extract_articles(const PipelineOptions& options, Report& report, Progress& progress,
                        const std::function<bool(const Article&)>& visit) {
    ArticleMaker maker(options.keep_all, report, progress);
    BatchGatherer gatherer(0, [&](const RawBatch& batch) {
        for (Article& article : maker.make(batch.articles)) {
            fill_language(article);
            report.count_added();
            if (!visit(article)) return false;
        }
        return true;
    });
    const RunEnd end =
        read_inputs(options, report, progress, [&](RawArticle article) { return gatherer.add(std::move(article)); });
    gatherer.flush();
    return end;
}

}  // namespace dateline
