#include "indexer/readers/xml_articles.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/xml_records.h"

namespace dateline {

namespace {

bool says_nothing(const RawArticle& raw) {
    const Article& stated = raw.stated;
    return stated.captions.empty() && std::ranges::all_of(std::array{&stated.title, &stated.lead, &stated.body,
                                                                     &raw.html_title, &raw.html_lead, &raw.html_body},
                                                          [](const std::string* text) { return trim(*text).empty(); });
}

/// Reads one input; lives as long as that.
class ArticleRun {
public:
    ArticleRun(Input& input, const ReaderSink& sink, const XmlArticles& format)
        : input_(input), sink_(sink), format_(format) {}

    void run() {
        const XmlEnd end =
            read_xml_records(input_, {format_.is_record, [this](const XmlRecord& record) { return take(record); },
                                      [this] { return take_too_large(); },
                                      [this](std::string_view path, const XmlElement& element) {
                                          if (format_.around) {
                                              format_.around(path, element);
                                          }
                                      }});
        if (!end.error.empty() && more_) {
            skip("line " + std::to_string(end.line), "malformed", end.error + "; what stands before was read");
        } else if (number_ == 0 && more_) {
            skip("", "no article", std::string(format_.nothing));
        }
    }

private:
    bool take(const XmlRecord& record) {
        ++number_;
        RawArticle raw = format_.article(record.element);
        const std::string place = record.is_root ? "" : this->place();
        if (says_nothing(raw) && raw.not_article.empty()) {
            return skip(place, "no text", "neither a title nor a text");
        }
        if (record.replaced > 0) {
            raw.warnings.push_back(std::to_string(record.replaced) + " bytes were not UTF-8");
        }
        raw.stated.path = input_.path;
        raw.stated.member = input_.member;
        raw.stated.place = place;
        raw.input_bytes = record.input_bytes;
        return more_ = sink_.article(std::move(raw));
    }

    bool take_too_large() {
        ++number_;
        return skip(place(), "too large",
                    "an article may have " + std::to_string(max_article_bytes >> 20U) + " MiB, its elements included");
    }

    std::string place() const { return std::string(format_.unit) + " " + std::to_string(number_); }

    bool skip(std::string place, std::string reason, std::string detail) {
        return more_ =
                   sink_.skipped({input_.path, input_.member, std::move(place), std::move(reason), std::move(detail)});
    }

    Input& input_;
    const ReaderSink& sink_;
    const XmlArticles& format_;
    std::size_t number_ = 0;
    bool more_ = true;
};

}  // namespace

void read_xml_articles(Input& input, const ReaderSink& sink, const XmlArticles& format) {
    ArticleRun(input, sink, format).run();
}

}  // namespace dateline
