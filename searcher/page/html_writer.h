#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Writes HTML. This is the one place where text becomes HTML: every text and every value of an attribute is escaped
/// here, and there is no way to write markup but by element. Names are literals of this program, so nothing that comes
/// from an article, a query or an address can become one.
namespace dateline::page {

/// The name of an element or attribute. Only a literal can be one.
class Name {
public:
    consteval Name(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor): reads as HTML does
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// The value is escaped. It must live until the end of the statement it stands in.
struct Attribute {
    Name name;
    std::string_view value{};
    bool is_there = true;  ///< false leaves it out
};
using Attributes = std::initializer_list<Attribute>;

class HtmlWriter {
public:
    HtmlWriter() = default;
    HtmlWriter(const HtmlWriter&) = delete;
    HtmlWriter& operator=(const HtmlWriter&) = delete;

    /// An element that ends with the object: blocks of the source are elements of the page.
    class [[nodiscard]] Open {
    public:
        Open(HtmlWriter& html, Name name) : html_(html), name_(name) {}
        Open(const Open&) = delete;
        Open& operator=(const Open&) = delete;
        ~Open() { html_.end(name_); }

    private:
        HtmlWriter& html_;
        Name name_;
    };

    Open in(Name element, Attributes attributes = {});
    /// An element with nothing but a text.
    void element(Name element, Attributes attributes, std::string_view text);
    void element(Name name, std::string_view text) { element(name, {}, text); }
    /// An element that has no end: `input`, `link`, `meta`.
    void empty(Name element, Attributes attributes = {});
    void text(std::string_view text);
    /// What stands before everything else.
    void doctype() { out_ += "<!doctype html>\n"; }

    std::string take() { return std::move(out_); }

private:
    void start(Name element, Attributes attributes);
    void end(Name element);

    std::string out_;
};

}  // namespace dateline::page
