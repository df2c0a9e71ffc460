#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/mention_places.h"
#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/results/marks.h"

/// The sentence that a mention stands in, out of the stored text.
namespace dateline {

struct MentionSentence {
    std::string text;
    std::size_t begin = 0;    ///< of the mention in the text, in code points
    std::size_t end = 0;      ///< exclusive
    std::size_t words = 0;    ///< in the sentence
    double query_weight = 0;  ///< of the words and phrases of a query that stand in it (ArticleMarks::weights)
};

/// Where a mention is from: what is shown of an article beside its sentence.
struct MentionSource {
    std::string id;
    std::string title;
    std::string url;
    std::string source;
    std::optional<Date> published;
};

/// Reads the sentences of one article.
class SentenceReader {
public:
    /// Reads the stored article. `segment` and `analyzer` must outlive the reader.
    SentenceReader(const IndexSegment& segment, std::uint32_t row, const Analyzer& analyzer);

    /// Nothing where the place does not fit the texts. `marks` may be null: then no words of a query are weighed.
    std::optional<MentionSentence> sentence(const MentionPlace& place, const ArticleMarks* marks) const;
    /// A mention as it is written; empty where the place does not fit the texts.
    std::string text(const MentionPlace& place) const;
    MentionSource source() const;

private:
    Article article_;
    const Analyzer& analyzer_;
};

/// A place in one text of an article, from one among all its words.
struct PlaceInText {
    TextField field = TextField::body;
    std::uint32_t word = 0;
};
PlaceInText place_in_text(const FieldLengths& lengths, std::uint32_t word);

}  // namespace dateline
