#include "indexer/readers/xml_records.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// A record deeper or larger than this is hostile; its rest is left out.
constexpr int deepest = 200;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

using Buffer = std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)>;
using TextReader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

std::string markup_of(xmlNode* node) {
    const Buffer buffer(xmlBufferCreate(), &xmlBufferFree);
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
    }
    return std::string(view(xmlBufferContent(buffer.get())));
}

XmlElement element_of(xmlNode* node, int depth) {
    XmlElement element;
    element.name = view(node->name);
    element.space = node->ns == nullptr ? std::string_view() : view(node->ns->href);
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        std::string value;
        for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
            value += view(part->content);
        }
        element.attributes.emplace_back(view(attribute->name), std::move(value));
    }
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            element.text += view(child->content);
        } else if (child->type == XML_ELEMENT_NODE && depth < deepest) {
            element.children.push_back(element_of(child, depth + 1));
            element.text += element.children.back().text;
        }
    }
    if (!element.children.empty() && depth > 0) {
        element.markup = markup_of(node);
    }
    return element;
}

/// What libxml2 says, the first of it kept.
struct FirstError {
    std::string message;
    std::size_t line = 0;
};

class Run {
public:
    explicit Run(Input& input) : input_(input), reader_(nullptr, &xmlFreeTextReader) {
        reader_.reset(xmlReaderForIO(&Run::read_bytes, nullptr, this, nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
        if (reader_ == nullptr) {
            throw IoError(input.path + ": the XML reader cannot be set up");
        }
        xmlTextReaderSetStructuredErrorHandler(reader_.get(), &Run::note_error, &error_);
    }

    XmlEnd run(const std::function<bool(std::string_view)>& is_record,
               const std::function<bool(const XmlElement&)>& record,
               const std::function<void(std::string_view, const XmlElement&)>& other) {
        std::vector<std::string> path;
        int status = xmlTextReaderRead(reader_.get());
        while (status == 1) {
            if (xmlTextReaderNodeType(reader_.get()) != XML_READER_TYPE_ELEMENT) {
                status = xmlTextReaderRead(reader_.get());
                continue;
            }
            const std::string name(view(xmlTextReaderConstLocalName(reader_.get())));
            path.resize(std::min<std::size_t>(
                path.size(), static_cast<std::size_t>(std::max(0, xmlTextReaderDepth(reader_.get())))));
            if (is_record(name)) {
                xmlNode* node = xmlTextReaderExpand(reader_.get());
                if (node == nullptr || !record(element_of(node, 0))) {
                    break;
                }
                status = xmlTextReaderNext(reader_.get());
                continue;
            }
            path.push_back(name);
            status = read_other(path, other);
        }
        return {error_.message, error_.line};
    }

private:
    /// Elements around records: their own text, which stands before their first child.
    int read_other(const std::vector<std::string>& path,
                   const std::function<void(std::string_view, const XmlElement&)>& other) {
        XmlElement element;
        element.name = path.back();
        element.space = view(xmlTextReaderConstNamespaceUri(reader_.get()));
        while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
            element.attributes.emplace_back(view(xmlTextReaderConstLocalName(reader_.get())),
                                            view(xmlTextReaderConstValue(reader_.get())));
        }
        xmlTextReaderMoveToElement(reader_.get());
        const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        int status = xmlTextReaderRead(reader_.get());
        if (!empty && status == 1) {
            const int type = xmlTextReaderNodeType(reader_.get());
            if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA) {
                element.text = view(xmlTextReaderConstValue(reader_.get()));
            }
        }
        std::string joined;
        for (const std::string& step : path) {
            joined += (joined.empty() ? "" : "/") + step;
        }
        other(joined, element);
        return status;
    }

    static int read_bytes(void* self, char* out, int size) {
        Run& run = *static_cast<Run*>(self);
        run.input_.bytes.read(out, size);
        const auto got = static_cast<int>(run.input_.bytes.gcount());
        return run.input_.bytes.bad() ? -1 : got;
    }

    static void note_error(void* first, xmlErrorPtr error) {
        FirstError& kept = *static_cast<FirstError*>(first);
        if (kept.message.empty() && error->level >= XML_ERR_ERROR) {
            kept = {squeeze_space(error->message == nullptr ? "" : error->message),
                    static_cast<std::size_t>(std::max(0, error->line))};
        }
    }

    Input& input_;
    FirstError error_;
    TextReader reader_;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
    const auto found = std::ranges::find(attributes, attribute_name, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

const XmlElement* XmlElement::child(std::string_view child_name, std::string_view in) const {
    const auto found = std::ranges::find_if(children, [&](const XmlElement& each) {
        return each.name == child_name && (in.empty() || each.space.find(in) != std::string::npos);
    });
    return found == children.end() ? nullptr : &*found;
}

std::string_view XmlElement::text_of(std::string_view child_name, std::string_view in) const {
    const XmlElement* found = child(child_name, in);
    return found == nullptr ? std::string_view() : trim(found->text);
}

XmlEnd read_xml_records(Input& input, const std::function<bool(std::string_view name)>& is_record,
                        const std::function<bool(const XmlElement&)>& record,
                        const std::function<void(std::string_view path, const XmlElement&)>& other) {
    return Run(input).run(is_record, record, other);
}

}  // namespace dateline
