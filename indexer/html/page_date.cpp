#include "indexer/html/page_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "common/dates/month_names.h"
#include "common/dates/written_date.h"
#include "common/text/utf8.h"
#include "indexer/html/element_names.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

struct Candidate {
    Date date;
    std::string from;
    double weight;
};

std::int64_t local_day(const Date& date) {
    const std::int64_t local = date.seconds + std::int64_t{date.offset_minutes} * 60;
    return (local - ((local % 86400) + 86400) % 86400) / 86400;
}

bool has_day(const Date& date) { return date.precision >= Precision::day; }

std::optional<Date> date_of_text(std::string_view text) {
    if (const auto date = parse_written_date(text)) {
        return date;
    }
    const auto found = find_written_date(text);
    return found ? std::optional(found->date) : std::nullopt;
}

/// Names of metadata for the time of publication, and their weight.
struct Named {
    std::string_view name;
    double weight;
};

constexpr auto published_metas = std::to_array<Named>({
    {"article:published_time", 8},
    {"og:article:published_time", 8},
    {"article:published", 8},
    {"og:published_time", 8},
    {"datepublished", 8},
    {"parsely-pub-date", 8},
    {"sailthru.date", 7},
    {"cxenseparse:recs:publishtime", 7},
    {"cxenseparse:publishtime", 7},
    {"publishdate", 7},
    {"publish-date", 7},
    {"publish_date", 7},
    {"published_at", 7},
    {"publication_date", 7},
    {"publicationdate", 7},
    {"pubdate", 7},
    {"pub_date", 7},
    {"article_date_original", 7},
    {"originalpublicationdate", 7},
    {"citation_publication_date", 7},
    {"dc.date.issued", 7},
    {"dcterms.issued", 7},
    {"dc.date.created", 6},
    {"dcterms.created", 6},
    {"dc.date", 6},
    {"dcterms.date", 6},
    {"date", 6},
    {"displaydate", 6},
    {"ptime", 6},
    {"pdate", 6},
    {"article.published", 6},
    {"article.created", 6},
    {"created", 5},
    {"datecreated", 5},
    {"release_date", 5},
    {"og:pubdate", 5},
    {"rnews:datepublished", 7},
    {"video:release_date", 3},
    {"bt:pubdate", 7},
    {"vr:published_time", 7},
    {"shareaholic:article_published_time", 7},
});

class DateFinder {
public:
    DateFinder(const Document& document, const PageNames& names, const std::vector<Block>& blocks, const PageHead& head,
               const LinkedArticle& linked, std::string_view url, NodeId title, NodeId text)
        : document_(document),
          names_(names),
          blocks_(blocks),
          head_(head),
          linked_(linked),
          url_(url),
          title_(title),
          text_(text) {}

    std::optional<Published> find() {
        of_linked_data();
        of_metas();
        of_elements();
        if (const auto date = date_in_url(url_)) {
            add(*date, "url", 5);
        }
        of_visible_lines();
        of_first_paragraph();
        of_worded_lines();
        if (candidates_.empty()) {
            of_distant_lines();
        }
        if (candidates_.empty()) {
            of_changes();
        }
        return best();
    }

private:
    void add(const Date& date, std::string from, double weight) {
        if (!has_day(date) || !date_is_plausible(date)) {
            return;
        }
        // Twenty readers' comments of one day are one voice.
        const auto same = std::ranges::find_if(candidates_, [&](const Candidate& candidate) {
            return candidate.from == from && local_day(candidate.date) == local_day(date);
        });
        if (same == candidates_.end()) {
            candidates_.push_back({date, std::move(from), weight});
        } else if (weight > same->weight) {
            *same = {date, std::move(from), weight};
        }
    }

    static bool date_is_plausible(const Date& date) {
        constexpr int first_web_archive_year = 1800;
        return date.seconds >= date_of_year(first_web_archive_year).seconds;
    }

    void add_text(std::string_view text, std::string from, double weight) {
        if (text.empty()) {
            return;
        }
        if (const auto date = date_of_text(text)) {
            add(*date, std::move(from), weight);
        }
    }

    void of_linked_data() {
        add_text(linked_.published, "json-ld:datePublished", linked_.type.empty() ? 6 : 9);
        add_text(linked_.created, "json-ld:dateCreated", 4);
    }

