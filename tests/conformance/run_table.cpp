// Asks every query of a table and compares the answers with those that were worked out by hand. README.md beside this
// file describes the table.
//
//     run_table --bin FOLDER ARTICLES.jsonl QUERIES.tsv
//
// Exit code 0 when all answers are as the table says, 1 when one is not, 2 when the table cannot be read or asked.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "tests/support/temp_dir.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewest_queries = 250;
constexpr unsigned command_timeout_s = 60;

/// One line of the table.
struct Row {
    std::size_t line = 0;
    std::string query;
    std::vector<std::string> ids;  ///< sorted; of those without an error
    std::string column;            ///< of those with one, its column; empty for others
    std::string message;           ///< a part of the error's text
};

struct Outcome {
    std::string output;
    std::string error;
    int exit_code = 0;
};

// ---- reading

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// `!8 there is no field`, or ids.
void read_expectation(std::string_view text, Row& row) {
    if (!text.starts_with('!')) {
        row.ids = words_of(text);
        if (!std::is_sorted(row.ids.begin(), row.ids.end())) throw std::runtime_error("its ids are not sorted");
        return;
    }
    const std::size_t blank = text.find(' ');
    row.column = text.substr(1, blank - 1);
    if (blank == std::string_view::npos || row.column.empty()) throw std::runtime_error("!COLUMN TEXT is expected");
    row.message = text.substr(blank + 1);
}

Row read_row(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) throw std::runtime_error("there is no tab in it");
    Row row;
    row.query = line.substr(0, tab);
    read_expectation(line.substr(tab + 1), row);
    return row;
}

std::vector<Row> read_table(const fs::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<Row> rows;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        try {
            rows.push_back(read_row(line));
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
        }
        rows.back().line = number;
    }
    return rows;
}

// ---- running

std::string contents_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// In the child only: makes `file` the stream `fd`, or ends the process.
void redirect(int fd, const fs::path& file) {
    const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened < 0 || dup2(opened, fd) < 0) _exit(126);
}

/// In the child only: becomes the program.
[[noreturn]] void become(std::vector<std::string> command) {
    std::vector<char*> arguments;
    std::transform(command.begin(), command.end(), std::back_inserter(arguments),
                   [](std::string& argument) { return argument.data(); });
    arguments.push_back(nullptr);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
    setenv("NO_COLOR", "1", 1);
    alarm(command_timeout_s);  // it stays in force in what is run
    execv(arguments.front(), arguments.data());
    _exit(126);
}

Outcome run(const std::vector<std::string>& command, const dateline::tests::TempDir& io) {
    const fs::path output = io.path() / "output";
    const fs::path error = io.path() / "error";
    const pid_t child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0) {
        redirect(STDOUT_FILENO, output);
        redirect(STDERR_FILENO, error);
        become(command);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const int exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {contents_of(output), contents_of(error), exit_code};
}

// ---- judging

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text.empty() ? "nothing" : text;
}

/// What is wrong with an answer that should be an error; empty where nothing is.
std::string error_complaint(const Row& row, const Outcome& outcome) {
    if (outcome.exit_code != 2) return "exit " + std::to_string(outcome.exit_code) + ", not 2\n" + outcome.output;
    const bool has_column = outcome.error.find("column " + row.column + ":") != std::string::npos;
    if (has_column && outcome.error.find(row.message) != std::string::npos) return {};
    return "expected column " + row.column + ": " + row.message + "\n" + outcome.error;
}

/// The same for one with articles, or with none.
std::string answer_complaint(const Row& row, const Outcome& outcome) {
    const int exit_code = row.ids.empty() ? 1 : 0;
    if (outcome.exit_code > 1) return "exit " + std::to_string(outcome.exit_code) + "\n" + outcome.error;
    const auto answer = nlohmann::json::parse(outcome.output);
    std::vector<std::string> ids;
    for (const auto& result : answer.at("results")) ids.push_back(result.at("id").get<std::string>());
    std::sort(ids.begin(), ids.end());
    std::string complaint;
    if (ids != row.ids) complaint += "expected " + joined(row.ids) + "\n     got " + joined(ids) + "\n";
    const auto total = answer.at("total").get<std::size_t>();
    if (total != row.ids.size()) complaint += "the total is " + std::to_string(total) + "\n";
    if (outcome.exit_code != exit_code) complaint += "exit " + std::to_string(outcome.exit_code) + "\n";
    if (!complaint.empty()) complaint += "understood as " + answer.at("interpreted").get<std::string>() + "\n";
    return complaint;
}

std::string complaint_of(const Row& row, const Outcome& outcome) {
    try {
        return row.column.empty() ? answer_complaint(row, outcome) : error_complaint(row, outcome);
    } catch (const nlohmann::json::exception& error) {
        return std::string("the answer cannot be read: ") + error.what() + "\n" + outcome.output;
    }
}

/// Both programs and what they work on.
class Engine {
public:
    Engine(fs::path bin, const fs::path& articles) : bin_(std::move(bin)) {
        const Outcome outcome =
            run({(bin_ / "indexer").string(), "add", "--index", index(), fs::absolute(articles).string()}, io_);
        if (outcome.exit_code != 0) throw std::runtime_error("the articles cannot be indexed: " + outcome.error);
    }

    Outcome ask(const std::string& query) const {
        return run({(bin_ / "searcher").string(), "search", "--index", index(), "--match", "all", "--format", "json",
                    "--limit", "100", "--", query},
                   io_);
    }

private:
    std::string index() const { return (folder_.path() / "index").string(); }

    fs::path bin_;
    dateline::tests::TempDir folder_;
    dateline::tests::TempDir io_;
};

int run_table(const fs::path& bin, const fs::path& articles, const fs::path& table) {
    const std::vector<Row> rows = read_table(table);
    const Engine engine(bin, articles);
    std::size_t failed = 0;
    for (const Row& row : rows) {
        const std::string complaint = complaint_of(row, engine.ask(row.query));
        if (complaint.empty()) continue;
        ++failed;
        std::printf("%s:%zu: %s\n%s\n", table.c_str(), row.line, row.query.c_str(), complaint.c_str());
    }
    std::printf("%zu queries, %zu failed\n", rows.size(), failed);
    if (rows.size() < fewest_queries) std::printf("there should be %zu queries at least\n", fewest_queries);
    return failed == 0 && rows.size() >= fewest_queries ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() != 4 || arguments[0] != "--bin") {
        std::fputs("Usage: run_table --bin FOLDER ARTICLES.jsonl QUERIES.tsv\n", stderr);
        return 2;
    }
    try {
        return run_table(arguments[1], arguments[2], arguments[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "run_table: %s\n", error.what());
        return 2;
    }
}
