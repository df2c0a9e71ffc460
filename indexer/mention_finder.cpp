#include "indexer/mention_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/date.h"
#include "indexer/entities/normal_forms.h"
#include "indexer/timex/time_mentions.h"

namespace dateline {
namespace {

/// The body first: half a name is more probably one of the same text than of a headline.
constexpr std::array tagged_texts{TextField::body, TextField::lead, TextField::title};

std::string_view text_of(const Article& article, TextField field) {
    switch (field) {
    case TextField::title: return article.title;
    case TextField::lead: return article.lead;
    default: return article.body;
    }
}

/// The texts of an article as one document, so that each helps to understand the others.
struct Document {
    std::string text;
    std::array<std::size_t, tagged_texts.size()> begins{};

    explicit Document(const Article& article) {
        for (std::size_t i = 0; i < tagged_texts.size(); ++i) {
            begins[i] = text.size();
            const std::string_view part = text_of(article, tagged_texts[i]);
            text += part;
            if (!part.empty() && i + 1 < tagged_texts.size()) text += "\n\n";
        }
    }

    /// Which of the texts the byte is in.
    std::size_t part_at(std::size_t byte) const {
        return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), byte) - begins.begin()) - 1;
    }
};

/// The day on the clock the article was published by; of a month or a year the last.
std::optional<CivilDay> day_of(const std::optional<Published>& published) {
    if (!published) return std::nullopt;
    const Date& date = published->date;
    const bool shorter_than_a_day = date.precision > Precision::day;
    const std::int64_t offset = shorter_than_a_day ? std::int64_t{date.offset_minutes} * 60 : 0;
    const std::int64_t end = shorter_than_a_day ? date.seconds + offset + 1 : interval_of(date).end;
    const std::int64_t last = end - 1;
    return civil_from_days(static_cast<std::int32_t>(last / seconds_a_day - (last % seconds_a_day < 0 ? 1 : 0)));
}

TimeContext context_of(const Article& article) {
    TimeContext context{.published = day_of(article.published), .language = article.language};
    if (article.published) context.precision = std::min(article.published->date.precision, Precision::day);
    return context;
}

MentionKind kind_of(EntityType type) {
    switch (type) {
    case EntityType::person: return MentionKind::person;
    case EntityType::organization: return MentionKind::organization;
    case EntityType::location: return MentionKind::location;
    case EntityType::other: break;
    }
    return MentionKind::other;
}

MentionKind kind_of(TimexType type) {
    switch (type) {
    case TimexType::date: return MentionKind::date;
    case TimexType::time: return MentionKind::time;
    case TimexType::duration: return MentionKind::duration;
    case TimexType::set: break;
    }
    return MentionKind::set;
}

}  // namespace

MentionFinder::MentionFinder(const entities::Model* model, bool times) : times_(times) {
    if (model != nullptr) tagger_.emplace(*model);
}

std::vector<Mention> MentionFinder::find(const Article& article) {
    std::vector<Mention> mentions;
    if (tagger_) add_entities(article, mentions);
    if (times_) add_times(article, mentions);
    return mentions;
}

void MentionFinder::add_entities(const Article& article, std::vector<Mention>& mentions) {
    if (article.language != "en" && !tagger_->reads_as_english(article.body)) return;
    const Document document(article);
    for (Entity& entity : tagger_->tag(document.text)) {
        const std::size_t part = document.part_at(entity.begin_bytes);
        const std::size_t begin = document.begins[part];
        mentions.push_back({kind_of(entity.type), tagged_texts[part], std::move(entity.name),
                            entity.begin_bytes - begin, entity.end_bytes - begin});
    }
}

void MentionFinder::add_times(const Article& article, std::vector<Mention>& mentions) {
    const TimeContext context = context_of(article);
    for (const TextField field : tagged_texts) {
        for (TimeMention& time : find_time_mentions(text_of(article, field), context))
            mentions.push_back({kind_of(time.type), field, std::move(time.value), time.begin, time.end});
    }
}

MentionFinders::MentionFinders(const MentionOptions& options) : times_(options.times) {
    if (options.entities) {
        const auto file = options.entity_model.empty() ? entities::installed_model() : options.entity_model;
        model_ = std::make_unique<const entities::Model>(file);
        tagged_by_.entities = fmt::format("{:016x}-{}", model_->checksum(), entities::normal_forms_version);
    }
    if (times_) tagged_by_.times = std::to_string(time_rules_version);
}

}  // namespace dateline
