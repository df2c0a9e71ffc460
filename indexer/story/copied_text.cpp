#include "indexer/story/copied_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/story/page_body.h"
#include "indexer/story/page_layout.h"
#include "indexer/story/page_lines.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/date_wording.h"
#include "indexer/wording/desks.h"
#include "indexer/wording/letters.h"

// A page is read in three steps: its lines each alone (page_lines), where the parts stand (page_layout: the densest run
// of prose, the headline above it, the header between them), then each part from its place, here and in page_body.
namespace dateline {

namespace {

/// Lines around the article that may still hold its byline and date.
constexpr std::size_t reach_above_title = 4;
constexpr std::size_t reach_below_body = 12;

class PageReader {
public:
    explicit PageReader(std::string_view text) : page_(page_lines(text)), layout_(layout_of(page_)) {}

    CopiedPage read() {
        if (layout_.title) {
            result_.title = page_[*layout_.title].text;
        }
        if (layout_.lead) {
            result_.lead = page_[*layout_.lead].text;
        }
        read_header_captions();
        PageBody body = read_body(page_, layout_.body, result_.title);
        result_.body = std::move(body.text);
        add_captions(std::move(body.captions));
        result_.agencies = std::move(body.signature.agencies);
        read_authors(std::move(body.signature.authors));
        read_published();
        read_address();
        read_section();
        read_source();
        if (result_.title.empty() && result_.body.empty()) {
            keep_all();
        }
        return std::move(result_);
    }

private:
    /// A text in which nothing reads like an article (a list, a table) is kept as it is.
    void keep_all() {
        result_ = CopiedPage{};
        for (const PageLine& line : page_) {
            result_.body += (result_.body.empty() ? "" : "\n\n") + line.text;
        }
    }

    std::size_t header_top() const {
        const std::size_t title = layout_.title.value_or(layout_.header.begin);
        return title > reach_above_title ? title - reach_above_title : 0;
    }

    void add_captions(std::vector<Caption> captions) {
        for (Caption& caption : captions) {
            if (std::ranges::find(result_.captions, caption.text, &Caption::text) == result_.captions.end()) {
                result_.captions.push_back(std::move(caption));
            }
        }
    }

    void read_header_captions() {
        for (std::size_t i = layout_.header.begin; i < layout_.header.end; ++i) {
            if (i != layout_.lead) {
                if (auto caption = caption_at(page_, i)) {
                    add_captions({std::move(*caption)});
                } else if (is_header_caption(i)) {
                    add_captions({split_caption(page_[i].text)});
                }
            }
        }
    }

    /// A line with a bare credit at its end, or a description that stands alone right above the text.
    bool is_header_caption(std::size_t i) const {
        constexpr std::size_t narrowest = 30;
        const PageLine& line = page_[i];
        const bool text = line.shape == LineShape::short_text || line.shape == LineShape::prose;
        const bool alone = line.gap_before && line.gap_after && i + 1 == layout_.header.end && line.width >= narrowest;
        return text && (!split_caption(line.text).credit.empty() || alone);
    }

    // Authors ------------------------------------------------------------------------------------------------------

    void read_authors(std::vector<std::string> initials) {
        add_bylines(header_top(), layout_.body.begin);
        if (result_.authors.empty()) {
            add_lone_name();
        }
        if (result_.authors.empty()) {
            result_.authors = std::move(initials);
        }
        if (result_.authors.empty()) {
            add_bylines(layout_.body.begin, std::min(page_.size(), layout_.body.end + reach_below_body));
        }
    }

    void add_bylines(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (page_[i].byline) {
                add(*page_[i].byline);
            } else if (is_byline_word(page_[i].text) && i + 1 < page_.size() && page_[i + 1].width < 60) {
                add_name_below(i);
            }
            const bool more = i + 1 < end && (page_[i + 1].byline || page_[i + 1].shape == LineShape::short_text);
            if (!result_.authors.empty() && !more) {
                return;
            }
        }
    }

    /// "By" alone, the name one of the next lines.
    void add_name_below(std::size_t word) {
        constexpr std::size_t reach = 3;
        for (std::size_t i = word + 1; i < std::min(page_.size(), word + 1 + reach); ++i) {
            const Byline names = split_byline(page_[i].text);
            if (page_[i].notice == Notice::none && !names.authors.empty() && looks_like_name(names.authors.front())) {
                add(names);
                return;
            }
        }
    }

