#include <fmt/format.h>

#include <algorithm>
#include <optional>
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
    TextPage(const ResultPage& page, const OutputOptions& options, std::ostream& out) : options_(options), out_(out) {
        const std::uint64_t last = page.results.empty() ? page.total : page.results.back().rank;
        rank_width_ = fmt::formatted_size("{}", last);
        for (const std::string& note : page.notes) {
            write_lines(StyledText(note), "");
        }
        out_ << (page.notes.empty() ? "" : "\n");
    }

    void write_end(const ResultPage& page) {
        if (page.timeline && page.total > 0) {
            write_table(timeline_heading(*page.timeline), draw_bars(*page.timeline, options_.width));
        }
        for (const Facet& facet : page.facets) {
            if (!facet.values.empty()) {
                write_table(facet.name, draw_bars(facet, options_.width));
            }
        }
        out_ << summary(page) << '\n';
    }

    void write_result(const Result& result) {
        if (first_rank_ == 0) first_rank_ = result.rank;
        last_rank_ = result.rank;
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

private:
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

    void write_table(std::string_view heading, const std::vector<std::string>& lines) {
        out_ << StyledText(heading, Style::bold).line(options_.width, options_.colours) << '\n';
        for (const std::string& line : lines) {
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

    std::string summary(const ResultPage& page) const {
        const bool all_shown = first_rank_ == 0 || (first_rank_ == 1 && last_rank_ == page.total);
        const std::string shown = all_shown ? "" : fmt::format(", {} to {} shown", first_rank_, last_rank_);
        return fmt::format("{} article{}{} ({:.1f} ms)", page.total, page.total == 1 ? "" : "s", shown,
                           static_cast<double>(page.elapsed_us) / 1000);
    }

    OutputOptions options_;
    std::ostream& out_;
    std::size_t rank_width_ = 1;
    std::uint64_t first_rank_ = 0;  ///< of the results written; 0 for none
    std::uint64_t last_rank_ = 0;
};

class TextOutput : public Output {
public:
    void begin(const ResultPage& page, const OutputOptions& options, std::ostream& out) override {
        page_.emplace(page, options, out);
    }
    void add(const Result& result, std::ostream& /*out*/) override { page_->write_result(result); }
    void end(const ResultPage& page, std::ostream& /*out*/) override { page_->write_end(page); }

private:
    std::optional<TextPage> page_;
};

}  // namespace

std::unique_ptr<Output> make_text_output() { return std::make_unique<TextOutput>(); }

}  // namespace dateline
