#include "indexer/readers/xml_records.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text/utf8.h"
#include "indexer/readers/entities.h"
#include "indexer/readers/xml_source.h"

namespace dateline {

namespace {

/// What nests deeper than this is hostile.
constexpr std::size_t deepest = 200;
/// The parser compares each attribute of an element with each other, so that 300,000 of them would take minutes.
constexpr int most_attributes = 1000;
/// Looking up one of very many declarations takes as long.
constexpr std::size_t longest_document_type = std::size_t{1} << 20;
constexpr std::size_t most_text_around = std::size_t{64} << 10;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
        xmlFreeDoc(parser->myDoc);  // it keeps the entities that the input declares
        parser->myDoc = nullptr;
        xmlFreeParserCtxt(parser);
    }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

/// What an element costs beside its text: this bounds records of nothing but tags.
std::size_t cost_of(const XmlElement& element) {
    std::size_t cost = sizeof(XmlElement) + element.name.size() + element.space.size();
    for (const auto& attribute : element.attributes) {
        cost += sizeof(attribute) + attribute.first.size() + attribute.second.size();
    }
    return cost;
}

/// One reading of one input. The parser calls the static functions (SAX2), they call those below.
class RecordParse {
public:
    RecordParse(Input& input, const XmlRecordSink& sink) : sink_(sink), source_(input) {
        xmlSAXHandler handler{};
        handler.initialized = XML_SAX2_MAGIC;
        handler.startElementNs = &RecordParse::on_start;
        handler.endElementNs = &RecordParse::on_end;
        handler.characters = &RecordParse::on_text;
        handler.ignorableWhitespace = &RecordParse::on_text;
        handler.cdataBlock = &RecordParse::on_text;
        handler.getEntity = &RecordParse::on_entity;
        handler.serror = &RecordParse::on_error;
        parser_.reset(
            xmlCreateIOParserCtxt(&handler, this, &RecordParse::on_read, nullptr, this, XML_CHAR_ENCODING_NONE));
        if (parser_ == nullptr) {
            throw IoError(input.path + ": the XML reader cannot be set up");
        }
        xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | (source_.is_utf8() ? XML_PARSE_IGNORE_ENC : 0));
    }

    XmlEnd run() {
        xmlParseDocument(parser_.get());
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        if (end_.error.empty() && parser_->wellFormed == 0 && !stopped_) {
            end_ = {"this is no XML", line()};
        }
        return end_;
    }

private:
    std::size_t line() const { return static_cast<std::size_t>(std::max(0, xmlSAX2GetLineNumber(parser_.get()))); }

    std::size_t bytes_read() const {
        const xmlParserInput* input = parser_->input;
        return input == nullptr ? 0 : input->consumed + static_cast<std::size_t>(input->cur - input->base);
    }

    void stop() {
        stopped_ = true;
        xmlStopParser(parser_.get());
    }

    /// What is hostile about the markup being read, though it has not ended yet; "" for nothing. The parser keeps its
    /// namespaces in twos and its attributes in fives.
    std::string_view hostility() const {
        if (parser_ == nullptr) {
            return {};
        }
        if (parser_->nsMax > 2 * most_attributes || parser_->maxatts > 5 * most_attributes) {
            return "an element has too many attributes";
        }
        const bool in_document_type = parser_->inSubset != 0;
        return in_document_type && bytes_read() > longest_document_type ? "the document type is too long"
                                                                        : std::string_view();
    }

    std::size_t read(char* out, std::size_t size) {
        if (const std::string_view what = hostility(); !what.empty() && end_.error.empty()) {
            end_ = {std::string(what), line()};
        }
        return end_.error.empty() ? source_.read(out, size) : 0;  // behind an error nothing is told of
    }

    void start(XmlElement element) {
        tell_around();
        ++depth_;
        if (depth_ > deepest) {
            end_ = {"elements nest deeper than " + std::to_string(deepest), line()};
            return stop();
        }
        if (skipping_) {
            return;
        }
        if (open_.empty() && !sink_.is_record(element.name)) {
            path_.push_back(element.name);
            around_ = std::move(element);
            is_around_open_ = true;
            return;
        }
        if (open_.empty()) {
            record_depth_ = depth_;
            record_begin_ = bytes_read();
            cost_ = 0;
        }
        count(cost_of(element));
        if (!skipping_) {
            open_.push_back(std::move(element));
        }
    }

    void text(std::string_view piece) {
        if (is_around_open_) {
            around_.text +=
                cut_at_code_point(piece, most_text_around - std::min(most_text_around, around_.text.size()));
        }
        if (open_.empty()) {
            return;
        }
        std::vector<XmlElement>& siblings = open_.back().children;
        const bool goes_on = !siblings.empty() && siblings.back().is_text();
        count(piece.size() + (goes_on ? 0 : sizeof(XmlElement)));
        if (skipping_) {
            return;
        }
        if (!goes_on) {
            siblings.emplace_back();
        }
        siblings.back().text += piece;
    }

    void end() {
        tell_around();
        const std::size_t depth = depth_--;
        if (skipping_ && depth == record_depth_) {
            skipping_ = false;
            if (!sink_.too_large()) {
                stop();
            }
        } else if (!skipping_ && open_.empty()) {
            path_.pop_back();
        } else if (!skipping_) {
            close();
        }
    }

