#include "indexer/writer/index_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "common/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// As many segments of one size are merged into one of the next. Sizes grow by this factor, so each article is copied a
/// few times at most, and an index of ten million articles has some thirty segments.
constexpr std::size_t merge_factor = 8;
constexpr double smallest_tier_articles = 1000;
/// A segment with more deleted articles than this share is made anew.
constexpr double most_deleted_share = 0.25;
/// Batches put together at once: each holds some files open.
constexpr std::size_t most_batches = 200;
/// A word table of this size is given up for a new one.
constexpr std::size_t most_word_table_bytes = std::size_t{256} << 20;
constexpr std::size_t bytes_per_remembered_form = 250;

/// The share of the memory that waiting batches may take; the rest is for reading, analysis and putting together.
std::size_t batch_memory(const WriterOptions& options) { return options.memory_bytes / 4; }

std::size_t tier_of(const SegmentEntry& entry) {
    const double live = entry.articles - entry.deleted;
    if (live <= smallest_tier_articles) return 0;
    return static_cast<std::size_t>(std::log(live / smallest_tier_articles) / std::log(double{merge_factor})) + 1;
}

fs::path temporary_path(const fs::path& index) { return index / "tmp"; }

fs::path made_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw IoError("cannot create " + folder.string() + ": " + error.message());
    return folder;
}

/// The folder of the index, made where it is missing. Without a manifest only what the making of an index left may lie
/// there: a writer clears `segments` and `tmp` of what it does not know, and that must not be somebody's files.
fs::path index_folder(const fs::path& folder) {
    made_folder(folder);
    if (index_exists(folder)) return folder;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const bool is_ours = name == "lock" || name == "manifest.json.new" ||
                             (name == "segments" && entry.is_directory() && fs::is_empty(entry.path()));
        if (!is_ours) {
            throw UsageError(folder.string() + " is not an index and not empty (it has " + name +
                             "); name a new or an empty folder for the index");
        }
    }
    return folder;
}

const SegmentEntry* find_entry(const Manifest& manifest, const std::string& name) {
    const auto found = std::find_if(manifest.segments.begin(), manifest.segments.end(),
                                    [&](const SegmentEntry& entry) { return entry.name == name; });
    return found == manifest.segments.end() ? nullptr : &*found;
}

const IndexSegment& segment_named(const Index& index, const std::string& name) {
    for (const auto& segment : index.segments()) {
        if (segment->entry().name == name) return *segment;
    }
    throw Error("no segment named " + name);
}

HashedArticle stored_article(const IndexSegment& segment, std::uint32_t row) {
    Article article = segment.article(row);
    std::vector<Mention> mentions = segment.mentions(row, article);
    return {std::move(article), segment.columns().content_hashes()[row], std::move(mentions)};
}

}  // namespace

IndexWriter::IndexWriter(fs::path folder, const WriterOptions& options)
    : folder_(std::move(folder)), options_(options), lock_(lock_path(index_folder(folder_))) {
    made_folder(segments_path(folder_));
    if (index_exists(folder_)) {
        reopen();
    } else {
        manifest_.analyzer = default_analyzer_settings();
        write_manifest(folder_, manifest_);
        index_ = Index::open(folder_);
    }
    remove_leftovers();
    made_folder(temporary_path(folder_));
}

IndexWriter::~IndexWriter() {
    std::error_code ignored;
    fs::remove_all(temporary_path(folder_), ignored);
}

void IndexWriter::reopen() {
    index_ = Index::open(folder_);
    manifest_ = index_->manifest();
}

/// What a crash or an older revision left: folders and deletion files that the manifest does not name.
void IndexWriter::remove_leftovers() const {
    std::error_code ignored;
    fs::remove_all(temporary_path(folder_), ignored);
    fs::remove(manifest_path(folder_).string() + ".new", ignored);
    for (const auto& folder : fs::directory_iterator(segments_path(folder_))) {
        const SegmentEntry* entry = find_entry(manifest_, folder.path().filename().string());
        if (entry == nullptr) {
            fs::remove_all(folder.path(), ignored);
            continue;
        }
        for (const auto& file : fs::directory_iterator(folder.path())) {
            const std::string name = file.path().filename().string();
            if (name.starts_with("deleted-") && name != entry->deletions) fs::remove(file.path(), ignored);
        }
    }
}

BatchBuilder IndexWriter::make_builder() const {
    const std::size_t memory_each = options_.memory_bytes / 8 / std::max(1U, options_.jobs);
    return BatchBuilder(memory_each / bytes_per_remembered_form);
}

