#include "indexer/readers/registry.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"
#include "indexer/readers/archive.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/mail.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/newsml.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/pdf.h"
#include "indexer/readers/rcv1.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/sitemap.h"
#include "indexer/readers/text.h"
#include "indexer/readers/warc.h"

namespace dateline {

namespace {

template <typename Format>
const Reader& the() {
    static const Format reader;
    return reader;
}

constexpr std::array<std::string_view, 2> text_endings{".txt", ".text"};
constexpr std::array<std::string_view, 3> json_endings{".json", ".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 4> html_endings{".html", ".htm", ".xhtml", ".shtml"};
constexpr std::array<std::string_view, 3> sgml_endings{".sgm", ".sgml", ".trec"};

constexpr std::array<std::string_view, 4> csv_endings{".csv", ".tsv", ".tab", ".psv"};
constexpr std::array<std::string_view, 4> markdown_endings{".md", ".markdown", ".mdown", ".mkd"};
constexpr std::array<std::string_view, 3> mail_endings{".mbox", ".eml", ".mbx"};
constexpr std::array<std::string_view, 1> pdf_endings{".pdf"};
constexpr std::array<std::string_view, 3> feed_endings{".rss", ".atom", ".rdf"};
/// What these files are called says little; their root element tells.
constexpr std::array<std::string_view, 2> nitf_endings{".xml", ".nitf"};
constexpr std::array<std::string_view, 1> xml_endings{".xml"};

constexpr std::array<std::string_view, 2> warc_endings{".warc", ".wet"};
constexpr std::array<std::string_view, 9> archive_endings{".zip", ".tar", ".tgz", ".7z", ".gz",
                                                          ".bz2", ".xz",  ".zst", ".txz"};

const std::array readers{
    ReaderEntry{"text", "text copied from a news page, one article a file", text_endings, the<TextReader>},
    ReaderEntry{"html", "saved web pages, one article a file", html_endings, the<HtmlReader>},
    ReaderEntry{"feed", "RSS 0.9x, 1.0, 2.0 and Atom, an article an item", feed_endings, the<FeedReader>},
    ReaderEntry{"json", "JSON Lines, arrays and objects, fields found by name; ninjs; JSON Feed", json_endings,
                the<JsonReader>},
    ReaderEntry{"csv", "tables: CSV, TSV and others, an article a row; columns are found by name", csv_endings,
                the<CsvReader>},
    ReaderEntry{"mail", "newsletters: mailboxes (mbox) and single messages, an article a message", mail_endings,
                the<MailReader>},
    ReaderEntry{"markdown", "Markdown, and plain text with front matter, one article a file", markdown_endings,
                the<MarkdownReader>},
    ReaderEntry{"pdf", "PDF of a printed page, one article a file", pdf_endings, the<PdfReader>},
    ReaderEntry{"nitf", "NITF of news agencies", nitf_endings, the<NitfReader>},
    ReaderEntry{"newsml", "NewsML-G2 and NewsML 1.x of news agencies", xml_endings, the<NewsmlReader>},
    ReaderEntry{"rcv1", "the Reuters corpora RCV1 and RCV2", xml_endings, the<Rcv1Reader>},
    ReaderEntry{"sitemap", "sitemaps of news: told of, kept with --keep-all only", xml_endings, the<SitemapReader>},
    ReaderEntry{"sgml", "TREC <DOC> and Reuters-21578 <REUTERS>", sgml_endings, the<SgmlReader>},
    ReaderEntry{"warc", "web archives: the pages in them", warc_endings, the<WarcReader>},
    ReaderEntry{"archive", "zip, tar, 7z, gzip, bzip2, xz, zstd, one in the other: what is in them", archive_endings,
                the<ArchiveReader>},
};

}  // namespace

std::span<const ReaderEntry> all_readers() { return readers; }

const ReaderEntry* find_reader(std::string_view name) {
    const auto found = std::ranges::find(readers, name, &ReaderEntry::name);
    return found == readers.end() ? nullptr : &*found;
}

const ReaderEntry* reader_for_ending(std::string_view path) {
    const std::string lower = lower_ascii(path);
    const auto found = std::ranges::find_if(readers, [&lower](const ReaderEntry& entry) {
        return std::ranges::any_of(entry.endings,
                                   [&lower](std::string_view ending) { return lower.ends_with(ending); });
    });
    return found == readers.end() ? nullptr : &*found;
}

}  // namespace dateline
