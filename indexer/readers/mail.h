#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace dateline {

/// Newsletters: mailboxes (mbox in all its variants) and single messages (.eml, files of a Maildir).
class MailReader final : public Reader {
public:
    void read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const override;
};

/// A mailbox: its separator line, then a header field.
bool looks_like_mailbox(std::string_view text);

/// A message: header fields, some of which stand in every mail that came through the net.
bool looks_like_message(std::string_view text);

}  // namespace dateline
