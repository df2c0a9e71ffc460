#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "indexer/confinement/helper_process.h"
#include "indexer/confinement/reasons.h"
#include "indexer/readers/raw_article.h"
#include "indexer/story/story.h"

namespace dateline {

/// Tells stories in a process of its own: a page on which that crashes, hangs or takes too much memory has a reason
/// instead of a story, and costs no other one. One thread at a time.
class ConfinedStorytelling {
public:
    using Tell = std::function<Story(RawArticle)>;
    using Told = std::variant<Story, Reason>;

    /// `tell`: what the process does with each. Throws IoError where there can be no process.
    explicit ConfinedStorytelling(Tell tell = tell_whole_story, const HelperProcess::Limits& limits = {});

    /// One for each, in their order. Throws IoError.
    std::vector<Told> tell(std::span<const RawArticle> articles);

private:
    struct Asked {
        Ending ending;
        std::size_t articles;
    };

    Asked tell_some(std::span<const RawArticle> articles, std::size_t most_bytes, std::vector<Told>& told);

    HelperProcess::Limits limits_;
    HelperProcess helper_;
    std::string request_;  ///< kept for its memory
};

}  // namespace dateline
