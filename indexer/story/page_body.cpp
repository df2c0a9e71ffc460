#include "indexer/story/page_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/dates/written_date.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/letters.h"
#include "indexer/wording/paragraphs.h"
#include "indexer/wording/signature.h"

namespace dateline {

namespace {

/// Has capitals, and no ASCII letter that is none.
bool is_in_capitals(std::string_view text) {
    return std::ranges::any_of(text, is_upper_ascii) && std::ranges::none_of(text, is_lower_ascii);
}

/// "COMITÉ ORGANIZADOR" right below a caption, and apart from what follows.
bool is_credit_in_capitals(const std::vector<PageLine>& page, std::size_t index) {
    constexpr std::size_t widest = 40;
    constexpr std::size_t narrowest = 3;
    if (index >= page.size() || page[index].gap_before || !page[index].gap_after) {
        return false;
    }
    const PageLine& line = page[index];
    return line.shape == LineShape::short_text && line.width >= narrowest && line.width <= widest && !line.sentence &&
           is_in_capitals(line.text);
}

class BodyReader {
public:
    BodyReader(const std::vector<PageLine>& page, LineRange range, std::string_view title)
        : page_(page), range_(range), title_(title) {}

    PageBody read() {
        take_signature();
        for (std::size_t i = range_.begin; i < range_.end;) {
            i = read_at(i);
        }
        return std::move(body_);
    }

private:
    /// Takes the closing signature from the end of the range.
    void take_signature() {
        while (range_.end > range_.begin) {
            const PageLine& last = page_[range_.end - 1];
            if (auto signature = signature_of_line(last.text)) {
                body_.signature = std::move(*signature);
                --range_.end;
                return;
            }
            if (last.shape == LineShape::prose || last.shape == LineShape::short_text) {
                return;
            }
            --range_.end;
        }
    }

    /// Reads what begins at line i; returns the index behind it.
    std::size_t read_at(std::size_t i) {
        const PageLine& line = page_[i];
        if (auto caption = caption_at(page_, i)) {
            const bool own_credit = line.shape == LineShape::caption;
            if (own_credit || line.width < 300) {
                body_.captions.push_back(std::move(*caption));
                return i + (is_credit_in_capitals(page_, i + 1) ? 2 : 1);
            }
        }
        switch (line.shape) {
        case LineShape::prose: add(line); return i + 1;
        case LineShape::short_text: return read_short_lines(i);
        case LineShape::notice:
            return line.notice == Notice::related || line.notice == Notice::end ? skip_links(i + 1) : i + 1;
        case LineShape::date:
        case LineShape::byline:
        case LineShape::address:
        case LineShape::credit:
        case LineShape::caption: return i + 1;
        }
        return i + 1;
    }

    void add(const PageLine& line) {
        if (line.text != title_) {
            body_.text += body_.text.empty() ? "" : "\n\n";
            body_.text += line.text;
        }
    }

    /// Links below a heading such as "Related": short lines, and what is set off no more than they are.
    std::size_t skip_links(std::size_t i) const {
        constexpr std::size_t narrowest_paragraph = 100;
        while (i < range_.end && (page_[i].shape != LineShape::prose || page_[i].width < narrowest_paragraph)) {
            ++i;
        }
        return i;
    }

    /// Subheads and lists stay.
    std::size_t read_short_lines(std::size_t i) {
        std::size_t end = i;
        while (end < range_.end && page_[end].shape == LineShape::short_text) {
            ++end;
        }
        for (std::size_t k = i; k < end; ++k) {
            add(page_[k]);
        }
        return end;
    }

