#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

/// Writes one XML 1.0 document to a stream, element by element, indented. Names are written as they are given; texts
/// and values are escaped, and what XML cannot have (control characters, invalid UTF-8) becomes U+FFFD.
class XmlWriter {
public:
    /// The stream must outlive the writer.
    explicit XmlWriter(std::ostream& out);
    ~XmlWriter();

    void start(const char* name);
    /// Of the element started last, before it has anything in it.
    void attribute(const char* name, std::string_view value);
    void text(std::string_view text);
    /// Ends the element started last.
    void end();
    /// An element with nothing but a text.
    void element(const char* name, std::string_view text);
    /// Ends all elements and the document.
    void finish();

private:
    class Handle;
    std::unique_ptr<Handle> handle_;
};

}  // namespace dateline