    void of_metas() {
        for (const Named& named : published_metas) {
            for (const auto& [name, content] : head_.metas) {
                if (name == named.name) {
                    add_text(content, "meta:" + name, named.weight);
                    break;
                }
            }
        }
    }

    /// `<time>` and microdata. Those by the headline tell of this article, others may tell of others.
    void of_elements() {
        constexpr std::size_t most = 200;
        std::size_t seen = 0;
        for (NodeId id = 0; id < document_.size() && seen < most; ++id) {
            const Node& node = document_[id];
            if (node.tag == Tag::text || node.tag == Tag::meta) {
                continue;
            }
            const std::string_view property = document_.attribute(id, "itemprop");
            const bool published = property.find("datePublished") != std::string_view::npos;
            if (node.tag != Tag::time && !published) {
                continue;
            }
            ++seen;
            if (property.find("dateModified") != std::string_view::npos || tells_of_change(id) || in_comment(id)) {
                continue;
            }
            const bool by_headline = is_near(id);
            double weight = published ? 7 : by_headline ? 5 : 0.5;
            if (published && !by_headline && title_ != 0) {
                weight = 3;
            }
            if (document_.has_attribute(id, "pubdate")) {
                weight = std::max(weight, 6.0);
            }
            std::string_view value = document_.attribute(id, "datetime");
            value = value.empty() ? document_.attribute(id, "content") : value;
            const std::string text = document_.text_of(id);
            const std::string from = published ? "microdata:datePublished" : "time";
            if (!value.empty() && date_of_text(value)) {
                add_text(value, from, weight);
            } else {
                add_text(text, from, weight);
            }
        }
    }

    bool in_comment(NodeId id) const {
        for (NodeId up = document_[id].parent; up != 0 && document_[up].tag != Tag::body; up = document_[up].parent) {
            if (names_[up].comments) {
                return true;
            }
        }
        return false;
    }

    /// "Updated" in the element, its class or just before it.
    bool tells_of_change(NodeId id) const {
        NodeId up = id;
        for (int level = 0; level < 2 && up != 0; ++level, up = document_[up].parent) {
            for (const std::string_view attribute : {"class", "itemprop", "id"}) {
                const std::string value = lower_case(document_.attribute(up, attribute));
                if (value.find("modif") != std::string::npos || value.find("update") != std::string::npos) {
                    return true;
                }
            }
        }
        const NodeId parent = document_[id].parent;
        const std::string text = lower_case(document_.text_of(parent).substr(0, 200));
        const std::string own = lower_case(document_.text_of(id));
        const std::size_t at = text.find(own);
        return names_change(own) || (!own.empty() && at != std::string::npos && names_change_last(text.substr(0, at)));
    }