    void close() {
        XmlElement element = std::move(open_.back());
        open_.pop_back();
        if (!open_.empty()) {
            open_.back().children.push_back(std::move(element));
            return;
        }
        const XmlRecord record{std::move(element), bytes_read() - record_begin_, record_depth_ == 1,
                               source_.take_replaced()};
        if (!sink_.record(record)) {
            stop();
        }
    }

    /// Counts what the record at hand takes; one that takes too much is let go.
    void count(std::size_t bytes) {
        cost_ += bytes;
        if (cost_ > max_article_bytes) {
            open_ = {};
            skipping_ = true;
        }
    }

    void tell_around() {
        if (!is_around_open_) {
            return;
        }
        is_around_open_ = false;
        std::string joined;
        for (const std::string& step : path_) {
            joined += (joined.empty() ? "" : "/") + step;
        }
        sink_.around(joined, around_);
    }

    /// What the name stands for, or the reference as it is. Never null: the parser would look elsewhere.
    xmlEntity* entity(const xmlChar* name) {
        entity_ = {};
        entity_.name = name;
        entity_.orig = not_ours_.data();  // where it is empty, libxml2 leaves a declaration's text there for us to free
        if (parser_->instate == XML_PARSER_ATTRIBUTE_VALUE) {
            entity_.etype = XML_INTERNAL_GENERAL_ENTITY;  // stays a reference; decoded with the attribute
            return &entity_;
        }
        entity_text_.clear();
        append_decoded(entity_text_, "&" + std::string(view(name)) + ";");
        entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;  // its text goes to `characters`, and is not parsed
        entity_.content = reinterpret_cast<xmlChar*>(entity_text_.data());
        return &entity_;
    }

    /// No exception may pass through the parser: it is kept, and thrown behind it.
    template <typename Work>
    void guarded(Work work) {
        try {
            if (!failure_) {
                work();
            }
        } catch (...) {
            failure_ = std::current_exception();
            stop();
        }
    }

    static RecordParse& self(void* run) { return *static_cast<RecordParse*>(run); }

    /// Attributes come in fives: name, prefix, namespace, begin and end of the value. Those that a document type
    /// adds stand at the end and are left out.
    static void on_start(void* run, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* space,
                         int /*namespaces*/, const xmlChar** /*namespace_list*/, int attributes, int defaulted,
                         const xmlChar** values) {
        self(run).guarded([&] {
            XmlElement element;
            element.name = view(name);
            element.space = view(space);
            for (int i = 0; i < attributes - defaulted; ++i) {
                const xmlChar** const five = values + std::ptrdiff_t{5} * i;
                const auto* const begin = reinterpret_cast<const char*>(five[3]);
                const auto* const end = reinterpret_cast<const char*>(five[4]);
                std::string value;
                append_decoded(value, std::string_view(begin, static_cast<std::size_t>(end - begin)));
                element.attributes.emplace_back(view(five[0]), std::move(value));
            }
            self(run).start(std::move(element));
        });
    }

    static void on_end(void* run, const xmlChar* /*name*/, const xmlChar* /*prefix*/, const xmlChar* /*space*/) {
        self(run).guarded([&] { self(run).end(); });
    }

    static void on_text(void* run, const xmlChar* text, int bytes) {
        self(run).guarded([&] {
            self(run).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(0, bytes))});
        });
    }

    static xmlEntity* on_entity(void* run, const xmlChar* name) { return self(run).entity(name); }

    /// The parser is in the middle of its input here, and can be stopped by the end of it alone.
    static int on_read(void* run, char* out, int size) {
        try {
            return static_cast<int>(self(run).read(out, static_cast<std::size_t>(size)));
        } catch (...) {
            self(run).failure_ = std::current_exception();
            return 0;
        }
    }

    static void on_error(void* run, xmlErrorPtr error) {
        self(run).guarded([&] {
            XmlEnd& end = self(run).end_;
            if (end.error.empty() && error->level >= XML_ERR_FATAL) {
                end = {squeeze_space(view(reinterpret_cast<const xmlChar*>(error->message))),
                       static_cast<std::size_t>(std::max(0, error->line))};
            }
        });
    }

    const XmlRecordSink& sink_;
    XmlSource source_;
    Parser parser_;
    XmlEnd end_;
    std::exception_ptr failure_;
    bool stopped_ = false;

    std::size_t depth_ = 0;
    std::vector<std::string> path_;  ///< names of the elements around the records
    XmlElement around_;              ///< the innermost of them, as long as nothing but text has come in it
    bool is_around_open_ = false;

    std::vector<XmlElement> open_;  ///< of the record at hand, the innermost last
    std::size_t record_depth_ = 0;
    std::size_t record_begin_ = 0;
    std::size_t cost_ = 0;
    bool skipping_ = false;  ///< the record is too large

    xmlEntity entity_{};
    std::array<xmlChar, 1> not_ours_{};
    std::string entity_text_;
};

}  // namespace

XmlEnd read_xml_records(Input& input, const XmlRecordSink& sink) { return RecordParse(input, sink).run(); }

}  // namespace dateline
