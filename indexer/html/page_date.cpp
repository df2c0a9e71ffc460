#include "indexer/html/page_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "common/dates/written_date.h"
#include "common/text/utf8.h"
#include "indexer/html/date_candidates.h"
#include "indexer/html/date_names.h"
#include "indexer/html/date_places.h"
#include "indexer/html/element_names.h"
#include "indexer/html/headline_date.h"
#include "indexer/html/local_date.h"
#include "indexer/html/script_date.h"
#include "indexer/html/url_date.h"
#include "indexer/wording/date_wording.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

std::optional<Date> date_of_text(std::string_view text) {
    if (const auto date = parse_written_date(text)) {
        return date;
    }
    const auto found = find_written_date(text);
    return found ? std::optional(found->date) : std::nullopt;
}

constexpr double address_weight = 5;

class DateFinder {
public:
    DateFinder(const Document& document, const PageNames& names, const std::vector<Block>& blocks, const PageHead& head,
               const LinkedArticle& linked, std::string_view url, NodeId title, NodeId text)
        : document_(document),
          place_(document, names, title, text),
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
            found_.add(*date, "url", address_weight);
        }
        of_visible_lines();
        of_first_paragraph();
        of_worded_lines();
        of_headline();
        for (const auto fallback :
             {&DateFinder::of_local_lines, &DateFinder::of_lone_texts, &DateFinder::of_named_elements,
              &DateFinder::of_scripts, &DateFinder::of_first_paragraphs, &DateFinder::of_distant_lines}) {
            if (found_.empty()) {
                (this->*fallback)();
            }
        }
        return found_.best();
    }