    static bool names_change(std::string_view lower) {
        for (const std::string_view word :
             {"updated", "modified", "aktualisiert", "mis à jour", "mise à jour", "actualizado", "actualizada",
              "aggiornato", "aktualizace", "atualizado", "обновлено", "güncelleme", "päivitetty", "uppdaterad",
              "bijgewerkt", "zaktualizowano", "opdateret", "oppdatert", "更新"}) {
            if (lower.find(word) != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }

    /// Whether a word of change is the last word of its kind: "Published 3 May, updated" does, "Updated 3 May,
    /// published" does not.
    static bool names_change_last(std::string_view lower) {
        return names_change(lower.substr(lower.size() > 40 ? lower.size() - 40 : 0)) &&
               lower.rfind("publi") == std::string_view::npos;
    }

    bool is_near(NodeId id) const {
        constexpr NodeId around = 250;
        if (title_ == 0) {
            return text_ != 0 && id + around > text_ && id < text_ + around;
        }
        return id + around > title_ && id < std::max(title_, std::min(text_, title_ + 400)) + around;
    }

    /// Short lines by the headline that are a date or hold one.
    void of_visible_lines() {
        constexpr std::size_t widest = 120;
        unsigned found = 0;
        for (const Block& block : blocks_) {
            if (block.width > widest || block.width < 6 || !is_near(block.first) || found >= 4) {
                continue;
            }
            const auto date = find_written_date(block.text);
            if (!date) {
                continue;
            }
            const std::string before = lower_case(std::string_view(block.text).substr(0, date->begin));
            if (names_change(before) && before.find("publi") == std::string::npos) {
                continue;
            }
            const double share = static_cast<double>(date->end - date->begin) / static_cast<double>(block.text.size());
            const bool prose = block.sentence && share < 0.5;
            add(date->date, "text:date line", prose ? 0.5 : found == 0 ? 4 : 2);
            ++found;
        }
    }

    /// "KARLSRUHE, 12.11.2021 - ..." at the beginning of the text.
    void of_first_paragraph() {
        constexpr std::size_t farthest = 40;
        const auto first = std::ranges::find(blocks_, text_, &Block::first);
        if (text_ == 0 || first == blocks_.end() || first->width < farthest) {
            return;
        }
        if (const auto date = find_written_date(first->text.substr(0, 2 * farthest)); date && date->begin < farthest) {
            add(date->date, "text:dateline", date->begin == 0 ? 3 : 1);
        }
    }

    /// Lines that say they tell of the publication: "Published on January 28, 2021".
    void of_worded_lines() {
        constexpr std::size_t widest = 200;
        constexpr std::size_t farthest = 40;
        for (const Block& block : blocks_) {
            const auto date = block.width <= widest ? find_written_date(block.text) : std::nullopt;
            if (!date) {
                continue;
            }
            const std::size_t begin = date->begin > farthest ? date->begin - farthest : 0;
            const std::string before = lower_case(std::string_view(block.text).substr(begin, date->begin - begin));
            if (names_publication(before) && !names_change(before) && !in_comment(block.first)) {
                return add(date->date, "text:date line", 4);
            }
        }
    }

    static bool names_publication(std::string_view lower) {
        for (const std::string_view word :
             {"publi", "posted", "veröffentlicht", "erschienen", "pubblicat", "gepubliceerd", "опубликован", "yayın",
              "julkaistu", "udgivet", "发布", "公開", "date:", "datum:", "fecha:", "data:"}) {
            if (lower.find(word) != std::string_view::npos) {
                return true;
            }
        }
        return false;
    }

    /// Where nothing by the headline is dated: lines that are a date and little else, at the end of the text perhaps.
    void of_distant_lines() {
        for (const Block& block : blocks_) {
            constexpr std::size_t widest = 60;
            const auto date =
                block.width <= widest && block.link_share() < 0.5 ? find_written_date(block.text) : std::nullopt;
            if (date && (date->end - date->begin) * 2 >= block.text.size() && !names_change(lower_case(block.text))) {
                return add(date->date, "text:date line", 1);
            }
        }
        for (const Block& block : blocks_) {
            constexpr std::size_t widest = 140;
            const auto date = block.width <= widest && block.first >= text_ && text_ != 0 && block.link_share() < 0.5
                                  ? find_written_date(block.text)
                                  : std::nullopt;
            if (date && !block.sentence && !names_change(lower_case(block.text)) && !in_comment(block.first)) {
                return add(date->date, "text:date line", 1);
            }
        }
    }

    /// The last resort: when the page changed, its text cannot have been published later.
    void of_changes() {
        add_text(linked_.modified, "json-ld:dateModified", 1);
        for (const std::string_view name : {"article:modified_time", "og:updated_time", "datemodified", "last-modified",
                                            "lastmod", "dc.date.modified", "dcterms.modified", "revised"}) {
            add_text(head_.meta({name}), "meta:" + std::string(name), 1);
        }
    }

    /// How far a date speaks for the day of another: fully for its own day. A moment written in UTC may be of the day
    /// before or after in the zone of the page, and then speaks for that day as well where only the day is given.
    static double support(const Date& speaker, const Date& day) {
        constexpr double in_another_zone = 0.9;
        constexpr std::int64_t west = 12 * 3600;
        constexpr std::int64_t east = 12 * 3600;
        const std::int64_t distance = local_day(day) - local_day(speaker);
        if (distance == 0) {
            return 1;
        }
        if (speaker.precision <= Precision::day || speaker.offset_minutes != 0) {
            return 0;
        }
        if (day.precision > Precision::day) {  // the same moment, written in the zone of the page
            const bool same = day.offset_minutes != 0 && std::abs(day.seconds - speaker.seconds) < 60;
            return same ? in_another_zone : 0;
        }
        const std::int64_t time = speaker.seconds - local_day(speaker) * 86400;
        const bool before = distance == -1 && time < west;
        const bool after = distance == 1 && time >= east;
        return before || after ? in_another_zone : 0;
    }

    std::optional<Published> best() const {
        if (candidates_.empty()) {
            return std::nullopt;
        }
        double most = -1;
        std::int64_t day = 0;
        for (const Candidate& candidate : candidates_) {
            double weight = 0;
            for (const Candidate& other : candidates_) {
                weight += other.weight * support(other.date, candidate.date);
            }
            if (weight > most + 0.001) {
                most = weight;
                day = local_day(candidate.date);
            }
        }
        const Candidate* chosen = nullptr;
        for (const Candidate& candidate : candidates_) {
            if (local_day(candidate.date) == day &&
                (chosen == nullptr || candidate.date.precision > chosen->date.precision)) {
                chosen = &candidate;
            }
        }
        return Published{chosen->date, chosen->from};
    }

    const Document& document_;
    const PageNames& names_;
    const std::vector<Block>& blocks_;
    const PageHead& head_;
    const LinkedArticle& linked_;
    std::string_view url_;
    NodeId title_;
    NodeId text_;
    std::vector<Candidate> candidates_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Number of exactly `digits` digits at `at`, with none behind them; -1 otherwise.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size() || (at + digits < text.size() && is_digit(text[at + digits]))) {
        return -1;
    }
    int number = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (!is_digit(text[i])) {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

std::optional<Date> day_of(int year, int month, int day) {
    constexpr int first_web_year = 1990;
    if (year < first_web_year || month < 1 || day < 1) {
        return std::nullopt;
    }
    const auto civil = make_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return civil ? std::optional(date_of_day(*civil)) : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    for (; at != std::string_view::npos && at + 1 < url.size(); ++at) {
        if (is_digit(url[at]) || !is_digit(url[at + 1])) {
            continue;
        }
        const std::size_t begin = at + 1;
        if (const int year = digits_at(url, begin, 4); year > 0 && begin + 5 < url.size()) {
            const char sign = url[begin + 4];
            const std::size_t month_at = begin + 5;
            const std::size_t month_digits = digits_at(url, month_at, 2) >= 0 ? 2 : 1;
            const std::size_t day_at = month_at + month_digits + 1;
            if ((sign == '/' || sign == '-' || sign == '_') && day_at < url.size() && url[day_at - 1] == sign) {
                const int day = std::max(digits_at(url, day_at, 2), digits_at(url, day_at, 1));
                if (auto date = day_of(year, digits_at(url, month_at, month_digits), day)) {
                    return date;
                }
            }
        }
        if (const int day = digits_at(url, begin, 2);
            day > 0 && begin + 10 <= url.size() && url[begin + 2] == '-' && url[begin + 5] == '-') {
            if (auto date = day_of(digits_at(url, begin + 6, 4), digits_at(url, begin + 3, 2), day)) {
                return date;
            }
        }
        if (const int year = digits_at(url, begin, 4); year > 0 && begin + 5 < url.size() && url[begin + 4] == '/') {
            const std::size_t end = url.find('/', begin + 5);  // "/2012/aug/29/"
            const auto month = end == std::string_view::npos
                                   ? std::nullopt
                                   : month_named(lower_case(url.substr(begin + 5, end - begin - 5)));
            if (month && end + 1 < url.size()) {
                const int day = std::max(digits_at(url, end + 1, 2), digits_at(url, end + 1, 1));
                if (auto date = day_of(year, static_cast<int>(*month), day)) {
                    return date;
                }
            }
        }
        if (const int number = digits_at(url, begin, 8); number > 0) {
            if (auto date = day_of(number / 10000, number / 100 % 100, number % 100)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<Published> find_published(const Document& document, const PageNames& names,
                                        const std::vector<Block>& blocks, const PageHead& head,
                                        const LinkedArticle& linked, std::string_view url, NodeId title, NodeId text) {
    return DateFinder(document, names, blocks, head, linked, url, title, text).find();
}

}  // namespace dateline
