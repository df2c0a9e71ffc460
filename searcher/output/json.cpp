#include <ostream>

#include "searcher/output/formats.h"
#include "searcher/output/json_values.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key changes its meaning or goes; new keys leave it.
constexpr int format_version = 1;

Json to_json(const Facet& facet) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
        values.push_back({{"value", value.value.empty() ? Json(nullptr) : Json(value.value)}, {"count", value.count}});
    }
    return values;
}

Json to_json(const std::optional<Suggestion>& suggestion) {
    if (!suggestion) return nullptr;
    return {{"query", suggestion->query}, {"total", suggestion->total}};
}

class JsonOutput : public Output {
public:
    void write(const ResultPage& page, const OutputOptions& /*options*/, std::ostream& out) const override {
        Json answer;
        answer["version"] = format_version;
        answer["query"] = page.query;
        answer["interpreted"] = page.interpreted;
        answer["total"] = page.total;
        answer["exact"] = page.exact;
        answer["offset"] = page.offset;
        answer["results"] = Json::array();
        for (const Result& result : page.results) {
            answer["results"].push_back(dateline::to_json(result));
        }
        answer["facets"] = Json::object();
        for (const Facet& facet : page.facets) {
            answer["facets"][facet.name] = to_json(facet);
        }
        answer["notes"] = page.notes;
        answer["suggestion"] = to_json(page.suggestion);
        answer["elapsed_ms"] = static_cast<double>(page.elapsed_us) / 1000;
        out << json_text(answer, 2) << '\n';
    }
};

}  // namespace

std::unique_ptr<Output> make_json_output() { return std::make_unique<JsonOutput>(); }

}  // namespace dateline
