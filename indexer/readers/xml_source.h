#pragma once

#include <cstddef>
#include <string>

#include "indexer/readers/reader.h"
#include "indexer/readers/xml_references.h"

namespace dateline {

/// The bytes of an XML input as its parser should have them: UTF-8 for every encoding with a byte a character, whatever
/// of it the input declares, and without the control characters that XML forbids. ISO-8859-1 is read as Windows-1252,
/// as everyone writes it; text that declares it and is UTF-8 is UTF-8. Bytes that are no UTF-8 are repaired and
/// counted, and references that XML does not have are mended (xml_references.h). Encodings with several bytes a
/// character go to the parser as they are.
class XmlSource {
public:
    /// Reads the beginning. Throws IoError.
    explicit XmlSource(Input& input);

    /// Whether `read` gives UTF-8, so that the declaration no longer counts.
    bool is_utf8() const { return kind_ != Kind::as_declared; }
    /// Fills `out` with at most `size` bytes and returns how many; 0 at the end. Throws IoError.
    std::size_t read(char* out, std::size_t size);
    /// Bytes replaced since this was last asked.
    std::size_t take_replaced();

private:
    enum class Kind : unsigned char { utf8, single_byte, as_declared };

    void tell_kind(std::string& beginning);
    bool fill();
    void append_utf8(std::string& bytes, bool at_end);
    void append_single_bytes(std::string& bytes);

    Input& input_;
    Kind kind_ = Kind::utf8;
    std::string charset_;
    bool started_ = false;
    std::string rest_;  ///< the beginning of a character whose end is still to come
    XmlReferences references_;
    std::string text_;
    std::size_t position_ = 0;
    std::size_t replaced_ = 0;
};

}  // namespace dateline
