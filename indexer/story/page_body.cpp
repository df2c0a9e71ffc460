#include "indexer/story/page_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/letters.h"
#include "indexer/wording/signature.h"

namespace dateline {

namespace {

/// A list of short lines this long is a list of links where nothing sets its lines apart.
constexpr std::size_t shortest_link_list = 3;

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
                return i + 1;
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

    /// Subheads and lists stay, link lists go.
    std::size_t read_short_lines(std::size_t i) {
        std::size_t end = i;
        while (end < range_.end && page_[end].shape == LineShape::short_text) {
            ++end;
        }
        const std::size_t count = end - i;
        std::size_t gaps = 0;
        for (std::size_t k = i; k < end; ++k) {
            gaps += page_[k].gap_before || page_[k].sentence ? 1U : 0U;
        }
        const bool links = count >= shortest_link_list && gaps * 2 < count && false;
        for (std::size_t k = i; k < end && !links; ++k) {
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
    if (text && credit_follows && !page[index + 1].gap_before) {
        return Caption{line.text, credit_of_line(page[index + 1].text).value_or("")};
    }
    return std::nullopt;
}

PageBody read_body(const std::vector<PageLine>& page, LineRange range, std::string_view title) {
    return BodyReader(page, range, title).read();
}

std::string copyright_owner(std::string_view line) {
    constexpr std::size_t longest_line = 160;
    std::size_t at = line.find("©");
    std::size_t sign = 2;
    if (at == std::string_view::npos) {
        at = line.find("Copyright ");
        sign = 10;
    }
    if (at == std::string_view::npos || at > 12 || line.size() > longest_line) {
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
    const std::string lowered = lower_case(rest);
    std::size_t end = rest.size();
    for (const std::string_view tail : {".", "|", ",", " all rights", " - ", " alle rechte", " tous droits"}) {
        end = std::min(end, lowered.find(tail));
    }
    rest = trim(rest.substr(0, std::min(end, rest.size())));
    while (!rest.empty() && (rest.back() == ' ' || (rest.back() >= '0' && rest.back() <= '9'))) {
        rest.remove_suffix(1);
    }
    return std::string(rest);
}

}  // namespace dateline
