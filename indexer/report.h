#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

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

/// Counts from many threads; names every skipped article on the log as it comes.
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

    ReportNumbers numbers() const;
    std::vector<Skipped> skipped() const;

private:
    mutable std::mutex mutex_;
    ReportNumbers numbers_;
    std::vector<Skipped> skipped_;
};

/// `path member: place`, as messages name an article.
std::string name_of(const std::string& path, const std::string& member, const std::string& place);

/// The summary for people: a line of counts, a line for each reason.
std::string summary(const ReportNumbers& numbers, double seconds);

/// The same as JSON, with each skipped article. Throws IoError.
void write_report(const std::filesystem::path& file, const Report& report, double seconds);

}  // namespace dateline
