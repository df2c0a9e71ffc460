#include "searcher/server/export_route.h"

#include <fmt/format.h>

#include <memory>
#include <sstream>
#include <utility>

#include "searcher/output/registry.h"
#include "searcher/server/search_calls.h"

namespace dateline {
namespace {

/// Writes an answer to a client, in pieces large enough to be worth sending.
class StreamSink : public AnswerSink {
public:
    StreamSink(const std::string& format, http::BodyStream& out) : output_(make_output(format)), out_(out) {}

    void begin(const ResultPage& page) override { output_->begin(page, {}, text_); }

    bool add(const Result& result) override {
        output_->add(result, text_);
        return text_.tellp() < least_to_send || send();
    }

    void end(const ResultPage& page) {
        output_->end(page, text_);
        send();
    }

private:
    static constexpr std::streamoff least_to_send = 32 << 10;

    bool send() {
        const std::string piece = std::move(text_).str();
        text_.str({});
        return out_.write(piece);
    }

    std::unique_ptr<Output> output_;
    http::BodyStream& out_;
    std::ostringstream text_;
};

http::Response export_all(Call& call) {
    const std::string format = call.values.text_or("format", "jsonl");
    const Request request = search_request_of(call);
    // Whatever is wrong with the query is found now, while there is still another answer to give.
    const std::shared_ptr<Searcher> searcher = call.engine.separate_searcher();
    Request counted = request;
    counted.limit = 0;
    const ResultPage page = searcher->search(counted);
    http::Response response = http::make_response(200, media_type_of(format), {});
    response.headers.emplace_back("Dateline-Total", std::to_string(page.total));
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"matches.{}\"", format));
    response.stream = [searcher, request, format](http::BodyStream& out) {
        StreamSink sink(format, out);
        sink.end(searcher->search_all(request, sink));
    };
    return response;
}

std::vector<Parameter> export_parameters() {
    std::vector<Parameter> table =
        http_search_parameters_without({"limit", "offset", "facet", "facet-order", "facet-limit", "timeline"});
    for (Parameter& parameter : table) {
        if (parameter.name == "format") parameter.default_value = "jsonl";
    }
    return table;
}

}  // namespace

Route export_route() {
    return {
        .method = "GET",
        .pattern = "/api/export",
        .handler = export_all,
        .kind = "export",
        .summary = "Every match of a query, in order, written while it is found; Dateline-Total tells how many come",
        .parameters = export_parameters(),
        .answers = {"application/jsonl", "text/csv"},
    };
}

}  // namespace dateline
