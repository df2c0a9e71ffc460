#include "tests/support/written_pdf.h"

#include <fmt/format.h>

namespace dateline::tests {

namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

std::string content_of(const std::vector<PdfText>& texts) {
    std::string content;
    for (const PdfText& text : texts) {
        content +=
            fmt::format("BT /F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", text.size, text.x, text.y, escaped(text.text));
    }
    return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content);
}

}  // namespace

std::string written_pdf(const std::vector<std::vector<PdfText>>& pages, const std::string& trailer,
                        const std::string& info) {
    const std::size_t tree = 2 + 2 * pages.size();
    std::vector<std::string> objects{
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const std::vector<PdfText>& texts : pages) {
        objects.push_back(content_of(texts));
        objects.push_back(
            fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                        "/Resources << /Font << /F1 1 0 R >> >> >>",
                        tree, objects.size()));
        kids += fmt::format("{} 0 R ", objects.size());
    }
    objects.push_back(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids));
    objects.push_back(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", tree));
    objects.push_back("<< /CreationDate (D:20200101000000Z) " + info + " >>");
    std::string pdf = "%PDF-1.4\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    return pdf + table +
           fmt::format("trailer << /Size {} /Root {} 0 R /Info {} 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                       objects.size() + 1, tree + 1, tree + 2, trailer, pdf.size());
}

}  // namespace dateline::tests
