#pragma once

#include <string>
#include <vector>

namespace dateline::tests {

/// A piece of text on a page of a PDF: points from the lower left corner.
struct PdfText {
    double x = 0;
    double y = 0;
    double size = 11;
    std::string text;  ///< Latin letters of ASCII, and bytes of Windows-1252
};

/// A PDF of A4 pages with the texts given. `trailer`: more entries of the trailer, `info`: of the document's metadata.
std::string written_pdf(const std::vector<std::vector<PdfText>>& pages, const std::string& trailer = "",
                        const std::string& info = "");

}  // namespace dateline::tests