    const std::vector<PageLine>& page_;
    LineRange range_;
    std::string_view title_;
    PageBody body_;
};

}  // namespace

std::optional<Caption> caption_at(const std::vector<PageLine>& page, std::size_t index) {
    const PageLine& line = page[index];
    const bool credit_follows = index + 1 < page.size() && page[index + 1].shape == LineShape::credit;
    const bool text = line.shape == LineShape::short_text || line.shape == LineShape::prose;
    if (line.shape == LineShape::caption) {
        Caption caption = split_caption(line.text);
        if (caption.credit.empty() && credit_follows) {
            caption.credit = credit_of_line(page[index + 1].text).value_or("");
        }
        return caption;
    }
    if (text && is_credit_in_capitals(page, index + 1) && line.gap_before) {
        return Caption{line.text, page[index + 1].text};
    }
    if (text && credit_follows && !page[index + 1].gap_before) {
        return Caption{line.text, credit_of_line(page[index + 1].text).value_or("")};
    }
    return std::nullopt;
}

PageBody read_body(const std::vector<PageLine>& page, LineRange range, std::string_view title) {
    return BodyReader(page, range, title).read();
}

namespace {

/// "Example Ledger Limited" is the company, "Example Ledger" the outlet.
std::string_view without_legal_form(std::string_view owner) {
    constexpr auto forms = std::to_array<std::string_view>(
        {" Limited", " Ltd", " Inc", " LLC", " PLC", " plc", " GmbH", " AG", " S.A", " SA", " B.V", " AB", " ASA"});
    for (const std::string_view form : forms) {
        if (owner.ends_with(form)) {
            return trim(owner.substr(0, owner.size() - form.size()));
        }
    }
    return owner;
}

}  // namespace

std::string copyright_owner(std::string_view line) {
    constexpr std::size_t longest_line = 160;
    std::size_t at = line.find("©");
    std::size_t sign = 2;
    if (at == std::string_view::npos) {
        at = line.find("Copyright ");
        sign = 10;
    }
    constexpr std::size_t farthest = 48;  // "All rights reserved ©" in any script
    if (at == std::string_view::npos || at > farthest || line.size() > longest_line) {
        return "";
    }
    std::string_view rest = trim(line.substr(at + sign));
    constexpr std::array<std::string_view, 3> again{"Copyright ", "copyright ", "©"};
    for (const std::string_view word : again) {
        if (rest.starts_with(word)) {
            rest = trim(rest.substr(word.size()));
        }
    }
    rest = trim(rest.substr(std::min(rest.size(), rest.find_first_not_of("0123456789-, "))));
    if (rest.starts_with("–")) {
        rest = trim(rest.substr(3));
        rest = trim(rest.substr(std::min(rest.size(), rest.find_first_not_of("0123456789"))));
    }
    if (rest.starts_with("Copyright ")) {
        rest = trim(rest.substr(std::string_view("Copyright ").size()));
    }
    const std::string lowered = lower_case(rest);
    std::size_t end = rest.size();
    for (const std::string_view tail : {".", "|", ",", " all rights", " - ", " alle rechte", " tous droits"}) {
        end = std::min(end, lowered.find(tail));
    }
    rest = trim(rest.substr(0, std::min(end, rest.size())));
    while (!rest.empty() && (rest.back() == ' ' || (rest.back() >= '0' && rest.back() <= '9'))) {
        rest.remove_suffix(1);
    }
    const std::string owner = lower_case(rest);
    constexpr auto no_owner = std::to_array<std::string_view>({"all rights reserved", "alle rechte vorbehalten"});
    if (std::ranges::find(no_owner, owner) != no_owner.end()) {
        return "";
    }
    return std::string(without_legal_form(rest));
}

std::string stated_source(std::string_view line) {
    constexpr auto labels = std::to_array<std::string_view>(
        {"Source: ", "SOURCE: ", "Quelle: ", "Source : ", "Fuente: ", "Fonte: ", "Источник: ", "المصدر: ", "来源：",
         "來源：", "来源: "});
    constexpr std::size_t longest = 60;
    for (const std::string_view label : labels) {
        const std::size_t at = line.find(label);
        const bool begins = at == 0 || (at != std::string_view::npos && find_written_date(line.substr(0, at)));
        const std::string_view source = begins ? trim(line.substr(at + label.size())) : std::string_view{};
        if (!source.empty() && source.size() <= longest && !ends_sentence(source)) {
            return std::string(source);
        }
    }
    return "";
}

std::string named_home(std::string_view line) {
    constexpr auto tails =
        std::to_array<std::string_view>({", home page", ", homepage", " home page", " homepage", ", zur startseite",
                                         ", page d'accueil", ", portada", " - print version", " - druckversion"});
    const std::string lowered = lower_case(line);
    for (const std::string_view tail : tails) {
        if (lowered.size() == line.size() && lowered.size() > tail.size() && lowered.ends_with(tail)) {
            return std::string(line.substr(0, line.size() - tail.size()));
        }
    }
    return "";
}

}  // namespace dateline
