#include "searcher/told_view.h"

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <utility>

#include "searcher/mention_view.h"
#include "searcher/output/csv_row.h"

namespace dateline {
namespace {

std::string counted_articles(std::uint64_t count) { return fmt::format("{} article{}", count, count == 1 ? "" : "s"); }

}  // namespace

std::string told_as_text(const ToldTimeline& told, std::size_t width, bool colours) {
    const std::string indent(2, ' ');
    std::string out;
    for (const std::string& note : told.notes) add_lines(StyledText(note), "", width, colours, out);
    if (!told.notes.empty()) out += "\n";
    for (const ToldDate& date : told.dates) {
        StyledText head(date.value, Style::bold);
        std::string counts = " · " + counted_articles(date.articles);
        if (date.as_news > 0) counts += fmt::format(", {} as news", date.as_news);
        head.append(counts);
        add_lines(head, "", width, colours, out);
        add_lines(styled(date.sentence), indent, width, colours, out);
        add_lines(StyledText(line_of(date.source), Style::dim), indent, width, colours, out);
        add_lines(StyledText(date.source.id, Style::dim), indent, width, colours, out);
        out += "\n";
    }
    out += fmt::format("{}, {} speak of {} time{}, {} shown ({:.1f} ms)\n", counted_articles(told.total),
                       told.with_dates, told.times, told.times == 1 ? "" : "s", told.dates.size(),
                       static_cast<double>(told.elapsed_us) / 1000);
    return out;
}

std::string told_as_json(const ToldTimeline& told) {
    Json dates = Json::array();
    for (const ToldDate& date : told.dates) {
        dates.push_back({{"value", date.value},
                         {"first", to_iso(date_of_day(date.time.first))},
                         {"last", to_iso(date_of_day(date.time.last))},
                         {"articles", date.articles},
                         {"as_news", date.as_news},
                         {"support", date.support},
                         {"sentence", to_json(date.sentence)},
                         {"article", to_json(date.source)}});
    }
    const Json json{{"query", told.query},
                    {"interpreted", told.interpreted},
                    {"total", told.total},
                    {"exact", told.exact},
                    {"with_dates", told.with_dates},
                    {"times", told.times},
                    {"elapsed_ms", static_cast<double>(told.elapsed_us) / 1000},
                    {"notes", told.notes},
                    {"dates", dates}};
    return json_text(json, 2);
}

std::string told_as_csv(const ToldTimeline& told) {
    std::ostringstream out;
    write_csv_row({"value", "first", "last", "articles", "as_news", "support", "sentence", "id", "title", "published",
                   "source", "url"},
                  out);
    for (const ToldDate& date : told.dates) {
        const MentionSource& source = date.source;
        write_csv_row({date.value, to_iso(date_of_day(date.time.first)), to_iso(date_of_day(date.time.last)),
                       std::to_string(date.articles), std::to_string(date.as_news), fmt::format("{:.3f}", date.support),
                       date.sentence.text, source.id, source.title, source.published ? to_iso(*source.published) : "",
                       source.source, source.url},
                      out);
    }
    return std::move(out).str();
}

}  // namespace dateline
