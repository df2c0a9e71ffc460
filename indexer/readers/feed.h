#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// RSS 0.9x, 1.0 and 2.0 and Atom: an article an item or entry, with the full text where the feed has it
/// (`content:encoded`, Atom `content`), else with the summary as body. What the feed says of itself (title, language)
/// fills what its items lack. Places are `item 3`. A damaged feed gives the items before the damage.
class FeedReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