    void add(const Byline& byline) {
        for (const std::string& author : byline.authors) {
            if (std::ranges::find(result_.authors, author) == result_.authors.end()) {
                result_.authors.push_back(author);
            }
        }
        for (const std::string& agency : byline.agencies) {
            if (std::ranges::find(result_.agencies, agency) == result_.agencies.end()) {
                result_.agencies.push_back(agency);
            }
        }
    }

    /// A line between headline and text that is nothing but a name, with the date next to it or close to the headline.
    void add_lone_name() {
        for (std::size_t i = layout_.header.begin; i < layout_.header.end; ++i) {
            const PageLine& line = page_[i];
            if (line.shape == LineShape::date) {
                if (const std::string_view name = name_before_date(line.text); !name.empty()) {
                    add(split_byline(name));
                    return;
                }
            }
            const Byline names = line.shape == LineShape::short_text ? split_byline(line.text) : Byline{};
            const bool name = !names.authors.empty() &&
                              (is_desk(line.text) ||
                               (looks_like_name(names.authors.front()) && !has_no_case(first_letter(line.text))));
            const bool close = i < layout_.header.begin + 6 && line.width <= 30;
            if (name && line.text != result_.title && (is_beside_date(i) || close)) {
                add(names);
                return;
            }
        }
    }

    bool is_beside_date(std::size_t i) const {
        const std::size_t begin = i > 2 ? i - 2 : 0;
        for (std::size_t k = begin; k < std::min(page_.size(), i + 3); ++k) {
            if (page_[k].shape == LineShape::date) {
                return true;
            }
        }
        return false;
    }

    // Date ---------------------------------------------------------------------------------------------------------

    void read_published() {
        const std::size_t title = layout_.title.value_or(layout_.header.begin);
        constexpr std::size_t header_without_text = 8;
        const std::size_t header_end =
            result_.body.empty() ? std::min(page_.size(), title + header_without_text) : layout_.body.begin;
        const bool found = take_date(title, header_end, false) || take_date_below() ||
                           take_date(header_top(), title, false) ||
                           take_date(layout_.body.begin, layout_.body.end, false);
        if (!found && !(!layout_.title && take_date(0, layout_.body.begin, false))) {
            take_worded_date();
        }
    }

    /// "Published on 3 May 2012", wherever on the page it stands.
    void take_worded_date() {
        for (const PageLine& line : page_) {
            if (line.shape == LineShape::date && !line.updated && speaks_of_publication(lower_case(line.text))) {
                result_.published = Published{*line.date, "text:date line"};
                return;
            }
        }
    }

    /// Below the text only a date that is called one of publication, or that follows at once, is the article's own.
    bool take_date_below() {
        constexpr std::size_t at_once = 3;
        return take_date(layout_.body.end, std::min(page_.size(), layout_.body.end + at_once), false);
    }

    bool take_date(std::size_t begin, std::size_t end, bool changed_too) {
        for (std::size_t i = begin; i < end; ++i) {
            const PageLine& line = page_[i];
            const bool dated = line.date && (line.shape == LineShape::date || line.shape == LineShape::byline ||
                                             line.shape == LineShape::notice);
            if (dated && (!line.updated || changed_too)) {
                result_.published = Published{*line.date, "text:date line"};
                return true;
            }
        }
        return false;
    }

    // Address, section, source -------------------------------------------------------------------------------------

    void read_address() {
        for (std::size_t i = 0; i < layout_.body.begin; ++i) {
            if (const std::string_view address = address_of(page_[i]); !address.empty()) {
                result_.url = address;
                return;
            }
        }
    }

    /// An address alone, or behind a label: "Printed from: https://...".
    static std::string_view address_of(const PageLine& line) {
        constexpr std::size_t most_words = 4;
        if (line.shape == LineShape::address) {
            return line.text;
        }
        const auto words = words_of(line.text);
        const bool labelled = words.size() > 1 && words.size() <= most_words && words[words.size() - 2].ends_with(':');
        return labelled && (words.back().starts_with("https://") || words.back().starts_with("http://"))
                   ? words.back()
                   : std::string_view{};
    }

