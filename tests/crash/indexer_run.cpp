#include "tests/crash/indexer_run.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "common/index/index.h"
#include "indexer/index_check.h"

namespace dateline::tests {
namespace {

[[noreturn]] void become(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const std::filesystem::path& log) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
}

}  // namespace

IndexerRun::IndexerRun(const std::filesystem::path& indexer, const std::vector<std::string>& arguments,
                       std::filesystem::path log)
    : log_(std::move(log)), process_(::fork()) {
    if (process_ == 0) become(indexer, arguments, log_);
    expect(process_ > 0, "cannot start " + indexer.string());
}

IndexerRun::~IndexerRun() {
    if (process_ == 0) return;
    kill();
    wait();
}

void IndexerRun::kill() { ::kill(process_, SIGKILL); }

void IndexerRun::stop() { ::kill(process_, SIGTERM); }

int IndexerRun::wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string IndexerRun::messages() const {
    std::ifstream file(log_);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_input(const std::filesystem::path& file, const Input& input) {
    std::ofstream out(file);
    for (const auto& [id, body] : input) {
        out << R"({"id": ")" << id << R"(", "title": "Title of )" << id << R"(", "date": "2012-08-29", "body": ")"
            << body << "\"}\n";
    }
}

Articles held_by(const std::filesystem::path& index) {
    Articles held;
    if (!index_exists(index)) return held;
    const Index opened = Index::open(index);
    for (const auto& segment : opened.segments()) {
        for (std::size_t row = 0; row < segment->articles(); ++row) {
            if (segment->deletions().contains(row)) continue;
            const Article article = segment->article(row);
            expect(held.emplace(article.id, article.body).second, "article " + article.id + " is there twice");
        }
    }
    expect(opened.articles() == held.size(), "the index counts other articles than it holds");
    return held;
}

void expect_sound(const std::filesystem::path& index) {
    if (!index_exists(index)) return;
    std::string problems;
    for (const std::string& problem : check_index(index, [](const std::string&) {})) problems += problem + "\n";
    expect(problems.empty(), "the index is damaged:\n" + problems);
}

std::size_t expect_prefix(const Input& input, const Articles& before, const Articles& after) {
    const auto has = [](const Articles& articles, const auto& article) {
        const auto found = articles.find(article.first);
        return found != articles.end() && found->second == article.second;
    };
    std::size_t in = 0;
    while (in < input.size() && has(after, input[in])) ++in;
    Articles expected = before;
    for (std::size_t i = 0; i < in; ++i) expected[input[i].first] = input[i].second;
    expect(after == expected, "after " + std::to_string(in) + " of " + std::to_string(input.size()) +
                                  " articles of the input the index does not hold what it should");
    return in;
}

}  // namespace dateline::tests
