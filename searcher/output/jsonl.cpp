#include <ostream>

#include "searcher/output/formats.h"
#include "searcher/output/json_values.h"

namespace dateline {

namespace {

class JsonLinesOutput : public Output {
public:
    void write(const ResultPage& page, const OutputOptions& /*options*/, std::ostream& out) const override {
        for (const Result& result : page.results) {
            out << json_text(to_json(result), -1) << '\n';
        }
    }
};

}  // namespace

std::unique_ptr<Output> make_jsonl_output() { return std::make_unique<JsonLinesOutput>(); }

}  // namespace dateline
