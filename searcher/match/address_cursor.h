#pragma once

#include "common/index/segment.h"
#include "searcher/match/cursor.h"
#include "searcher/query/ast.h"

namespace dateline {

/// Articles whose web address satisfies the node; And, Or and Not combine. Read from the stored cards, of candidates
/// alone where other lists lead. Letter case, `http` or `https` and a slash at the end do not count.
///
/// For `site` a value is a host, which finds itself and its subdomains, and may go on with the beginning of a path:
/// `example.org`, `example.org/sport`. For `url` a value with `http://` or `https://` is the whole address, any other a
/// part of one, from one sign that is no letter or digit to another. With `*` a value is a pattern for the whole host,
/// or the whole address.
///
/// For `datefrom` the same is asked of where the date of publication was found (Published::from), which is written as
/// addresses are: `html:json-ld:datePublished` has the part `json-ld`. The undated have none.
CursorPtr address_cursor(FieldKind kind, const query::Node& node, const IndexSegment& segment);

}  // namespace dateline
