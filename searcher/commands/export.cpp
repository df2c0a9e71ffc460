#include "searcher/commands/export.h"

#include <spdlog/spdlog.h>

#include "common/cli/interrupt.h"
#include "common/cli/progress.h"
#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"

namespace dateline {
namespace {

/// Where the answer itself runs over the screen, a line that shows how it goes is in the way.
Terminal terminal_for_progress(const SharedOptions& shared) {
    return look_at(Stream::output).is_terminal ? Terminal{} : look_at(Stream::error, shared.color);
}

class ExportSink : public AnswerSink {
public:
    ExportSink(const OutputFormat& format, const OutputOptions& options, const SharedOptions& shared)
        : format_(format),
          options_(options),
          output_(format.make()),
          progress_(terminal_for_progress(shared), std::nullopt) {}

    void begin(const ResultPage& page) override {
        warn_of_notes(page, format_);
        progress_.set_total_articles(page.total);
        output_->begin(page, options_, standard_output());
    }

    bool add(const Result& result) override {
        if (interrupted() || !standard_output_has_reader()) return false;
        output_->add(result, standard_output());
        progress_.count_article();
        return true;
    }

    void end(const ResultPage& page) { output_->end(page, standard_output()); }
    std::uint64_t written() const { return progress_.numbers().articles; }

private:
    const OutputFormat& format_;
    OutputOptions options_;
    std::unique_ptr<Output> output_;
    Progress progress_;
};

}  // namespace

ExitCode export_all(Searcher& searcher, const Request& request, const OutputFormat& format,
                    const OutputOptions& options, const SharedOptions& shared) {
    catch_interrupts();
    ExportSink sink(format, options, shared);
    const ResultPage page = searcher.search_all(request, sink);
    sink.end(page);
    if (interrupted()) {
        spdlog::warn("interrupted: {} of {} articles were written", sink.written(), page.total);
        return ExitCode::interrupted;
    }
    return page.total > 0 ? ExitCode::ok : ExitCode::nothing_found;
}

void warn_of_notes(const ResultPage& page, const OutputFormat& format) {
    if (!format.has_notes) {
        for (const std::string& note : page.notes) spdlog::warn("{}", note);
    }
    if (!format.has_facets && (!page.facets.empty() || page.timeline))
        spdlog::warn("--format {} has no place for facets and timelines: json and text have", format.name);
}

}  // namespace dateline
