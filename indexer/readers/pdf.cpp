#include "indexer/readers/pdf.h"

#include <optional>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/confinement/confined_call.h"
#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/pdf_words.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

namespace {

constexpr Limits limits{std::size_t{192} << 20, 2, std::size_t{32} << 20};

/// Why there is no article in a PDF; nothing where there is one.
std::optional<std::pair<std::string, std::string>> refusal(ConfinedEnd end, const std::optional<PdfContent>& content) {
    switch (end) {
    case ConfinedEnd::out_of_time: return std::pair("too large", "reading it takes more than 2 seconds");
    case ConfinedEnd::too_much_output: return std::pair("too large", "it has more than 32 MiB of text");
    case ConfinedEnd::out_of_memory: return std::pair("too large", "reading it takes more than 192 MiB");
    case ConfinedEnd::failed: return std::pair("malformed", "the PDF cannot be read");
    case ConfinedEnd::done: break;
    }
    if (!content) {
        return std::pair("malformed", "this is no whole PDF");
    }
    if (content->encrypted) {
        return std::pair("unsupported", "the PDF is encrypted and wants a password");
    }
    if (content->page_count > most_pdf_pages) {
        return std::pair("too large", "it has " + std::to_string(content->page_count) + " pages; an article may have " +
                                          std::to_string(most_pdf_pages));
    }
    return std::nullopt;
}

RawArticle article_of(const PdfContent& content, PrintedText printed) {
    RawArticle raw;
    raw.stated.title = std::move(printed.title);
    raw.stated.url = std::move(printed.url);
    if (!content.published.empty()) {
        raw.date_texts.emplace_back("pdf:prism:publicationDate", content.published);
    }
    raw.copied_text = std::move(printed.text);
    return raw;
}

}  // namespace

void PdfReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    const std::string_view bytes = buffer.unread();
    const Confined read = run_confined([bytes] { return pdf_text(bytes); }, limits);
    const auto content = read.end == ConfinedEnd::done ? content_of_pdf_text(read.output) : std::nullopt;
    const auto skip = [&](std::string reason, std::string detail) {
        sink.skipped({input.path, input.member, "", std::move(reason), std::move(detail)});
    };
    if (auto refused = refusal(read.end, content)) {
        return skip(std::move(refused->first), std::move(refused->second));
    }
    PrintedText printed = lay_out(*content);
    if (trim(printed.text).empty()) {
        return skip("no text", "the pages have no text; they may be pictures");
    }
    RawArticle raw = article_of(*content, std::move(printed));
    raw.stated.path = input.path;
    raw.stated.member = input.member;
    raw.input_bytes = bytes.size();
    sink.article(std::move(raw));
}

}  // namespace dateline