Decisions IndexWriter::decide(std::uint64_t number, std::vector<HashedArticle>& articles) {
    std::unique_lock guard(mutex_);
    decided_.wait(guard, [&] { return abandoned_ || number == next_decision_; });
    if (abandoned_) throw Error("given up, because an earlier part of the input could not be indexed");
    Decisions decisions;
    std::vector<HashedArticle> kept;
    for (HashedArticle& article : articles) {
        const auto row = static_cast<std::uint32_t>(kept.size());
        const auto [fate, later_version] = decide_one(number, row, article);
        decisions.fates.push_back(fate);
        if (fate == Fate::outdated) decisions.outdated.push_back({std::move(article.article), later_version});
        else if (fate != Fate::unchanged) kept.push_back(std::move(article));
    }
    articles = std::move(kept);
    ++next_decision_;
    decided_.notify_all();
    return decisions;
}

void IndexWriter::abandon() {
    const std::lock_guard guard(mutex_);
    abandoned_ = true;
    decided_.notify_all();
}

IndexWriter::Decision IndexWriter::decide_one(std::uint64_t number, std::uint32_t row, HashedArticle& article) {
    const std::string& id = article.article.id;
    const auto take = [&] { return Place{number, row, known_article(article)}; };
    if (const auto coming = coming_.find(id); coming != coming_.end()) {
        Place& other = coming->second;
        const Fate fate = decide_fate(article.article, article.hash, other.article);
        if (fate != Fate::replaced) return {fate, other.article.version};
        superseded_.emplace(std::pair(other.batch, other.row), number);
        other = take();
        return {fate};
    }
    for (const auto& segment : index_->segments()) {
        const auto found = segment->find(id);
        if (!found) continue;
        const KnownArticle known = known_article(*segment, *found);
        const Fate fate = decide_fate(article.article, article.hash, known);
        if (fate != Fate::replaced) return {fate, known.version};
        replaced_.push_back({segment->entry().name, *found, number});
        coming_.emplace(id, take());
        return {fate};
    }
    coming_.emplace(id, take());
    return {Fate::added};
}

void IndexWriter::delete_row(SegmentDeletions& deletions, const IndexSegment& segment, std::uint32_t row) const {
    const auto [found, is_new] = deletions.try_emplace(segment.entry().name, segment.deletions());
    if (is_new && found->second.empty()) found->second = Deletions(segment.articles());
    found->second.add(row);
}

fs::path IndexWriter::new_batch_folder(std::uint64_t number) const {
    return temporary_path(folder_) / std::to_string(number);
}

std::shared_ptr<WordTable> IndexWriter::current_words() {
    const std::lock_guard guard(mutex_);
    if (words_->bytes() > std::min(most_word_table_bytes, options_.memory_bytes / 4))
        words_ = std::make_shared<WordTable>();
    return words_;
}

void IndexWriter::add(std::uint64_t number, std::span<const HashedArticle> articles, BatchBuilder& builder) {
    if (articles.empty()) {
        const std::lock_guard guard(mutex_);
        batches_.emplace(number, Batch{});
        return;
    }
    Batch batch = builder.build(articles, new_batch_folder(number), current_words());
    {
        const std::lock_guard guard(mutex_);
        batch_bytes_ += batch.bytes();
        batch_articles_ += batch.articles;
        batches_.emplace(number, std::move(batch));
        const bool enough = batch_bytes_ > batch_memory(options_) || batches_.size() >= most_batches ||
                            (options_.commit_every > 0 && batch_articles_ >= options_.commit_every);
        if (!enough) return;
    }
    publish_batches();
}

/// Those with something in them that stand before the first one that somebody still works on.
std::map<std::uint64_t, Batch> IndexWriter::take_finished_batches() {
    const std::lock_guard guard(mutex_);
    std::map<std::uint64_t, Batch> taken;
    for (auto next = batches_.find(next_publication_); next != batches_.end();
         next = batches_.find(next_publication_)) {
        ++next_publication_;
        auto batch = batches_.extract(next);
        if (batch.mapped().articles > 0) taken.insert(std::move(batch));
    }
    batch_bytes_ = 0;
    batch_articles_ = 0;
    for (const auto& [number, batch] : batches_) {
        batch_bytes_ += batch.bytes();
        batch_articles_ += batch.articles;
    }
    return taken;
}

