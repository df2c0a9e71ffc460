// Runs one .case file; README.md beside this file describes the format.
//
//     run_case --bin FOLDER --root FOLDER FILE.case
//
// Exit code 0 when every command did what the case says, 1 when one did not,
// 2 when the case cannot be read.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "tests/support/temp_dir.h"

namespace {

namespace fs = std::filesystem;

constexpr unsigned command_timeout_s = 60;

/// What a case says of one output stream.
struct Expected {
    std::vector<std::string> lines;    ///< "> ": the whole stream, where there is one
    std::vector<std::string> has;      ///< ">~"
    std::vector<std::string> has_not;  ///< ">!"
    bool none = false;                 ///< ">none"
};

struct File {
    std::string name;
    std::string contents;
};

struct Command {
    int line = 0;
    std::string text;
    std::vector<File> files_before;  ///< to be written before it runs
    std::string input;
    Expected output;
    Expected error;
    int exit_code = 0;
};

struct Outcome {
    std::string output;
    std::string error;
    int exit_code = 0;
};

// ---- reading

/// What stands behind a mark: nothing, or a space and the text.
std::string_view behind(std::string_view line, std::size_t mark_size) {
    line.remove_prefix(mark_size);
    if (line.starts_with(' ')) {
        line.remove_prefix(1);
    }
    return line;
}

class Reader {
public:
    explicit Reader(std::vector<std::pair<std::string, std::string>> names) : names_(std::move(names)) {}

    std::vector<Command> read(const fs::path& file) {
        std::ifstream in(file);
        if (!in) {
            throw std::runtime_error("cannot read " + file.string());
        }
        std::string raw;
        for (number_ = 1; std::getline(in, raw); ++number_) {
            if (!read_line(with_names_filled_in(raw))) {
                throw std::runtime_error(file.string() + ":" + std::to_string(number_) + ": what is this line? " + raw);
            }
        }
        if (commands_.empty()) {
            throw std::runtime_error(file.string() + ": no command in it");
        }
        return std::move(commands_);
    }

private:
    std::string with_names_filled_in(std::string line) const {
        for (const auto& [name, value] : names_) {
            for (std::size_t at = 0; (at = line.find(name, at)) != std::string::npos; at += value.size()) {
                line.replace(at, name.size(), value);
            }
        }
        return line;
    }

    bool read_line(std::string_view line) {
        if (line.empty() || line.starts_with('#')) {
            return true;
        }
        if (line.starts_with("file ")) {
            files_.push_back({std::string(line.substr(5)), ""});
            return true;
        }
        if (line.starts_with('|')) {
            if (files_.empty()) {
                return false;
            }
            files_.back().contents.append(behind(line, 1)).append("\n");
            return true;
        }
        if (line.starts_with('$')) {
            Command command;
            command.line = number_;
            command.text = behind(line, 1);
            command.files_before = std::exchange(files_, {});
            commands_.push_back(std::move(command));
            return true;
        }
        return !commands_.empty() && read_expectation(line, commands_.back());
    }

    static bool read_expectation(std::string_view line, Command& command) {
        if (line.starts_with('<')) {
            command.input.append(behind(line, 1)).append("\n");
            return true;
        }
        if (line.starts_with("exit ")) {
            command.exit_code = std::stoi(std::string(line.substr(5)));
            return true;
        }
        if (line.starts_with("2>")) {
            return read_stream(line.substr(1), command.error);
        }
        return line.starts_with('>') && read_stream(line, command.output);
    }

    static bool read_stream(std::string_view line, Expected& stream) {
        if (line == ">none") {
            stream.none = true;
        } else if (line.starts_with(">~")) {
            stream.has.emplace_back(behind(line, 2));
        } else if (line.starts_with(">!")) {
            stream.has_not.emplace_back(behind(line, 2));
        } else if (line == ">" || line.starts_with("> ")) {
            stream.lines.emplace_back(behind(line, 1));
        } else {
            return false;
        }
        return true;
    }

