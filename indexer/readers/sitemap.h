#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// Sitemaps of news (`urlset` with `news:news`): address, title, day, name and language of articles whose text stands
/// elsewhere. None of them is an article to be found: each is told of by name, and kept only where all is kept. Then
/// its id is not the address, so that it never takes the place of the article itself.
class SitemapReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
