#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/index.h"
#include "indexer/writer/batch.h"
#include "indexer/writer/folder_lock.h"
#include "indexer/writer/known_article.h"
#include "indexer/writer/segment_assembler.h"

/// Changes an index: adds batches, replaces and removes articles, merges segments. Every change becomes visible by one
/// manifest (common/index/manifest.h); whatever happens before that leaves the index as it was.
namespace dateline {

struct WriterOptions {
    unsigned jobs = 1;
    std::size_t memory_bytes = std::size_t{1} << 30;
    /// Articles after which a segment is published at the latest; 0 leaves it to memory alone.
    std::size_t commit_every = 0;
    TaggedBy tagged_by{};  ///< what finds the mentions of the articles that are added
};

/// Finds what an article mentions.
using MentionFinding = std::function<std::vector<Mention>(const Article&)>;

/// An article that is left out for a later version of it.
struct OutdatedArticle {
    Article article;
    std::uint64_t later_version = 0;
};

/// What became of the articles of a batch: a fate for each, and those that are outdated.
struct Decisions {
    std::vector<Fate> fates;
    std::vector<OutdatedArticle> outdated;
};

class IndexWriter {
public:
    /// Opens or creates the index and locks it against other writers. Throws IndexError (locked, ...), IoError, and
    /// UsageError where other files lie in the folder.
    IndexWriter(std::filesystem::path folder, const WriterOptions& options);
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;
    ~IndexWriter();

    /// One for each thread.
    BatchBuilder make_builder() const;

    /// Decides the fate of each article of batch `number`, and drops from `articles` those that are unchanged or
    /// outdated. An article that replaces another takes over the addresses it was seen at (known_article.h). Batches
    /// are numbered from 0 in the order of the input, without a gap, and decided in that order: where a thread comes
    /// too early it waits, so that of articles with one id the last in the input stays, whatever thread is faster.
    /// Thread-safe.
    Decisions decide(std::uint64_t number, std::vector<HashedArticle>& articles);

    /// Indexes what decide() left of batch `number`, be it nothing, and publishes a segment where enough has come
    /// together. Published are always the first batches of the input, never one before another that precedes it.
    /// Thread-safe, with a builder for each thread.
    void add(std::uint64_t number, std::span<const HashedArticle> articles, BatchBuilder& builder);

    /// Says that a batch will never be decided: whoever waits in decide() gets an Error, now and later. Thread-safe.
    void abandon();

    /// Publishes what has been added, and merges segments where there are many. Not beside add().
    void finish();

    /// Removes the articles with these ids; gives the ids that are not there.
    std::vector<std::string> remove(std::span<const std::string> ids);

    /// Merges everything into one segment without deleted articles.
    void compact();

    /// Finds anew what articles mention, in those segments that WriterOptions::tagged_by did not tag. Texts are read
    /// from the index. `make_finding` gives one finding for each thread; `go_on` is told of each part done, as a number
    /// of articles, and says whether to go on. False where it ended the work: segments done are published, the others
    /// are as they were.
    bool tag_again(const std::function<MentionFinding()>& make_finding, const std::function<bool(std::size_t)>& go_on);
    /// How many articles tag_again would look at.
    std::uint64_t tagged_by_others() const;

    const Manifest& manifest() const { return manifest_; }

private:
    struct Place {
        std::uint64_t batch = 0;
        std::uint32_t row = 0;
        KnownArticle article;
    };
    struct Replaced {
        std::string segment;
        std::uint32_t row = 0;
        std::uint64_t by_batch = 0;
    };
    struct Decision {
        Fate fate = Fate::added;
        std::uint64_t known_version = 0;
    };
    using SegmentDeletions = std::map<std::string, Deletions>;

    Decision decide_one(std::uint64_t number, std::uint32_t row, HashedArticle& article);
    std::filesystem::path new_batch_folder(std::uint64_t number) const;
    std::shared_ptr<WordTable> current_words();
    void publish_batches();
    std::map<std::uint64_t, Batch> take_finished_batches();
    void publish(Manifest next, SegmentDeletions deletions);
    /// The deletions that go with the publication of these batches, which become the segment `entry`.
    SegmentDeletions take_deletions(const std::map<std::uint64_t, std::uint32_t>& first_row, const SegmentEntry& entry);
    void delete_row(SegmentDeletions& deletions, const IndexSegment& segment, std::uint32_t row) const;
    SegmentEntry new_segment(std::span<const SegmentPart> parts, std::vector<TaggedBy> tagged_by);
    std::vector<TaggedBy> taggers_of(const std::vector<std::string>& names) const;
    bool tag_segment_again(const std::string& name, const std::function<MentionFinding()>& make_finding,
                           const std::function<bool(std::size_t)>& go_on);
    bool is_tagged_by_other(const SegmentEntry& entry) const;
    void apply_deletions(Manifest& next, SegmentDeletions& deletions);
    void merge_where_many();
    void rebuild_where_much_is_deleted();
    void merge(const std::vector<std::string>& names);
    void rebuild(const std::vector<std::string>& names);
    void replace_by(const std::vector<std::string>& names, std::span<const Batch> batches,
                    const std::vector<WordForm>& forms, std::vector<TaggedBy> tagged_by);
    void remove_leftovers() const;
    void reopen();

    std::filesystem::path folder_;
    WriterOptions options_;
    FolderLock lock_;
    std::mutex mutex_;       ///< guards all below
    std::mutex publishing_;  ///< one thread assembles at a time
    Manifest manifest_;
    std::optional<Index> index_;                     ///< what is published
    std::unordered_map<std::string, Place> coming_;  ///< by id: articles decided on and not yet published
    /// Rows of coming batches that lose to another batch of the same run: (batch, row) -> the batch that wins.
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint64_t> superseded_;
    /// Rows of published segments that are to be deleted when the batch that replaces them is published, not before.
    std::vector<Replaced> replaced_;
    std::condition_variable decided_;     ///< next_decision_ or abandoned_ has changed
    std::uint64_t next_decision_ = 0;     ///< number of the batch whose turn it is
    std::uint64_t next_publication_ = 0;  ///< number of the first batch that is not published
    bool abandoned_ = false;
    std::map<std::uint64_t, Batch> batches_;
    std::size_t batch_bytes_ = 0;
    std::size_t batch_articles_ = 0;
    std::shared_ptr<WordTable> words_ = std::make_shared<WordTable>();
};

}  // namespace dateline