    std::vector<std::pair<std::string, std::string>> names_;
    std::vector<Command> commands_;
    std::vector<File> files_;
    int number_ = 0;
};

// ---- running

std::string contents_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// In the child only: makes `file` the stream `fd`, or ends the process.
void redirect(int fd, const fs::path& file, int flags) {
    const int opened = open(file.c_str(), flags, 0600);
    if (opened < 0 || dup2(opened, fd) < 0) {
        _exit(126);
    }
}

Outcome run(const Command& command, const fs::path& folder, const dateline::tests::TempDir& io) {
    const fs::path input = io.write("input", command.input);
    const fs::path output = io.path() / "output";
    const fs::path error = io.path() / "error";
    const pid_t child = fork();
    if (child < 0) {
        throw std::system_error(errno, std::generic_category(), "fork");
    }
    if (child == 0) {
        redirect(STDIN_FILENO, input, O_RDONLY);
        redirect(STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC);
        redirect(STDERR_FILENO, error, O_WRONLY | O_CREAT | O_TRUNC);
        setenv("LC_ALL", "C.UTF-8", 1);
        setenv("TZ", "UTC", 1);
        setenv("NO_COLOR", "1", 1);
        if (chdir(folder.c_str()) == 0) {
            setpgid(0, 0);
            alarm(command_timeout_s);  // it stays in force in what is run
            execl("/bin/sh", "sh", "-c", command.text.c_str(), nullptr);
        }
        _exit(126);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    Outcome outcome;
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.output = contents_of(output);
    outcome.error = contents_of(error);
    return outcome;
}

// ---- judging

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Equal, where each @ANY@ in the expected line stands for any text.
bool line_matches(std::string_view expected, std::string_view line) {
    constexpr std::string_view any = "@ANY@";
    const std::size_t at = expected.find(any);
    if (at == std::string_view::npos) {
        return expected == line;
    }
    if (!line.starts_with(expected.substr(0, at))) {
        return false;
    }
    const std::string_view rest = expected.substr(at + any.size());
    for (std::size_t i = at; i <= line.size(); ++i) {
        if (line_matches(rest, line.substr(i))) {
            return true;
        }
    }
    return false;
}

/// What is wrong with a stream; empty where nothing is. `mark` is ">" or "2>".
std::string complaint(const Expected& expected, const std::string& actual, std::string_view mark) {
    std::string text;
    const std::vector<std::string> lines = lines_of(actual);
    if (expected.none && !actual.empty()) {
        text = "it should be empty";
    } else if (!expected.lines.empty() &&
               !std::equal(expected.lines.begin(), expected.lines.end(), lines.begin(), lines.end(), line_matches)) {
        text = "its lines differ";
        for (std::size_t i = 0; i < expected.lines.size(); ++i) {
            if (i >= lines.size() || !line_matches(expected.lines[i], lines[i])) {
                text += "; the first expected but missing: " + expected.lines[i];
                break;
            }
        }
    }
    for (const std::string& part : expected.has) {
        if (std::none_of(lines.begin(), lines.end(),
                         [&](const std::string& line) { return line.find(part) != std::string::npos; })) {
            text += (text.empty() ? "" : "; ") + ("it lacks: " + part);
        }
    }
    for (const std::string& part : expected.has_not) {
        if (actual.find(part) != std::string::npos) {
            text += (text.empty() ? "" : "; ") + ("it has: " + part);
        }
    }
    if (text.empty()) {
        return text;
    }
    text = (mark == ">" ? "standard output: " : "standard error: ") + text + "\n";
    for (const std::string& line : lines) {
        text.append("    ").append(mark).append(line.empty() ? "" : " ").append(line).append("\n");
    }
    return text;
}

bool judge(const fs::path& file, const Command& command, const Outcome& outcome) {
    std::string text = complaint(command.output, outcome.output, ">") + complaint(command.error, outcome.error, "2>");
    if (outcome.exit_code != command.exit_code) {
        text += "exit " + std::to_string(outcome.exit_code) + ", not " + std::to_string(command.exit_code) + "\n";
        if (outcome.exit_code == 128 + SIGALRM) {
            text += "it took longer than " + std::to_string(command_timeout_s) + " s\n";
        }
        if (command.error.lines.empty() && !outcome.error.empty()) {
            text += "standard error was:\n" + outcome.error;
        }
    }
    if (!text.empty()) {
        std::printf("%s:%d: %s\n%s", file.c_str(), command.line, command.text.c_str(), text.c_str());
    }
    return text.empty();
}

int run_case(const fs::path& bin, const fs::path& root, const fs::path& file) {
    const dateline::tests::TempDir folder;
    const dateline::tests::TempDir io;
    Reader reader({{"@BIN@", bin.string()},
                   {"@TMP@", folder.path().string()},
                   {"@ROOT@", root.string()},
                   {"@CORPUS@", (root / "corpus").string()}});
    int failures = 0;
    const std::vector<Command> commands = reader.read(file);
    for (const Command& command : commands) {
        for (const File& each : command.files_before) {
            (void)folder.write(each.name, each.contents);
        }
        failures += judge(file, command, run(command, folder.path(), io)) ? 0 : 1;
    }
    std::printf("%zu commands, %d failed\n", commands.size(), failures);
    return failures == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() != 5 || arguments[0] != "--bin" || arguments[2] != "--root") {
        std::fputs("Usage: run_case --bin FOLDER --root FOLDER FILE.case\n", stderr);
        return 2;
    }
    try {
        return run_case(arguments[1], arguments[3], arguments[4]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "run_case: %s\n", error.what());
        return 2;
    }
}
