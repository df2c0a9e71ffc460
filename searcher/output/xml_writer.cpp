#include "searcher/output/xml_writer.h"

#include <libxml/xmlwriter.h>

#include <new>
#include <ostream>

#include "common/text/utf8.h"

namespace dateline {
namespace {

/// XML 1.0, production 2.
bool is_xml_character(char32_t point) {
    return point == U'\t' || point == U'\n' || point == U'\r' || (point >= 0x20 && point != 0xFFFE && point != 0xFFFF);
}

/// With a zero at its end, as libxml2 wants it.
std::string xml_text(std::string_view text) {
    std::string valid(text);
    repair_utf8(valid);
    std::string out;
    for (std::size_t at = 0; at < valid.size();) {
        const char32_t point = next_code_point(valid, at);
        append_code_point(out, is_xml_character(point) ? point : replacement_character);
    }
    return out;
}

const xmlChar* xml_chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

int write_to_stream(void* stream, const char* bytes, int length) {
    static_cast<std::ostream*>(stream)->write(bytes, length);
    return length;
}

/// What libxml2 says where it has no memory or its buffer fails.
void check(int result) {
    if (result < 0) throw std::bad_alloc();
}

}  // namespace

class XmlWriter::Handle {
public:
    explicit Handle(std::ostream& out) {
        xmlOutputBuffer* buffer = xmlOutputBufferCreateIO(write_to_stream, nullptr, &out, nullptr);
        if (buffer == nullptr) throw std::bad_alloc();
        writer_ = xmlNewTextWriter(buffer);
        if (writer_ == nullptr) {
            xmlOutputBufferClose(buffer);
            throw std::bad_alloc();
        }
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { xmlFreeTextWriter(writer_); }

    xmlTextWriter* get() { return writer_; }

private:
    xmlTextWriter* writer_ = nullptr;
};

XmlWriter::XmlWriter(std::ostream& out) : handle_(std::make_unique<Handle>(out)) {
    check(xmlTextWriterSetIndent(handle_->get(), 1));
    check(xmlTextWriterSetIndentString(handle_->get(), xml_chars("  ")));
    check(xmlTextWriterStartDocument(handle_->get(), nullptr, "UTF-8", nullptr));
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::start(const char* name) { check(xmlTextWriterStartElement(handle_->get(), xml_chars(name))); }

void XmlWriter::attribute(const char* name, std::string_view value) {
    check(xmlTextWriterWriteAttribute(handle_->get(), xml_chars(name), xml_chars(xml_text(value).c_str())));
}

void XmlWriter::text(std::string_view text) {
    check(xmlTextWriterWriteString(handle_->get(), xml_chars(xml_text(text).c_str())));
}

void XmlWriter::end() {
    check(xmlTextWriterEndElement(handle_->get()));
    check(xmlTextWriterFlush(handle_->get()));
}

void XmlWriter::element(const char* name, std::string_view content) {
    start(name);
    text(content);
    end();
}

void XmlWriter::finish() {
    check(xmlTextWriterEndDocument(handle_->get()));
    check(xmlTextWriterFlush(handle_->get()));
}

}  // namespace dateline
