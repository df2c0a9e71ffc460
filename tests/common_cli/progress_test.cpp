#include "common/cli/progress.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace dateline {

using std::chrono::milliseconds;

TEST_CASE("progress_line") {
    struct Row {
        ProgressNumbers numbers;
        const char* line;
    };
    const Row rows[] = {
        {{}, "0 articles, 0/s, 0.0 MB/s, 0:00"},
        {{.articles = 1200, .bytes = 3'000'000, .elapsed = milliseconds(2000)}, "1200 articles, 600/s, 1.5 MB/s, 0:02"},
        {{.articles = 10, .bytes = 25, .total_bytes = 100, .elapsed = milliseconds(20'000)},
         "[=====               ]  25% 10 articles, 0/s, 0.0 MB/s, 0:20, 1:00 left"},
        {{.articles = 10, .bytes = 150, .total_bytes = 100, .elapsed = milliseconds(3'725'000)},
         "[====================] 100% 10 articles, 0/s, 0.0 MB/s, 1:02:05, 0:00 left"},
        {{.bytes = 0, .total_bytes = 100}, "[                    ]   0% 0 articles, 0/s, 0.0 MB/s, 0:00"},
        {{.articles = 250, .total_articles = 1000, .elapsed = milliseconds(5000)},
         "[=====               ]  25% 250 of 1000 articles, 50/s, 0:05, 0:15 left"},
        {{.bytes = 5, .total_bytes = 0, .elapsed = milliseconds(1000)}, "0 articles, 0/s, 0.0 MB/s, 0:01"},
    };
    for (const Row& row : rows) {
        CHECK(progress_line(row.numbers, 100) == row.line);
    }
}

TEST_CASE("progress_line leaves the last column free") {
    CHECK(progress_line({}, 11) == "0 articles");
    CHECK(progress_line({}, 1).empty());
    CHECK(progress_line({}, 0).empty());
}

TEST_CASE("progress counts from several threads") {
    Progress progress(Terminal{}, std::nullopt);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 1000; ++n) {
                    progress.count_article();
                    progress.count_bytes(10);
                }
            });
        }
    }
    CHECK(progress.numbers().articles == 4000);
    CHECK(progress.numbers().bytes == 40'000);
    CHECK_FALSE(progress.numbers().total_bytes.has_value());
    progress.set_total_bytes(50'000);
    CHECK(progress.numbers().total_bytes == 50'000);
}

}  // namespace dateline
