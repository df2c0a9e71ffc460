#include <ostream>

#include "searcher/output/formats.h"
#include "searcher/output/json_values.h"

namespace dateline {

namespace {

class JsonLinesOutput : public Output {
public:
    void begin(const ResultPage& /*page*/, const OutputOptions& /*options*/, std::ostream& /*out*/) override {}
    void add(const Result& result, std::ostream& out) override { out << json_text(to_json(result), -1) << '\n'; }
    void end(const ResultPage& /*page*/, std::ostream& /*out*/) override {}
};

}  // namespace

std::unique_ptr<Output> make_jsonl_output() { return std::make_unique<JsonLinesOutput>(); }

}  // namespace dateline
