#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Mends the commonest fault of feeds, an ampersand that stands for itself (`AT&T`, `?a=1&b=2`), and references to
/// characters that XML forbids (`&#11;`), either of which ends the reading of XML. The first becomes `&amp;`, the
/// second a blank. In CDATA sections ampersands mean nothing and stay.
class XmlReferences {
public:
    /// The text so far as it can be told, given its next piece; what is left of it comes with the next call. `at_end`:
    /// there is none.
    std::string mend(std::string_view piece, bool at_end);

private:
    /// Each moves what it can tell from `rest` to `out`; false where the rest has to wait.
    bool mend_cdata(std::string_view& rest, bool at_end, std::string& out);
    bool mend_text(std::string_view& rest, bool at_end, std::string& out);

    std::string held_;
    bool in_cdata_ = false;
};

}  // namespace dateline
