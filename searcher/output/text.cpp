#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/output/bars.h"
#include "searcher/output/formats.h"
#include "searcher/output/styled_text.h"

namespace dateline {

namespace {

constexpr std::size_t whole_line = 4096;
constexpr std::size_t narrowest = 20;  ///< columns of text, however narrow the terminal

std::string date_text(const Result& result) {
    if (!result.date) {
        return "undated";
    }
    std::string date = to_iso(*result.date);
    std::replace(date.begin(), date.end(), 'T', ' ');
    return date;
}

/// Writes one page.
class TextPage {
public:
    TextPage(const ResultPage& page, const OutputOptions& options, std::ostream& out)
        : page_(page), options_(options), out_(out) {
        const std::uint64_t last = page.results.empty() ? 0 : page.results.back().rank;
        rank_width_ = fmt::formatted_size("{}", last);
    }

    void write() {
        for (const std::string& note : page_.notes) {
            write_lines(StyledText(note), "");
        }
        out_ << (page_.notes.empty() ? "" : "\n");
        for (const Result& result : page_.results) {
            write_result(result);
        }
        for (const Facet& facet : page_.facets) {
            if (!facet.values.empty()) {
                write_facet(facet);
            }
        }
        out_ << summary() << '\n';
    }

private:
    void write_result(const Result& result) {
        StyledText title(result.title.empty() ? "(untitled)" : result.title, Style::bold);
        title.mark(result.title_highlights);
        const std::string indent(rank_width_ + 2, ' ');
        write_lines(title, indent, fmt::format("{:>{}}. ", result.rank, rank_width_));
        write_lines(StyledText(facts(result), Style::dim), indent);
        if (!result.snippet.text.empty()) {
            write_lines(passage(result.snippet), indent);
        }
        for (const std::string& address : addresses(result)) {
            out_ << indent << StyledText(address, Style::dim).line(whole_line, options_.colours) << '\n';
        }
        out_ << '\n';
    }

    /// Date, source, section and score, as far as they are known.
    static std::string facts(const Result& result) {
        std::string text = date_text(result);
        for (const std::string_view fact : {std::string_view(result.source), std::string_view(result.section)}) {
            if (!fact.empty()) {
                text.append(" · ").append(fact);
            }
        }
        return text + fmt::format(" · score {:.2f}", result.score);
    }

    static StyledText passage(const Snippet& snippet) {
        StyledText text(snippet.cut_before ? "… " : "");
        const std::size_t first = text.size();
        text.append(snippet.text);
        text.mark(snippet.highlights, first);
        text.append(snippet.cut_after ? " …" : "");
        return text;
    }

    /// What `show` wants to be told, and where the article is. Never wrapped, so that they can be copied.
    static std::vector<std::string> addresses(const Result& result) {
        if (result.url.empty() || result.url == result.id) return {result.id};
        return {result.id, result.url};
    }

    void write_facet(const Facet& facet) {
        out_ << StyledText(facet.name, Style::bold).line(options_.width, options_.colours) << '\n';
        for (const std::string& line : draw_bars(facet, options_.width)) {
            out_ << line << '\n';
        }
        out_ << '\n';
    }

    void write_lines(const StyledText& text, std::string_view indent) { write_lines(text, indent, indent); }

    void write_lines(const StyledText& text, std::string_view indent, std::string_view first_indent) {
        const std::size_t room = options_.width > indent.size() ? options_.width - indent.size() : 0;
        std::string_view before = first_indent;
        for (const std::string& line : text.lines(std::max(room, narrowest), options_.colours)) {
            out_ << before << line << '\n';
            before = indent;
        }
    }

    std::string summary() const {
        const bool all_shown = page_.results.size() == page_.total || page_.results.empty();
        const std::string shown =
            all_shown ? "" : fmt::format(", {} to {} shown", page_.results.front().rank, page_.results.back().rank);
        return fmt::format("{} article{}{} ({:.1f} ms)", page_.total, page_.total == 1 ? "" : "s", shown,
                           static_cast<double>(page_.elapsed_us) / 1000);
    }

    const ResultPage& page_;
    const OutputOptions& options_;
    std::ostream& out_;
    std::size_t rank_width_ = 1;
};

class TextOutput : public Output {
public:
    void write(const ResultPage& page, const OutputOptions& options, std::ostream& out) const override {
        TextPage(page, options, out).write();
    }
};

}  // namespace

std::unique_ptr<Output> make_text_output() { return std::make_unique<TextOutput>(); }

}  // namespace dateline
