#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "indexer/readers/input.h"

/// The account of a run: what was read and what became of it.
namespace dateline {

struct ReportNumbers {
    std::uint64_t read = 0;  ///< = added + replaced + unchanged + all skipped
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
    std::map<std::string, std::uint64_t> skipped;                   ///< by reason
    std::map<std::string, std::uint64_t, std::less<>> passed_over;  ///< by kind: what no one takes for an article
    std::uint64_t bytes = 0;  ///< as readers saw them: of archives, what is in them
    std::uint64_t warnings = 0;
    std::uint64_t undated = 0;  ///< of those added or replaced

    std::uint64_t all_skipped() const;
};

/// So many skipped articles of one file are named; the others are only counted. What is damaged that often is all of
/// a kind, and hostile files must not fill the memory.
inline constexpr std::size_t most_named_in_file = 10'000;

/// Counts from many threads; names skipped articles on the log as they come.
class Report {
public:
    void count_added();
    void count_replaced();
    void count_unchanged();
    void count_undated();
    void count_bytes(std::uint64_t bytes);
    void count_passed_over(std::string_view kind);
    void skip(Skipped skipped);
    void warn(const std::string& where, const std::string& warning);

    /// Adds the account of a later part of the run. Of files that were read anew in it only what was skipped then is
    /// still named; what was counted before stays counted.
    void take_over(const Report& later, const std::vector<InputFile>& files);

    ReportNumbers numbers() const;
    std::vector<Skipped> skipped() const;

private:
    mutable std::mutex mutex_;
    ReportNumbers numbers_;
    std::vector<Skipped> skipped_;
    std::unordered_map<std::string, std::size_t> skipped_in_file_;
};

/// `path member: place`, as messages name an article.
std::string name_of(const std::string& path, const std::string& member, const std::string& place);

/// The summary for people: a line of counts, a line for each reason.
std::string summary(const ReportNumbers& numbers, double seconds);

/// The same as JSON, with each skipped article. Throws IoError.
void write_report(const std::filesystem::path& file, const Report& report, double seconds);

}  // namespace dateline
