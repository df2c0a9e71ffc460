#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "common/article.h"
#include "common/index/manifest.h"
#include "common/index/mention.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tagger.h"

/// Who and what the texts of an article name, and the times they speak of.
namespace dateline {

struct MentionOptions {
    bool entities = true;
    bool times = true;
    std::filesystem::path entity_model{};  ///< empty: the one that comes with the program
};

/// Finds mentions in title, lead and body. One finder serves one thread.
class MentionFinder {
public:
    /// The mentions of an article whose language is filled, text by text, each in its order. Names are found in
    /// English, times in every language of indexer/timex.
    std::vector<Mention> find(const Article& article);

private:
    friend class MentionFinders;
    MentionFinder(const entities::Model* model, bool times);
    void add_entities(const Article& article, std::vector<Mention>& mentions);
    static void add_times(const Article& article, std::vector<Mention>& mentions);

    std::optional<entities::Tagger> tagger_;
    bool times_;
};

/// What all finders share. Must outlive them.
class MentionFinders {
public:
    /// Throws IoError where the model cannot be used.
    explicit MentionFinders(const MentionOptions& options);

    MentionFinder make() const { return {model_.get(), times_}; }
    /// What an index says of the articles that these finders have tagged.
    const TaggedBy& tagged_by() const { return tagged_by_; }

private:
    std::unique_ptr<const entities::Model> model_;
    bool times_;
    TaggedBy tagged_by_;
};

}  // namespace dateline
