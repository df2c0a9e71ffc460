#include <ostream>
#include <string>

#include "searcher/output/citation.h"
#include "searcher/output/formats.h"
#include "searcher/output/json_values.h"

// CSL-JSON (schema of citationstyles.org, version 1.0.2): what pandoc, Zotero and citeproc read. Names are `literal`,
// as the byline has them: which part of one is the family's, no byline says.

namespace dateline {
namespace {

using CslJson = nlohmann::ordered_json;

CslJson issued(const DateDigits& date) {
    CslJson parts = CslJson::array();
    for (const std::string& part : {date.year, date.month, date.day}) {
        if (!part.empty()) parts.push_back(std::stoi(part));
    }
    return {{"date-parts", CslJson::array({std::move(parts)})}};
}

CslJson to_csl(const Result& result) {
    CslJson item;
    item["id"] = citation_key(result);
    item["type"] = "article-newspaper";
    const auto text = [&](const char* key, const std::string& value) {
        if (!value.empty()) item[key] = value;
    };
    text("title", result.title);
    for (const std::string& author : result.authors) item["author"].push_back({{"literal", author}});
    text("container-title", result.source);
    text("section", result.section);
    if (result.date) item["issued"] = issued(date_digits(result.date));
    text("language", result.language);
    text("URL", result.url);
    item["custom"] = {{"article-id", result.id}};
    return item;
}

class CslJsonOutput : public Output {
public:
    void begin(const ResultPage& /*page*/, const OutputOptions& /*options*/, std::ostream& out) override {
        out << '[';
        first_ = true;
    }

    void add(const Result& result, std::ostream& out) override {
        out << (first_ ? "\n  " : ",\n  ") << indented_json(to_csl(result), 1);
        first_ = false;
    }

    void end(const ResultPage& /*page*/, std::ostream& out) override { out << (first_ ? "]\n" : "\n]\n"); }

private:
    bool first_ = true;
};

}  // namespace

std::unique_ptr<Output> make_csl_json_output() { return std::make_unique<CslJsonOutput>(); }

}  // namespace dateline