void IndexWriter::publish_batches() {
    const std::lock_guard one_at_a_time(publishing_);
    const auto batches = take_finished_batches();
    std::map<const WordTable*, std::vector<WordForm>> forms;
    for (const auto& [number, batch] : batches) {
        if (!forms.contains(batch.words.get())) forms.emplace(batch.words.get(), batch.words->forms());
    }
    std::vector<SegmentPart> parts;
    std::map<std::uint64_t, std::uint32_t> first_row;
    std::uint32_t rows = 0;
    for (const auto& [number, batch] : batches) {
        parts.push_back(part_of(batch, forms.at(batch.words.get())));
        first_row[number] = rows;
        rows += batch.articles;
    }
    if (parts.empty()) return;
    const SegmentEntry entry = new_segment(parts, {options_.tagged_by});

    const std::lock_guard guard(mutex_);
    Manifest next = manifest_;
    next.segments.push_back(entry);
    publish(std::move(next), take_deletions(first_row, entry));
    std::erase_if(coming_, [&](const auto& place) { return first_row.contains(place.second.batch); });
    std::error_code ignored;
    for (const auto& [number, batch] : batches) fs::remove_all(batch.postings, ignored);
}

IndexWriter::SegmentDeletions IndexWriter::take_deletions(const std::map<std::uint64_t, std::uint32_t>& first_row,
                                                          const SegmentEntry& entry) {
    SegmentDeletions deletions;
    std::erase_if(replaced_, [&](const Replaced& old) {
        if (!first_row.contains(old.by_batch)) return false;
        delete_row(deletions, segment_named(*index_, old.segment), old.row);
        return true;
    });
    Deletions superseded(entry.articles);
    std::erase_if(superseded_, [&](const auto& loss) {
        const auto& [place, winner] = loss;
        const auto first = first_row.find(place.first);
        if (first == first_row.end()) return false;
        const std::uint32_t row = first->second + place.second;
        // Until the winner is published too, the loser is the article's newest state and must stay.
        if (first_row.contains(winner)) superseded.add(row);
        else replaced_.push_back({entry.name, row, winner});
        return true;
    });
    if (superseded.count() > 0) deletions.emplace(entry.name, std::move(superseded));
    return deletions;
}

/// Writes a segment's files; it becomes part of the index when a manifest names it.
SegmentEntry IndexWriter::new_segment(std::span<const SegmentPart> parts, std::vector<TaggedBy> tagged_by) {
    SegmentEntry entry;
    entry.tagged_by = std::move(tagged_by);
    {
        const std::lock_guard guard(mutex_);
        entry.name = fmt::format("{:06}", manifest_.next_segment++);
    }
    const fs::path folder = segment_path(folder_, entry.name);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    made_folder(folder);
    for (const SegmentPart& part : parts) entry.articles += part.articles;
    assemble_segment(folder, parts, index_->analyzer(), options_.jobs > 1);
    sync_folder(segments_path(folder_));
    return entry;
}

void IndexWriter::apply_deletions(Manifest& next, SegmentDeletions& deletions) {
    for (auto& [name, rows] : deletions) {
        const auto entry =
            std::find_if(next.segments.begin(), next.segments.end(),
                         [&, &wanted = name](const SegmentEntry& other) { return other.name == wanted; });
        if (entry == next.segments.end()) continue;
        entry->deleted = static_cast<std::uint32_t>(rows.count());
        entry->deletions = fmt::format("deleted-{}", next.revision);
        rows.write(segment_path(folder_, name) / entry->deletions);
        sync_folder(segment_path(folder_, name));
    }
    std::erase_if(next.segments, [](const SegmentEntry& entry) { return entry.deleted == entry.articles; });
}

void IndexWriter::publish(Manifest next, SegmentDeletions deletions) {
    next.revision = manifest_.revision + 1;
    next.next_segment = manifest_.next_segment;
    apply_deletions(next, deletions);
    write_manifest(folder_, next);
    reopen();
    for (const auto& folder : fs::directory_iterator(segments_path(folder_))) {
        std::error_code ignored;
        const std::string name = folder.path().filename().string();
        const bool is_newer = name >= fmt::format("{:06}", manifest_.next_segment);
        if (find_entry(manifest_, name) == nullptr && !is_newer) fs::remove_all(folder.path(), ignored);
    }
}

void IndexWriter::finish() {
    publish_batches();
    rebuild_where_much_is_deleted();
    merge_where_many();
}

void IndexWriter::merge_where_many() {
    while (true) {
        std::map<std::size_t, std::vector<std::string>> tiers;
        for (const SegmentEntry& entry : manifest_.segments) tiers[tier_of(entry)].push_back(entry.name);
        const auto full = std::find_if(tiers.begin(), tiers.end(),
                                       [](const auto& tier) { return tier.second.size() >= merge_factor; });
        if (full == tiers.end()) return;
        merge(full->second);
    }
}

void IndexWriter::rebuild_where_much_is_deleted() {
    std::vector<std::string> names;
    for (const SegmentEntry& entry : manifest_.segments) {
        if (entry.deleted > most_deleted_share * entry.articles) names.push_back(entry.name);
    }
    if (!names.empty()) rebuild(names);
}

