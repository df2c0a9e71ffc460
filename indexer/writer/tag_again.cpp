#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <mutex>
#include <numeric>

#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

std::vector<std::uint32_t> live_rows(const IndexSegment& segment) {
    std::vector<std::uint32_t> rows(segment.articles());
    std::iota(rows.begin(), rows.end(), 0U);
    std::erase_if(rows, [&](std::uint32_t row) { return segment.deletions().contains(row); });
    return rows;
}

/// Batches made side by side of a segment's articles: each thread takes the next that nobody has taken.
class Tagging {
public:
    Tagging(const IndexSegment& segment, const std::function<bool(std::size_t)>& go_on)
        : segment_(segment), rows_(live_rows(segment)), go_on_(go_on), batches_(count()) {}

    /// Works until nothing is left or the work is ended.
    void work(BatchBuilder builder, const MentionFinding& find,
              const std::function<std::filesystem::path(std::size_t)>& folder_of) {
        for (std::size_t number = next_++; number < batches_.size() && !ended_; number = next_++) {
            std::vector<HashedArticle> articles;
            const std::size_t end = std::min((number + 1) * articles_per_batch, rows_.size());
            for (std::size_t i = number * articles_per_batch; i < end; ++i) {
                Article article = segment_.article(rows_[i]);
                std::vector<Mention> mentions = find(article);
                articles.push_back(
                    {std::move(article), segment_.columns().content_hashes()[rows_[i]], std::move(mentions)});
            }
            batches_[number] = builder.build(articles, folder_of(number), words_);
            const std::lock_guard guard(telling_);
            if (!go_on_(articles.size())) ended_ = true;
        }
    }

    /// Ends the work of the others where one has failed.
    void end() { ended_ = true; }
    bool is_ended() const { return ended_; }
    std::span<const Batch> batches() const { return batches_; }
    std::vector<WordForm> forms() const { return words_->forms(); }

private:
    std::size_t count() const { return (rows_.size() + articles_per_batch - 1) / articles_per_batch; }

    const IndexSegment& segment_;
    std::vector<std::uint32_t> rows_;
    const std::function<bool(std::size_t)>& go_on_;
    std::vector<Batch> batches_;
    std::shared_ptr<WordTable> words_ = std::make_shared<WordTable>();
    std::mutex telling_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> ended_ = false;
};

}  // namespace

bool IndexWriter::tag_again(const std::function<MentionFinding()>& make_finding,
                            const std::function<bool(std::size_t)>& go_on) {
    std::vector<std::string> names;
    for (const SegmentEntry& entry : manifest_.segments) {
        if (is_tagged_by_other(entry)) names.push_back(entry.name);
    }
    return std::all_of(names.begin(), names.end(),
                       [&](const std::string& name) { return tag_segment_again(name, make_finding, go_on); });
}

bool IndexWriter::tag_segment_again(const std::string& name, const std::function<MentionFinding()>& make_finding,
                                    const std::function<bool(std::size_t)>& go_on) {
    const auto segment = std::find_if(index_->segments().begin(), index_->segments().end(),
                                      [&](const auto& one) { return one->entry().name == name; });
    Tagging tagging(**segment, go_on);
    const auto work = [&] {
        try {
            tagging.work(make_builder(), make_finding(),
                         [this](std::size_t number) { return new_batch_folder(number); });
        } catch (...) {
            tagging.end();
            throw;
        }
    };
    std::vector<std::future<void>> threads;
    for (unsigned i = 0; i < std::max(1U, options_.jobs); ++i) threads.push_back(std::async(std::launch::async, work));
    for (std::future<void>& thread : threads) thread.wait();
    for (std::future<void>& thread : threads) thread.get();
    if (tagging.is_ended()) return false;
    replace_by({name}, tagging.batches(), tagging.forms(), {options_.tagged_by});
    return true;
}

}  // namespace dateline
