#include "searcher/first.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/index/fields.h"
#include "common/text/utf8.h"
#include "searcher/output/json_values.h"
#include "searcher/output/styled_text.h"

namespace dateline {
namespace {

/// What is asked for the words of an argument, from which a shell has taken the quotes.
std::string as_phrase(std::string_view text) {
    text = trim(text);
    const bool as_written = text.starts_with("=\"") || (text.starts_with('{') && text.ends_with('}'));
    if (as_written) return std::string(text);
    if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    std::string inside(text);
    std::replace(inside.begin(), inside.end(), '"', ' ');  // of an inner quotation: signs are passed over in phrases
    return "\"" + inside + "\"";
}

std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    return url.starts_with("www.") ? url.substr(4) : url;
}

/// Tells one source from another.
class Sources {
public:
    explicit Sources(const Searcher& searcher) : searcher_(searcher) {}

    std::string name(const Hit& hit) const {
        const Columns& columns = searcher_.index().segments()[hit.segment]->columns();
        const KeywordColumn& column = columns.keyword(*find_field("source"));
        const auto ordinals = column.of(hit.row);
        if (!ordinals.empty()) return std::string(column.value(ordinals.front()));
        const Card card = searcher_.card(hit);
        const std::string_view host = host_of(card.url);
        return host.empty() ? "id:" + std::string(card.id) : "host:" + std::string(host);
    }

private:
    const Searcher& searcher_;
};

/// The first of each source, in the order given.
class OneEach {
public:
    explicit OneEach(std::size_t limit) : limit_(limit) {}

    void offer(const Hit& hit, const std::string& source) {
        if (!sources_.insert(source).second) return;
        if (hits_.size() < limit_) hits_.push_back(hit);
    }
    const std::vector<Hit>& hits() const { return hits_; }
    bool has_more() const { return sources_.size() > hits_.size(); }

private:
    std::size_t limit_;
    std::set<std::string> sources_;
    std::vector<Hit> hits_;
};

void number(std::vector<Result>& results) {
    for (std::size_t i = 0; i < results.size(); ++i) results[i].rank = i + 1;
}

bool is_coarse(const Result& result) {
    return result.date && (result.date->precision == Precision::year || result.date->precision == Precision::month);
}

class FirstView {
public:
    FirstView(const FirstAppearances& first, std::size_t width, bool colours)
        : first_(first), width_(width), colours_(colours) {}

    std::string write() {
        for (const std::string& note : first_.notes) lines(StyledText(note), "");
        if (!first_.notes.empty()) out_ += "\n";
        for (const Result& result : first_.dated) write(result);
        if (!first_.undated.empty())
            out_ += StyledText("Undated, perhaps earlier", Style::bold).line(width_, colours_) + "\n\n";
        for (const Result& result : first_.undated) write(result);
        out_ += summary() + "\n";
        return std::move(out_);
    }

private:
    void write(const Result& result) {
        const std::string front = fmt::format("{:>2}. ", result.rank);
        const std::string indent(front.size(), ' ');
        std::string facts = result.date ? to_iso(*result.date) : "undated";
        std::replace(facts.begin(), facts.end(), 'T', ' ');
        if (!result.source.empty()) facts += " · " + result.source;
        lines(StyledText(facts, Style::bold), indent, front);
        StyledText title(result.title.empty() ? "(untitled)" : result.title);
        title.mark(result.title_highlights);
        lines(title, indent);
        StyledText passage(result.snippet.cut_before ? "… " : "");
        const std::size_t begin = passage.size();
        passage.append(result.snippet.text);
        passage.mark(result.snippet.highlights, begin);
        passage.append(result.snippet.cut_after ? " …" : "");
        lines(passage, indent);
        add_address(result.id, indent);
        if (result.url != result.id) add_address(result.url, indent);
        out_ += "\n";
    }

    /// Never wrapped, so that it can be copied.
    void add_address(const std::string& address, const std::string& indent) {
        constexpr std::size_t whole_line = 4096;
        if (!address.empty()) out_ += indent + StyledText(address, Style::dim).line(whole_line, colours_) + "\n";
    }

    void lines(const StyledText& text, const std::string& indent) { lines(text, indent, indent); }
    void lines(const StyledText& text, const std::string& indent, std::string before) {
        constexpr std::size_t narrowest = 20;
        for (const std::string& line :
             text.lines(std::max(width_, narrowest + indent.size()) - indent.size(), colours_)) {
            out_ += before + line + "\n";
            before = indent;
        }
    }

    std::string summary() const {
        const auto counted = [](std::uint64_t count, std::string_view what) {
            return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
        };
        std::string text = counted(first_.articles, "article") + " of " + counted(first_.sources, "source");
        if (first_.more_dated || first_.more_undated)
            text += fmt::format(", the first {} shown", first_.dated.size() + first_.undated.size());
        return text;
    }

    const FirstAppearances& first_;
    std::size_t width_;
    bool colours_;
    std::string out_;
};

}  // namespace

FirstAppearances find_first(Searcher& searcher, std::string_view phrase, const Request& request) {
    Request asked = request;
    asked.query = as_phrase(phrase);
    asked.match = MatchMode::all;
    asked.sort = SortOrder::oldest;
    asked.offset = 0;
    asked.limit = searcher.index().articles();
    const Ranking found = searcher.rank(asked);
    const Sources sources(searcher);
    OneEach dated(request.limit);
    OneEach undated(request.limit);
    std::set<std::string> all;
    for (const Hit& hit : found.hits) {
        const std::string source = sources.name(hit);
        all.insert(source);
        (hit.seconds == PackedDate::undated ? undated : dated).offer(hit, source);
    }
    FirstAppearances first;
    first.interpreted = asked.query;
    first.articles = found.total;
    first.sources = all.size();
    first.dated = searcher.results(asked, dated.hits());
    first.undated = searcher.results(asked, undated.hits());
    first.more_dated = dated.has_more();
    first.more_undated = undated.has_more();
    number(first.dated);
    number(first.undated);
    if (std::any_of(first.dated.begin(), first.dated.end(), is_coarse))
        first.notes.emplace_back(
            "What is dated only to its year or month stands at the beginning of it and may be later.");
    return first;
}

std::string first_as_text(const FirstAppearances& first, std::size_t width, bool colours) {
    return FirstView(first, width, colours).write();
}

std::string first_as_json(const FirstAppearances& first) {
    using nlohmann::ordered_json;
    const auto list = [](const std::vector<Result>& results) {
        ordered_json all = ordered_json::array();
        for (const Result& result : results) {
            ordered_json one = to_json(result);
            one.erase("score");  // by date, not by worth
            all.push_back(std::move(one));
        }
        return all;
    };
    const ordered_json answer{{"interpreted", first.interpreted}, {"articles", first.articles},
                              {"sources", first.sources},         {"dated", list(first.dated)},
                              {"undated", list(first.undated)},   {"notes", first.notes}};
    return json_text(answer, 2);
}

}  // namespace dateline
