#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

/// Mail as newsletters are: RFC 5322, MIME (RFC 2045 to 2047, 2231), by GMime.
namespace dateline {

/// What a message holds: itself, where it has a subject or a text, then the messages attached to it (forwarded whole,
/// or a digest) and those attached to these, each an article of its own.
///
/// Of alternatives the HTML part is read, unless it says far less than the plain one; parts in a row are one text.
/// Attached files are not read: each is a warning. The sender is the source, the day the one of the `Date` header.
/// `message`: its bytes, without the separator line of a mailbox.
std::vector<RawArticle> articles_of_message(std::string_view message);

}  // namespace dateline
