#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/columns.h"
#include "common/index/segment.h"
#include "common/index/stored_articles.h"
#include "common/index/words.h"
#include "common/text/analyzer.h"
#include "indexer/writer/batch.h"

/// Puts the parts of a segment together: batches just made, or older segments that are merged.
namespace dateline {

/// One part: views that must outlive the assembling.
struct SegmentPart {
    std::filesystem::path postings;
    std::uint32_t articles = 0;
    /// Forms by the numbers the streams use; parts may share one list.
    const std::vector<WordForm>* forms = nullptr;
    std::span<const std::uint64_t> stream_ends;
    std::string_view streams;
    const Columns* columns = nullptr;             ///< either this
    const ColumnsBuilder* new_columns = nullptr;  ///< or this
    StoredView stored;
    std::span<const std::uint64_t> mention_ends;
    std::string_view mentions;
};

SegmentPart part_of(const Batch& batch, const std::vector<WordForm>& forms);
/// `forms` is segment.words().forms(), kept by the caller.
SegmentPart part_of(const IndexSegment& segment, const std::filesystem::path& folder,
                    const std::vector<WordForm>& forms);

/// Writes a complete segment into `folder` (which exists and is empty), synced; its rows are the parts' rows one after
/// the other. `analyzer` gives the stems. With `parallel` Xapian's lists are compacted by a second thread. Throws
/// IoError; a half-written folder is then left for the caller to remove.
void assemble_segment(const std::filesystem::path& folder, std::span<const SegmentPart> parts, const Analyzer& analyzer,
                      bool parallel);

}  // namespace dateline
