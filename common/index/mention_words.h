#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/article_text.h"
#include "common/index/mention.h"
#include "common/index/mention_places.h"
#include "common/text/segmenter.h"

/// From mentions in texts to mentions among words, and back.
namespace dateline {

/// Finds the words of one article's mentions while its texts are cut. A mention in which no word stands is left out.
class MentionPlacer {
public:
    /// All must outlive the placer.
    MentionPlacer(const ArticleTexts& texts, std::span<const Mention> mentions);

    /// The words of one text; `first_word`: how many the texts before it have. Called for each text, in their order.
    void place(TextField field, std::span<const Segment> words, std::uint32_t first_word);

    /// What the article has in a column, each value once, in the order of the text. The field is one of a mention's.
    const std::vector<std::string>& values(std::string_view field) const;
    /// The places, in order.
    const std::vector<MentionPlace>& places() const { return places_; }

private:
    struct Values {
        std::string_view field;
        std::vector<std::string> values;
    };
    std::uint32_t number(const Mention& mention);

    const ArticleTexts& texts_;
    std::vector<const Mention*> mentions_;
    std::vector<Values> values_;
    std::vector<MentionPlace> places_;
};

/// Value number `value` (MentionPlace::value) of an article in a column; empty where there is none.
using MentionValues = std::function<std::string_view(std::string_view field, std::uint32_t value)>;

/// The mentions of an article as they were before they were placed, in the order of the texts.
std::vector<Mention> mentions_in(const Article& article, MentionPlaceReader places, const MentionValues& values);

}  // namespace dateline
