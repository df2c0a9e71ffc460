#include "indexer/readers/rcv1.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/xml_articles.h"
#include "indexer/readers/xml_text.h"

namespace dateline {

namespace {

/// The four roots of the hierarchy of topics (Lewis, Yang, Rose and Li, RCV1, JMLR 5, 2004, section 3.2.1).
std::string section_of_topic(std::string_view code) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr auto roots = std::to_array<Pair>(
        {{"CCAT", "Corporate/Industrial"}, {"ECAT", "Economics"}, {"GCAT", "Government/Social"}, {"MCAT", "Markets"}});
    const auto* const found = std::ranges::find(roots, code, &Pair::first);
    return found == roots.end() ? "" : std::string(found->second);
}

/// `<dc element="dc.source" value="Reuters"/>`; "" where there is none.
std::string dublin_core(const XmlElement& item, std::string_view element) {
    std::string value;
    if (const XmlElement* metadata = item.child("metadata")) {
        metadata->each("dc", [&](const XmlElement& dc) {
            if (value.empty() && dc.attribute("element") == element) {
                value = squeeze_space(dc.attribute("value"));
            }
        });
    }
    return value;
}

std::string rcv1_section(const XmlElement& item) {
    std::string section;
    if (const XmlElement* metadata = item.child("metadata")) {
        metadata->each("codes", [&section](const XmlElement& codes) {
            codes.each("code", [&section](const XmlElement& code) {
                section = section.empty() ? section_of_topic(code.attribute("code")) : section;
            });
        });
    }
    return section;
}

/// `MEXICO CITY 1996-08-20`: the day is stated better elsewhere.
std::string_view without_day(std::string_view dateline) {
    const std::size_t last = dateline.rfind(' ');
    const std::string_view word = dateline.substr(last == std::string_view::npos ? 0 : last + 1);
    const bool is_day = word.size() == 10 && word[4] == '-' && word[7] == '-';
    return is_day ? trim(dateline.substr(0, dateline.size() - word.size())) : dateline;
}

RawArticle rcv1_article(const XmlElement& item) {
    RawArticle raw;
    Article& stated = raw.stated;
    if (const std::string_view number = item.attribute("itemid"); !number.empty()) {
        stated.id = "rcv1-" + std::string(number);
    }
    // `title` has the country before it, for readers of screens.
    stated.title = item.text_at("headline");
    stated.title = stated.title.empty() ? item.text_at("title") : stated.title;
    if (std::string byline = item.text_at("byline"); !byline.empty()) {
        stated.authors.push_back(std::move(byline));
    }
    if (const XmlElement* text = item.child("text")) {
        stated.body = text_of_blocks(*text).body;
    }
    const std::string dateline = item.text_at("dateline");
    add_dateline(without_day(dateline), stated.body);
    stated.source = dublin_core(item, "dc.source");
    stated.source = stated.source.empty() ? dublin_core(item, "dc.publisher") : stated.source;
    stated.section = rcv1_section(item);
    stated.language = item.attribute("lang");
    if (const std::string_view day = item.attribute("date"); !day.empty()) {
        raw.date_texts.emplace_back("rcv1:date", day);
    }
    for (const std::string_view element : {"dc.date.published", "dc.date.created"}) {
        if (std::string day = dublin_core(item, element); !day.empty()) {
            raw.date_texts.emplace_back("rcv1:" + std::string(element), std::move(day));
        }
    }
    return raw;
}

}  // namespace

void Rcv1Reader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    read_xml_articles(input, sink,
                      {[](std::string_view name) { return name == "newsitem"; },
                       rcv1_article,
                       {},
                       "article",
                       "there is no newsitem"});
}

}  // namespace dateline