    /// The label above the headline, or the last of the steps that lead to it.
    void read_section() {
        if (!layout_.title) {
            return;
        }
        std::size_t i = *layout_.title;
        while (i > 0 && stands_between(page_[i - 1])) {
            --i;
        }
        if (i > 0 && page_[i - 1].text.ends_with(result_.title)) {
            result_.section = last_step(steps_before(page_[i - 1].text, result_.title));
        } else if (i > 0 && is_label(page_[i - 1]) && (i == 1 || is_set_apart(i - 1))) {
            result_.section = last_step(page_[i - 1].text);
        }
        const std::size_t below = *layout_.title + 1;
        const bool labelled_below =
            below + 1 < page_.size() && page_[below].width <= widest_label / 2 &&
            (page_[below + 1].shape == LineShape::byline || page_[below + 1].shape == LineShape::date);
        if (*layout_.title == 0 && labelled_below && is_label(page_[below]) && !is_desk(page_[below].text) &&
            !looks_like_name(page_[below].text)) {
            result_.section = page_[below].text;
        }
    }

    static constexpr std::size_t widest_label = 40;

    /// What may stand between a label and the headline: share bars, dates, the headline once more, where the text
    /// begins.
    bool stands_between(const PageLine& line) const {
        constexpr auto begins = std::to_array<std::string_view>({"inhalt", "content", "main content", "live"});
        return line.notice == Notice::line || line.shape == LineShape::date || line.text == result_.title ||
               std::ranges::find(begins, lower_case(line.text)) != begins.end();
    }

    /// Right above the headline, or apart from what stands above it, or one of several steps.
    bool is_set_apart(std::size_t i) const {
        const PageLine& line = page_[i];
        const bool repeated = std::ranges::count(page_, line.text, &PageLine::text) > 1;
        return !line.gap_after || line.gap_before || repeated || last_step(line.text).size() != line.text.size();
    }

    static bool is_label(const PageLine& line) {
        constexpr std::size_t widest_steps = 90;
        constexpr std::size_t most_words = 5;
        if (line.shape != LineShape::short_text || line.sentence || is_menu(line.text)) {
            return false;
        }
        const std::string step = last_step(line.text);
        const bool stepped = step.size() != line.text.size();
        return !step.empty() && !is_digit_ascii(step.front()) && words_of(step).size() <= most_words &&
               step.size() <= widest_label * 2 && line.width <= (stepped ? widest_steps : widest_label);
    }

    /// "Home | World | Money | Sport": a bar of sections, not steps to one.
    static bool is_menu(std::string_view line) { return std::ranges::count(line, '|') > 1; }

    /// "Home › News › " of "Home › News › The bridge is open"; "" where no sign parts the steps.
    static std::string_view steps_before(std::string_view steps, std::string_view title) {
        std::string_view before = trim(steps.substr(0, steps.size() - title.size()));
        for (const std::string_view sign : step_signs) {
            if (before.ends_with(sign)) {
                return trim(before.substr(0, before.size() - sign.size()));
            }
        }
        return {};
    }

    static constexpr auto step_signs = std::to_array<std::string_view>({"|", ">", "»", "›", "/", "／"});

    static std::string last_step(std::string_view breadcrumb) {
        std::string_view step = breadcrumb;
        for (const std::string_view sign : step_signs) {
            if (const std::size_t at = step.rfind(sign); at != std::string_view::npos) {
                step = step.substr(at + sign.size());
            }
        }
        return without_home(squeeze_space(step));
    }

    /// "AccueilPlanète": the first step run into the second.
    static std::string without_home(std::string step) {
        constexpr auto homes =
            std::to_array<std::string_view>({"Home", "Accueil", "Startseite", "Inicio", "Portada", "Главная"});
        for (const std::string_view home : homes) {
            std::size_t at = home.size();
            if (step.starts_with(home) && step.size() > at && is_capital(next_code_point(step, at))) {
                return step.substr(home.size());
            }
        }
        return step;
    }

    /// The owner in the copyright line: "© 2014 Example Tribune"; else what a line by the text says it is from.
    void read_source() {
        for (std::size_t i = page_.size(); i > layout_.body.end; --i) {
            result_.source = copyright_owner(page_[i - 1].text);
            if (!result_.source.empty()) {
                return;
            }
        }
        for (std::size_t i = header_top(); i < page_.size() && result_.source.empty(); ++i) {
            const bool above = i < layout_.body.begin && page_[i].shape != LineShape::credit;
            if (above || i >= layout_.body.end) {
                result_.source = stated_source(page_[i].text);
            }
        }
        for (std::size_t i = 0; i < layout_.header.begin && result_.source.empty(); ++i) {
            result_.source = named_home(page_[i].text);
        }
    }

    std::vector<PageLine> page_;
    PageLayout layout_;
    CopiedPage result_;
};

}  // namespace

CopiedPage read_copied_page(std::string_view text) { return PageReader(text).read(); }

}  // namespace dateline
