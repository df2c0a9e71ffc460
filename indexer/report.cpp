#include "indexer/report.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_set>

#include "common/index/section_file.h"

namespace dateline {

std::uint64_t ReportNumbers::all_skipped() const {
    return std::accumulate(skipped.begin(), skipped.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& reason) { return sum + reason.second; });
}

void Report::count_added() {
    const std::lock_guard lock(mutex_);
    ++numbers_.read;
    ++numbers_.added;
}

void Report::count_replaced() {
    const std::lock_guard lock(mutex_);
    ++numbers_.read;
    ++numbers_.replaced;
}

void Report::count_unchanged() {
    const std::lock_guard lock(mutex_);
    ++numbers_.read;
    ++numbers_.unchanged;
}

void Report::count_undated() {
    const std::lock_guard lock(mutex_);
    ++numbers_.undated;
}

void Report::count_bytes(std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    numbers_.bytes += bytes;
}

void Report::count_passed_over(std::string_view kind) {
    const std::lock_guard lock(mutex_);
    const auto counted = numbers_.passed_over.try_emplace(std::string(kind)).first;
    ++counted->second;
}

void Report::skip(Skipped skipped) {
    const std::lock_guard lock(mutex_);
    ++numbers_.read;
    ++numbers_.skipped[skipped.reason];
    const std::size_t in_file = ++skipped_in_file_[skipped.path];
    if (in_file > most_named_in_file) return;
    const std::string where = name_of(skipped.path, skipped.member, skipped.place);
    spdlog::warn("skipped {}: {}{}{}", where, skipped.reason, skipped.detail.empty() ? "" : ": ", skipped.detail);
    if (in_file == most_named_in_file)
        spdlog::warn("{}: {} skipped articles have been named; further ones are only counted", skipped.path, in_file);
    skipped_.push_back(std::move(skipped));
}

void Report::warn(const std::string& where, const std::string& warning) {
    spdlog::info("{}: {}", where, warning);
    const std::lock_guard lock(mutex_);
    ++numbers_.warnings;
}

void Report::take_over(const Report& later, const std::vector<InputFile>& files) {
    const ReportNumbers more = later.numbers();
    std::vector<Skipped> skipped = later.skipped();
    const std::lock_guard lock(mutex_);
    numbers_.read += more.read;
    numbers_.added += more.added;
    numbers_.replaced += more.replaced;
    numbers_.unchanged += more.unchanged;
    numbers_.bytes += more.bytes;
    numbers_.warnings += more.warnings;
    numbers_.undated += more.undated;
    for (const auto& [reason, count] : more.skipped) numbers_.skipped[reason] += count;
    for (const auto& [kind, count] : more.passed_over) numbers_.passed_over[kind] += count;
    std::unordered_set<std::string_view> anew;
    for (const InputFile& file : files) anew.insert(file.path);
    for (const Skipped& each : skipped) anew.insert(each.path);
    std::erase_if(skipped_, [&anew](const Skipped& each) { return anew.contains(each.path); });
    std::move(skipped.begin(), skipped.end(), std::back_inserter(skipped_));
}

ReportNumbers Report::numbers() const {
    const std::lock_guard lock(mutex_);
    return numbers_;
}

std::vector<Skipped> Report::skipped() const {
    const std::lock_guard lock(mutex_);
    return skipped_;
}

std::string name_of(const std::string& path, const std::string& member, const std::string& place) {
    std::string name = path;
    if (!member.empty()) name += " " + member;
    if (!place.empty()) name += ", " + place;
    return name;
}

std::string summary(const ReportNumbers& numbers, double seconds) {
    std::string text = fmt::format("read {} articles: {} added, {} replaced, {} unchanged, {} skipped", numbers.read,
                                   numbers.added, numbers.replaced, numbers.unchanged, numbers.all_skipped());
    for (const auto& [reason, count] : numbers.skipped) text += fmt::format("\n  skipped, {}: {}", reason, count);
    for (const auto& [kind, count] : numbers.passed_over) text += fmt::format("\n  passed over, {}: {}", kind, count);
    if (numbers.undated > 0) text += fmt::format("\n  without a date: {}", numbers.undated);
    if (seconds > 0) {
        const double megabytes = static_cast<double>(numbers.bytes) / 1e6;
        text += fmt::format("\n{:.1f} MB in {:.1f} s: {:.0f} articles/s, {:.1f} MB/s", megabytes, seconds,
                            static_cast<double>(numbers.read) / seconds, megabytes / seconds);
    }
    return text;
}

void write_report(const std::filesystem::path& file, const Report& report, double seconds) {
    using nlohmann::ordered_json;
    const ReportNumbers numbers = report.numbers();
    ordered_json json{{"read", numbers.read},
                      {"added", numbers.added},
                      {"replaced", numbers.replaced},
                      {"unchanged", numbers.unchanged},
                      {"skipped", ordered_json::object()},
                      {"passed_over", ordered_json::object()},
                      {"seconds", seconds},
                      {"bytes", numbers.bytes},
                      {"undated", numbers.undated},
                      {"warnings", numbers.warnings},
                      {"skipped_articles", ordered_json::array()}};
    for (const auto& [reason, count] : numbers.skipped) json["skipped"][reason] = count;
    for (const auto& [kind, count] : numbers.passed_over) json["passed_over"][kind] = count;
    for (const Skipped& skipped : report.skipped()) {
        json["skipped_articles"].push_back({{"path", skipped.path},
                                            {"member", skipped.member},
                                            {"place", skipped.place},
                                            {"reason", skipped.reason},
                                            {"detail", skipped.detail}});
    }
    replace_file(std::filesystem::absolute(file),
                 json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace dateline
