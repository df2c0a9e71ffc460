#include "indexer/extracted_record.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/timex/time_mentions.h"

namespace dateline {

using nlohmann::ordered_json;

namespace {

/// The day on the clock the article was published by; of a month or a year the last.
std::optional<CivilDay> day_of(const std::optional<Published>& published) {
    if (!published) return std::nullopt;
    constexpr std::int64_t seconds_a_day = 86400;
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

/// Turns offsets in bytes, asked for in rising order, into code points.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {}

    std::size_t before(std::size_t offset) {
        code_points_ += count_code_points(text_.substr(bytes_, offset - bytes_));
        bytes_ = offset;
        return code_points_;
    }

private:
    std::string_view text_;
    std::size_t bytes_ = 0;
    std::size_t code_points_ = 0;
};

ordered_json entities_in(const std::string& body, const std::vector<Entity>& entities) {
    ordered_json list = ordered_json::array();
    CodePoints code_points(body);
    for (const Entity& entity : entities) {
        const std::size_t start = code_points.before(entity.begin_bytes);
        list.push_back({{"type", name_of(entity.type)},
                        {"text", entity.text},
                        {"name", entity.name},
                        {"start", start},
                        {"end", code_points.before(entity.end_bytes)}});
    }
    return list;
}

ordered_json mentions_of(const Article& article) {
    ordered_json mentions = ordered_json::array();
    CodePoints code_points(article.body);
    for (const TimeMention& mention : find_time_mentions(article.body, context_of(article))) {
        const std::size_t start = code_points.before(mention.begin);
        mentions.push_back({{"type", name_of(mention.type)},
                            {"text", article.body.substr(mention.begin, mention.end - mention.begin)},
                            {"value", mention.value},
                            {"start", start},
                            {"end", code_points.before(mention.end)}});
    }
    return mentions;
}

}  // namespace

std::string extracted_record(const Article& article, const RecordOptions& options) {
    ordered_json captions = ordered_json::array();
    ordered_json credits = ordered_json::array();
    for (const Caption& caption : article.captions) {
        captions.push_back(caption.text);
        credits.push_back(caption.credit);
    }
    ordered_json published;
    if (article.published) {
        published = {{"value", to_iso(article.published->date)},
                     {"precision", name_of(article.published->date.precision)},
                     {"from", article.published->from}};
    }
    const ordered_json record{{"id", article.id},
                              {"path", article.path},
                              {"member", article.member},
                              {"place", article.place},
                              {"url", article.url},
                              {"title", article.title},
                              {"lead", article.lead},
                              {"body", article.body},
                              {"captions", captions},
                              {"credits", credits},
                              {"authors", article.authors},
                              {"agencies", article.agencies},
                              {"source", article.source},
                              {"section", article.section},
                              {"language", article.language},
                              {"published", published},
                              {"entities", entities_in(article.body, options.entities)},
                              {"mentions", options.mentions ? mentions_of(article) : ordered_json::array()}};
    return record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dateline