/// Copies segments into one. Xapian's lists cannot drop a document, so deleted rows stay, and stay deleted.
void IndexWriter::merge(const std::vector<std::string>& names) {
    std::vector<std::vector<WordForm>> forms;
    forms.reserve(names.size());
    std::vector<SegmentPart> parts;
    std::vector<std::uint32_t> deleted_rows;
    std::uint32_t first_row = 0;
    for (const std::string& name : names) {
        const IndexSegment& segment = segment_named(*index_, name);
        forms.push_back(segment.words().forms());
        parts.push_back(part_of(segment, segment_path(folder_, name), forms.back()));
        for (std::uint32_t row = 0; row < segment.articles(); ++row) {
            if (segment.deletions().contains(row)) deleted_rows.push_back(first_row + row);
        }
        first_row += segment.articles();
    }
    const SegmentEntry entry = new_segment(parts, taggers_of(names));
    Manifest next = manifest_;
    std::erase_if(next.segments, [&](const SegmentEntry& old) {
        return std::find(names.begin(), names.end(), old.name) != names.end();
    });
    next.segments.push_back(entry);
    SegmentDeletions deletions;
    if (!deleted_rows.empty()) {
        Deletions rows(entry.articles);
        for (const std::uint32_t row : deleted_rows) rows.add(row);
        deletions.emplace(entry.name, std::move(rows));
    }
    publish(std::move(next), std::move(deletions));
}

std::vector<TaggedBy> IndexWriter::taggers_of(const std::vector<std::string>& names) const {
    std::vector<TaggedBy> all;
    for (const std::string& name : names) {
        const std::vector<TaggedBy>& own = find_entry(manifest_, name)->tagged_by;
        all.insert(all.end(), own.begin(), own.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// Indexes the articles of segments anew from what is stored, without the deleted ones, into one segment.
void IndexWriter::rebuild(const std::vector<std::string>& names) {
    BatchBuilder builder = make_builder();
    const auto words = std::make_shared<WordTable>();
    std::vector<Batch> batches;
    std::vector<HashedArticle> articles;
    const auto build = [&] {
        if (!articles.empty()) batches.push_back(builder.build(articles, new_batch_folder(batches.size()), words));
        articles.clear();
    };
    for (const std::string& name : names) {
        const IndexSegment& segment = segment_named(*index_, name);
        for (std::uint32_t row = 0; row < segment.articles(); ++row) {
            if (segment.deletions().contains(row)) continue;
            articles.push_back(stored_article(segment, row));
            if (articles.size() == articles_per_batch) build();
        }
    }
    build();
    replace_by(names, batches, words->forms(), taggers_of(names));
}

/// Publishes batches, which share one list of forms, as a segment in the place of others.
void IndexWriter::replace_by(const std::vector<std::string>& names, std::span<const Batch> batches,
                             const std::vector<WordForm>& forms, std::vector<TaggedBy> tagged_by) {
    std::vector<SegmentPart> parts;
    for (const Batch& batch : batches) parts.push_back(part_of(batch, forms));
    Manifest next = manifest_;
    std::erase_if(next.segments, [&](const SegmentEntry& old) {
        return std::find(names.begin(), names.end(), old.name) != names.end();
    });
    if (!parts.empty()) next.segments.push_back(new_segment(parts, std::move(tagged_by)));
    publish(std::move(next), {});
    std::error_code ignored;
    for (const Batch& batch : batches) fs::remove_all(batch.postings, ignored);
}

bool IndexWriter::is_tagged_by_other(const SegmentEntry& entry) const {
    return entry.tagged_by != std::vector{options_.tagged_by};
}

std::uint64_t IndexWriter::tagged_by_others() const {
    std::uint64_t articles = 0;
    for (const SegmentEntry& entry : manifest_.segments) {
        if (is_tagged_by_other(entry)) articles += entry.articles - entry.deleted;
    }
    return articles;
}

std::vector<std::string> IndexWriter::remove(std::span<const std::string> ids) {
    std::vector<std::string> missing;
    SegmentDeletions deletions;
    for (const std::string& id : ids) {
        bool found = false;
        for (const auto& segment : index_->segments()) {
            const auto row = segment->find(id);
            if (row) delete_row(deletions, *segment, *row);
            found = found || row.has_value();
        }
        if (!found) missing.push_back(id);
    }
    if (!deletions.empty()) publish(manifest_, std::move(deletions));
    return missing;
}

void IndexWriter::compact() {
    std::vector<std::string> names;
    std::uint64_t deleted = 0;
    for (const SegmentEntry& entry : manifest_.segments) {
        names.push_back(entry.name);
        deleted += entry.deleted;
    }
    if (deleted > 0) rebuild(names);
    else if (names.size() > 1) merge(names);
}

}  // namespace dateline
