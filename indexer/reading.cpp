#include "indexer/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/error.h"
#include "indexer/confinement/reasons.h"
#include "indexer/readers/sniff.h"

namespace dateline {
namespace {

/// Where reading came to before it was ended.
struct Way {
    std::uint64_t articles = 0;
    std::string member;
    std::string place;

    void note(const Finding& finding) {
        const auto* raw = std::get_if<RawArticle>(&finding.what);
        if (raw == nullptr) return;
        ++articles;
        member = raw->stated.member;
        place = raw->stated.place;
    }

    std::string text() const {
        if (articles == 0) return "nothing was read before";
        std::string last = member;
        if (!place.empty()) last += (last.empty() ? "" : ", ") + place;
        return fmt::format("{} article{} {} read before{}", articles, articles == 1 ? "" : "s",
                           articles == 1 ? "was" : "were", last.empty() ? "" : ", the last at " + last);
    }
};

}  // namespace

void read_file(const InputFile& file, const ReaderOptions& options, const TakeFinding& take) {
    std::optional<OpenInput> input;
    try {
        input.emplace(file);
    } catch (const IoError& error) {
        take({Skipped{file.path, "", "", "unreadable", error.what()}});
        return;
    }
    const Sniffed& sniffed = input->sniffed();
    const ReaderEntry* entry = reader_for(sniffed, options.format);
    if (entry == nullptr) {
        take({Skipped{file.path, "", "", sniffed.reason, sniffed.detail}});
        return;
    }
    const auto give = [&](auto what) { return take({std::move(what), input->position_bytes()}); };
    const ReaderSink sink{[&](RawArticle article) { return give(std::move(article)); },
                          [&](Skipped skipped) { return give(std::move(skipped)); },
                          [&](std::string_view kind) { give(PassedOver{std::string(kind)}); }};
    try {
        entry->reader().read(input->input(), options, sink);
    } catch (const IoError& error) {
        give(ReadingFailed{error.what()});
    }
}

ConfinedReading::ConfinedReading(ReadFile read_file, const HelperProcess::Limits& limits)
    : limits_(limits),
      helper_(
          [read = std::move(read_file)](std::string_view request, const HelperProcess::Send& send) {
              read(input_file_of(request), [&send](const Finding& finding) { return send(to_bytes(finding)); });
          },
          limits) {}

bool ConfinedReading::read(const InputFile& file, const TakeFinding& take) {
    bool wanted = true;
    Way way;
    const Ending ending = helper_.ask(to_bytes(file), [&](std::string_view message) {
        Finding finding = finding_of(message);
        if (const auto* failed = std::get_if<ReadingFailed>(&finding.what)) throw IoError(failed->what);
        way.note(finding);
        return wanted = take(std::move(finding));
    });
    if (ending.end == ConfinedEnd::done) return wanted;
    auto [reason, detail] = reason_of(ending, limits_);
    return take({Skipped{file.path, "", "", std::move(reason), detail + "; " + way.text()}, file.size_bytes});
}

}  // namespace dateline
