#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/output/citation.h"
#include "searcher/output/formats.h"
#include "searcher/output/xml_writer.h"

// Atom 1.0 (RFC 4287), with the totals of OpenSearch 1.1 and, in Dublin Core, what Atom cannot say: a date known only
// to its month, the newspaper, the id.

namespace dateline {
namespace {

/// An IRI that is the same whenever the same is asked: a UUID of the kind that applications make of hashes (RFC 9562,
/// version 8).
std::string uuid_of(std::string_view text) {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    constexpr unsigned version = 0x8000;
    constexpr unsigned variant = 0x8000;
    return fmt::format("urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", hash.high64 >> 32U, hash.high64 >> 16U & 0xFFFFU,
                       (hash.high64 & 0x0FFFU) | version, (hash.low64 >> 48U & 0x3FFFU) | variant,
                       hash.low64 & 0xFFFF'FFFF'FFFFU);
}

bool is_web_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// An address without what an IRI cannot have (RFC 3987).
std::string iri(std::string_view address) {
    constexpr std::string_view forbidden = "<>\"{}|\\^` ";
    std::string out;
    for (const char byte : one_line(address)) {
        if (forbidden.find(byte) == std::string_view::npos) {
            out += byte;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return out;
}

/// RFC 3339 wants a whole moment: the first one of what is known.
std::string moment(const Date& date) { return to_iso({date.seconds, date.offset_minutes, Precision::second}); }

std::string html(std::u32string_view text) {
    std::string out;
    for (const char32_t point : text) {
        switch (point) {
        case U'&': out += "&amp;"; break;
        case U'<': out += "&lt;"; break;
        case U'>': out += "&gt;"; break;
        default: append_code_point(out, point);
        }
    }
    return out;
}

/// The passage as HTML, what was asked for in bold.
std::string passage_html(const Snippet& snippet) {
    std::string valid = snippet.text;
    repair_utf8(valid);
    std::u32string points;
    for (std::size_t at = 0; at < valid.size();) points += next_code_point(valid, at);
    const std::u32string_view text = points;

    std::string out = snippet.cut_before ? "… " : "";
    std::size_t done = 0;
    for (const Highlight& highlight : snippet.highlights) {
        const std::size_t begin = std::clamp(highlight.begin, done, text.size());
        const std::size_t end = std::clamp(highlight.end, begin, text.size());
        if (begin == end) continue;
        out += html(text.substr(done, begin - done)) + "<b>" + html(text.substr(begin, end - begin)) + "</b>";
        done = end;
    }
    return out + html(text.substr(done)) + (snippet.cut_after ? " …" : "");
}

class AtomOutput : public Output {
public:
    void begin(const ResultPage& page, const OutputOptions& /*options*/, std::ostream& out) override {
        XmlWriter& xml = xml_.emplace(out);
        xml.start("feed");
        xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
        xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.attribute("xmlns:opensearch", "http://a9.com/-/spec/opensearch/1.1/");
        xml.element("id", uuid_of("query\n" + page.query));
        xml.element("title", page.query.empty() ? "Dateline" : page.query);
        if (!page.notes.empty()) xml.element("subtitle", fmt::format("{}", fmt::join(page.notes, " ")));
        xml.element("updated", moment({page.answered, 0, Precision::second}));
        write_author("Dateline");
        xml.element("generator", "Dateline");
        xml.element("opensearch:totalResults", std::to_string(page.total));
        xml.element("opensearch:startIndex", std::to_string(page.offset + 1));
    }

    void add(const Result& result, std::ostream& /*out*/) override {
        xml_->start("entry");
        if (!result.language.empty()) xml_->attribute("xml:lang", result.language);
        xml_->element("id", is_web_address(result.id) ? iri(result.id) : uuid_of("article\n" + result.id));
        xml_->element("title", result.title.empty() ? "(untitled)" : result.title);
        write_dates(result.date);
        write_authors(result);
        const bool has_address = is_web_address(result.url);
        if (has_address) write_link(iri(result.url));
        if (!result.section.empty()) write_category(result.section);
        if (!result.source.empty()) xml_->element("dc:publisher", result.source);
        xml_->element("dc:identifier", result.id);
        const std::string passage = passage_html(result.snippet);
        write_html("summary", passage);
        // Without an address a reader must be given something to read (RFC 4287, 4.1.2).
        if (!has_address) write_html("content", passage);
        xml_->end();
    }

    void end(const ResultPage& /*page*/, std::ostream& /*out*/) override {
        xml_->finish();
        xml_.reset();
    }

private:
    /// Every entry must have a date of change. One that has no date gets the first second of 1970, which readers sort
    /// to the end, and no date of publication.
    void write_dates(const std::optional<Date>& date) {
        xml_->element("updated", moment(date.value_or(Date{})));
        if (!date) return;
        if (date->precision >= Precision::day) xml_->element("published", moment(*date));
        xml_->element("dc:date", to_iso(*date));
    }

    /// The newspaper where no one signs: else the feed's author would count as the article's.
    void write_authors(const Result& result) {
        for (const std::string& author : result.authors) write_author(author);
        if (result.authors.empty() && !result.source.empty()) write_author(result.source);
    }

    void write_author(std::string_view name) {
        xml_->start("author");
        xml_->element("name", name);
        xml_->end();
    }

    void write_link(std::string_view address) {
        xml_->start("link");
        xml_->attribute("rel", "alternate");
        xml_->attribute("href", address);
        xml_->end();
    }

    void write_category(std::string_view section) {
        xml_->start("category");
        xml_->attribute("term", section);
        xml_->end();
    }

    void write_html(const char* name, std::string_view content) {
        xml_->start(name);
        xml_->attribute("type", "html");
        xml_->text(content);
        xml_->end();
    }

    std::optional<XmlWriter> xml_;
};

}  // namespace

std::unique_ptr<Output> make_atom_output() { return std::make_unique<AtomOutput>(); }

}  // namespace dateline
