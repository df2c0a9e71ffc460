#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/containers/header_fields.h"

namespace dateline {

/// The head of an answer of a web server, as crawls keep it.
struct HttpHead {
    int status = 0;
    HeaderFields fields;
    std::size_t length_bytes = 0;  ///< the body begins behind it
};

/// Nothing where `bytes` do not begin with a whole head.
std::optional<HttpHead> parse_http_head(std::string_view bytes);

/// What a server sent, as it was before it was packed for the way.
struct HttpPayload {
    std::string bytes;
    bool is_too_large = false;  ///< more than was allowed; `bytes` is empty then
    std::string warning;        ///< where not everything could be unpacked: what is wrong; `bytes` is what there is
};

/// The payload in the body of an answer: chunks joined (`Transfer-Encoding: chunked`), codings undone
/// (`Content-Encoding`: gzip, deflate, br, zstd, in a row). Crawlers often keep the fields of a body that they store
/// unpacked: a body that is not what its fields say is taken as it is.
HttpPayload http_payload(const HttpHead& head, std::string_view body, std::size_t most_bytes);

}  // namespace dateline