private:
    std::optional<FoundDate> find_date(std::string_view line) const { return find_local_date(line, day_first_); }

    void add_text(std::string_view text, std::string from, double weight) {
        if (text.empty()) {
            return;
        }
        if (const auto date = date_of_text(text)) {
            found_.add(*date, std::move(from), weight);
        }
    }

    void of_linked_data() {
        add_text(linked_.published, "json-ld:datePublished", linked_.type.empty() ? 6 : 9);
        add_text(linked_.created, "json-ld:dateCreated", 4);
    }

    /// The first of each name.
    void of_metas() {
        constexpr std::size_t longest = 80;
        std::vector<std::string_view> seen;
        for (const auto& [name, content] : head_.metas) {
            if (content.empty() || content.size() > longest || std::ranges::find(seen, name) != seen.end()) {
                continue;
            }
            seen.push_back(name);
            if (const double weight = weight_of_meta(name); weight > 0) {
                add_text(content, "meta:" + name, weight);
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
            const bool abbreviated = document_.attribute(id, "class").find("published") != std::string_view::npos &&
                                     !document_.attribute(id, "title").empty();  // hAtom
            if (node.tag != Tag::time && !published && !abbreviated) {
                continue;
            }
            ++seen;
            if (property.find("dateModified") != std::string_view::npos || place_.tells_of_change(id) ||
                place_.in_comment(id)) {
                continue;
            }
            const bool by_headline = place_.is_near(id) && !place_.is_aside(id);
            double weight = published ? 7 : !by_headline ? 0.5 : place_.is_at_headline(id) ? 5 : 2.5;
            if (published && !by_headline && title_ != 0) {
                weight = 3;
            }
            if (document_.has_attribute(id, "pubdate")) {
                weight = std::max(weight, 6.0);
            }
            std::string_view value = document_.attribute(id, "datetime");
            value = value.empty() ? document_.attribute(id, "content") : value;
            value = value.empty() && abbreviated ? document_.attribute(id, "title") : value;
            const std::string text = document_.text_of(id);
            const std::string from = published ? "microdata:datePublished" : "time";
            if (!value.empty() && date_of_text(value)) {
                add_text(value, from, weight);
            } else {
                add_text(text, from, weight);
            }
        }
    }

    /// Elements whose class or id says that they hold a date: `<span class="entry-date">`.
    void of_named_elements() {
        constexpr NodeId most_nodes = 30;
        constexpr std::size_t longest = 100;
        for (NodeId id = 0; id < document_.size(); ++id) {
            const Node& node = document_[id];
            if (node.attributes == 0 || node.end - id > most_nodes || node.tag == Tag::time || is_silent(node.tag)) {
                continue;
            }
            const auto [kind, name] = kind_by_names(id);
            if ((kind != DateKind::published && kind != DateKind::dated) || place_.in_comment(id) ||
                place_.tells_of_change(id)) {
                continue;
            }
            const auto date = find_date(document_.text_of(id, longest));
            if (!date) {
                continue;
            }
            const bool published = kind == DateKind::published;
            const double weight = place_.is_near(id) ? (published ? 2 : 1) : (published ? 0.5 : 0.25);
            found_.add(date->date, "class:" + std::string(name), weight);
        }
    }

    struct NamedKind {
        DateKind kind = DateKind::none;
        std::string_view name;
    };

    /// The first name of an element that speaks of a date.
    NamedKind kind_by_names(NodeId id) {
        for (const std::string_view attribute : {"class", "id"}) {
            std::string_view list = document_.attribute(id, attribute);
            while (!list.empty()) {
                const std::size_t end = std::min(list.find_first_of(" \t\r\n"), list.size());
                const std::string_view name = list.substr(0, end);
                const auto [known, is_new] = kinds_.try_emplace(name, DateKind::none);
                if (is_new) {
                    known->second = date_kind_of(name);
                }
                if (known->second != DateKind::none) {
                    return {known->second, name};
                }
                list.remove_prefix(std::min(end + 1, list.size()));
            }
        }
        return {};
    }

    /// Short lines by the headline that are a date or hold one.
    void of_visible_lines() {
        constexpr std::size_t widest = 120;
        constexpr unsigned most = 4;
        unsigned found_at_headline = 0;
        unsigned found_around = 0;
        for (const Block& block : blocks_) {
            if (block.width > widest || block.width < 6 || !place_.is_near(block.first) ||
                found_at_headline + found_around >= most) {
                continue;
            }
            const auto date = find_date(block.text);
            if (!date) {
                continue;
            }
            const std::string before = lower_case(std::string_view(block.text).substr(0, date->begin));
            if (speaks_of_change(before) && before.find("publi") == std::string::npos) {
                continue;
            }
            const double share = static_cast<double>(date->end - date->begin) / static_cast<double>(block.text.size());
            const bool other_page = block.link_share() > 0.8 && share < 0.5 && date->begin > 0;
            const bool at_headline = place_.is_at_headline(block.first);
            const bool said_before = !at_headline && document_[document_[block.first].parent].tag == Tag::time;
            if (other_page || said_before || speaks_of_joining(before) || place_.in_comment(block.first)) {
                continue;
            }
            const bool prose = block.sentence && share < 0.5;
            unsigned& before_it = at_headline ? found_at_headline : found_around;
            const double place = place_.is_in_bar(block.first) ? 0.25 : at_headline ? 1 : 0.7;
            found_.add(date->date, "text:date line", prose ? 0.5 : place * (before_it == 0 ? 4 : 2));
            ++before_it;
        }
    }

    /// What the page shows its readers as its date outweighs whatever only machines are told.
    void of_headline() {
        constexpr double decides = 40;
        const auto shown = date_under_headline(document_, blocks_, place_);
        if (shown && !is_stated_otherwise(*shown)) {
            found_.add(*shown, "text:date line", decides);
        }
    }

    /// Whether the page says in words that it was published on another day, address and metadata agree on another, or
    /// metadata has day and month the other way round.
    bool is_stated_otherwise(const Date& shown) const {
        constexpr double address_and_metadata = address_weight + 7;
        if (worded_ && day_number(*worded_) != day_number(shown)) {
            return true;
        }
        const auto address = date_in_url(url_);
        if (address && day_number(*address) != day_number(shown) &&
            found_.weight_of_day(*address) >= address_and_metadata) {
            return true;
        }
        const CivilDay day = civil_from_days(day_number(shown));
        const auto turned = make_civil(day.year, day.day, day.month);
        return turned && day.day != day.month && found_.weight_of_day(date_of_day(*turned)) > 0;
    }

    /// Lines and all else that is asked from here on: also with dates that the page's language alone tells how to read.
    void of_local_lines() {
        day_first_ = puts_day_first(head_.language);
        of_visible_lines();
    }

    /// "KARLSRUHE, 12.11.2021 - ..." at the beginning of the text.
    void of_first_paragraph() {
        constexpr std::size_t farthest = 40;
        const auto first = std::ranges::find(blocks_, text_, &Block::first);
        if (text_ == 0 || first == blocks_.end() || first->width < farthest) {
            return;
        }
        if (const auto date = find_date(first->text.substr(0, 2 * farthest)); date && date->begin < farthest) {
            found_.add(date->date, "text:dateline", date->begin == 0 ? 3 : 1);
        }
    }

    /// "27.1.2022 - ..." at the beginning of a paragraph behind a standfirst or a byline.
    void of_first_paragraphs() {
        constexpr std::ptrdiff_t most = 5;
        const auto first = std::ranges::find(blocks_, text_, &Block::first);
        for (auto block = first; text_ != 0 && block != blocks_.end() && block - first < most; ++block) {
            constexpr std::size_t shape = 20;  // of a date
            const auto date = find_date(block->text.substr(0, 2 * shape));
            if (date && date->begin == 0 && opens_dateline(std::string_view(block->text).substr(date->end))) {
                return found_.add(date->date, "text:dateline", 3);
            }
        }
    }

    /// What stands between a dateline and its text.
    static bool opens_dateline(std::string_view behind) {
        constexpr auto marks = std::to_array<std::string_view>({" -", " –", " —", ":", " |"});
        return std::ranges::any_of(marks, [behind](std::string_view mark) { return behind.starts_with(mark); });
    }

    /// Lines that say they tell of the publication: "Published on January 28, 2021".
    void of_worded_lines() {
        constexpr std::size_t widest = 200;
        constexpr std::size_t farthest = 40;
        constexpr std::size_t most_around = 500;
        for (const Block& block : blocks_) {
            const bool of_this = block.width <= most_around && speaks_of_this_article(block.text);
            const auto date = block.width <= widest || of_this ? find_date(block.text) : std::nullopt;
            if (!date) {
                continue;
            }
            if (of_this && date->begin <= farthest &&
                !speaks_of_change(lower_case(std::string_view(block.text).substr(0, date->end)))) {
                return found_.add(date->date, "text:date line", 5.5);
            }
            const std::size_t begin = date->begin > farthest ? date->begin - farthest : 0;
            const std::string before = lower_case(std::string_view(block.text).substr(begin, date->begin - begin));
            if (names_publication(before) && !speaks_of_change(before) && !place_.in_comment(block.first)) {
                const bool is_all = begin == 0 && (date->end - date->begin) * 3 > block.text.size();
                worded_ = is_all ? std::optional(date->date) : std::nullopt;
                return found_.add(date->date, "text:date line", place_.is_near(block.first) || is_all ? 5.5 : 4);
            }
        }
    }

    /// A date in an element of its own, whatever stands beside it without a blank: "Ann LeeDec 05, 20232 shares".
    void of_lone_texts() {
        constexpr std::size_t longest = 40;
        constexpr std::size_t shortest = 8;
        for (NodeId id = 0; id < document_.size(); ++id) {
            const Node& node = document_[id];
            if (node.tag != Tag::text || node.text.size() < shortest || node.text.size() > longest ||
                !place_.is_near(id) || is_silent(document_[node.parent].tag)) {
                continue;
            }
            if (const auto date = parse_written_date(node.text);
                date && date->precision >= Precision::day && !place_.tells_of_change(node.parent)) {
                return found_.add(*date, "text:date line", 4);
            }
        }
    }

    /// "Published", or "Date:" right before it.
    static bool names_publication(std::string_view before) {
        constexpr auto labels = std::to_array<std::string_view>({"date:", "datum:", "fecha:", "data:"});
        return speaks_of_publication(before) || std::ranges::any_of(labels, [before](std::string_view label) {
                   return before.find(label) != std::string_view::npos;
               });
    }

    /// Where nothing by the headline is dated: lines that are a date and little else, at the end of the text perhaps.
    void of_distant_lines() {
        for (const Block& block : blocks_) {
            constexpr std::size_t widest = 60;
            const auto date = block.width <= widest && block.link_share() < 0.5 ? find_date(block.text) : std::nullopt;
            if (date && (date->end - date->begin) * 2 >= block.text.size() &&
                !speaks_of_change(lower_case(block.text)) && !place_.in_comment(block.first)) {
                return found_.add(date->date, "text:date line", 1);
            }
        }
        for (const Block& block : blocks_) {
            constexpr std::size_t widest = 140;
            const auto date = block.width <= widest && block.first >= text_ && text_ != 0 && block.link_share() < 0.5
                                  ? find_date(block.text)
                                  : std::nullopt;
            if (date && !block.sentence && !speaks_of_change(lower_case(block.text)) &&
                !place_.in_comment(block.first)) {
                return found_.add(date->date, "text:date line", 1);
            }
        }
    }

    void of_scripts() {
        if (const auto date = date_in_scripts(document_)) {
            found_.add(*date, "script", 3);
        }
    }

    const Document& document_;
    DatePlaces place_;
    const std::vector<Block>& blocks_;
    const PageHead& head_;
    const LinkedArticle& linked_;
    std::string_view url_;
    NodeId title_;
    NodeId text_;
    bool day_first_ = false;  ///< in dates of numbers alone
    DateCandidates found_;
    std::optional<Date> worded_;                            ///< of a line that says nothing but when this was published
    std::unordered_map<std::string_view, DateKind> kinds_;  ///< of names of elements
};

}  // namespace

std::optional<Published> find_published(const Document& document, const PageNames& names,
                                        const std::vector<Block>& blocks, const PageHead& head,
                                        const LinkedArticle& linked, std::string_view url, NodeId title, NodeId text) {
    return DateFinder(document, names, blocks, head, linked, url, title, text).find();
}

}  // namespace dateline
