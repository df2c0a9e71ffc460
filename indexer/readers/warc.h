#pragma once

#include "indexer/readers/reader.h"

namespace dateline {

/// Web archives (WARC, ISO 28500): the pages among the answers of servers, an article a record. `place` has the number
/// of the record, the address it was fetched from and the time of fetching, which is never taken for a date of
/// publication.
///
/// A page is what a server gave with success and as HTML. Records with a page that no server gave (`resource`) count as
/// well, and text somebody else took from a page (`conversion`) where the page itself was not in the file before. Other
/// contents, errors and redirects, and the records of requests and crawling are counted (`ReaderSink::passed_over`),
/// and so are revisits, which only say that an answer had not changed: those of a page that was in the file before, for
/// which its article stands, apart from all others.
class WarcReader : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

}  // namespace dateline
