#include <ostream>

#include "searcher/output/formats.h"
#include "searcher/output/json_values.h"

namespace dateline {

namespace {

/// Raised when a key changes its meaning or goes; new keys leave it.
constexpr int format_version = 1;

Json to_json(const std::optional<Suggestion>& suggestion) {
    if (!suggestion) return nullptr;
    return {{"query", suggestion->query}, {"total", suggestion->total}};
}

class JsonOutput : public Output {
public:
    void begin(const ResultPage& page, const OutputOptions& /*options*/, std::ostream& out) override {
        out << '{';
        add_members({{"version", format_version},
                     {"query", page.query},
                     {"interpreted", page.interpreted},
                     {"total", page.total},
                     {"exact", page.exact},
                     {"offset", page.offset}},
                    out);
        out << "\n  \"results\": [";
        first_ = true;
    }

    void add(const Result& result, std::ostream& out) override {
        out << (first_ ? "\n    " : ",\n    ") << indented_json(dateline::to_json(result), 2);
        first_ = false;
    }

    void end(const ResultPage& page, std::ostream& out) override {
        out << (first_ ? "]," : "\n  ],");
        Json facets = Json::object();
        Json left_out = Json::object();
        for (const Facet& facet : page.facets) {
            facets[facet.name] = to_json(facet.values);
            if (facet.rest.values > 0) left_out[facet.name] = to_json(facet.rest);
        }
        add_members({{"facets", std::move(facets)}}, out);
        if (!left_out.empty()) add_members({{"facets_left_out", std::move(left_out)}}, out);
        if (page.timeline) add_members({{"timeline", to_json(*page.timeline)}}, out);
        add_members({{"notes", page.notes}, {"suggestion", to_json(page.suggestion)}}, out);
        out << "\n  \"elapsed_ms\": " << json_text(static_cast<double>(page.elapsed_us) / 1000, -1) << "\n}\n";
    }

private:
    static void add_members(const Json& members, std::ostream& out) {
        for (const auto& member : members.items())
            out << "\n  " << json_text(member.key(), -1) << ": " << indented_json(member.value(), 1) << ',';
    }

    bool first_ = true;
};

}  // namespace

std::unique_ptr<Output> make_json_output() { return std::make_unique<JsonOutput>(); }

}  // namespace dateline
