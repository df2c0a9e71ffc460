#include "searcher/mcp/instructions.h"

namespace dateline::mcp {

std::string instructions() {
    return R"(Full-text search over an archive of news articles. All counts are exact; where nothing matches, the answer says so.

Queries: `kim summit` has both words in any form; "abducted citizens" is an exact phrase; OR in capitals, -word excludes,
(groups). Words near each other: citizens W/5 abducted (W/S in one sentence, W/P in one paragraph). kidnap* stands for
words that begin so. In a field: title:summit, title:"peace talks", source:Reuters, section:sport, author:"jane smith",
language:de, site:bbc.co.uk. By date of publication: date:2012, date:2012-08, date:2012-08..2012-10, before:2010,
after:2010-06-30. A wrong query comes back with the column of what is wrong.

Where exact is false, no article matches as asked: notes say what was searched instead. Say so when you report it.

Quote only text of `quote`, character for character, and name title, source, date and id. Places (field, start, end)
count Unicode code points of the stored field, the end not included; `searcher verify` takes them with id and quote, and
so does verify_quote.)";
}

}  // namespace dateline::mcp
