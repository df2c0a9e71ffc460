// What happens to a whole process: signals, closed pipes, full disks, messages.
// Each case forks, and looks at the exit code and the output of the child.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <functional>
#include <string>
#include <system_error>

#include "common/cli/exit_code.h"
#include "common/cli/interrupt.h"
#include "common/cli/logging.h"
#include "common/cli/standard_input.h"
#include "common/cli/standard_output.h"
#include "common/cli/status_line.h"

namespace dateline {
namespace {

struct Outcome {
    int exit_code;
    std::string text;  ///< what came through the pipe
};

/// Runs `work` in a child whose `fd` is a pipe to us; its result is the exit code.
Outcome in_child(int fd, const std::function<int()>& work) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        dup2(ends[1], fd);
        close(ends[0]);
        close(ends[1]);
        _exit(work());
    }
    close(ends[1]);
    Outcome outcome{};
    char buffer[4096];
    for (ssize_t n = 0; (n = read(ends[0], buffer, sizeof buffer)) > 0;) {
        outcome.text.append(buffer, static_cast<std::size_t>(n));
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

int finish() {
    try {
        finish_standard_output();
        return 0;
    } catch (const std::system_error&) {
        return to_int(ExitCode::input_output);
    }
}

}  // namespace

TEST_CASE("the first interrupt sets a flag, the second ends the process") {
    CHECK(in_child(STDOUT_FILENO, [] {
              catch_interrupts();
              const bool before = interrupted();
              raise(SIGINT);
              return !before && interrupted() ? 5 : 6;
          }).exit_code == 5);
    CHECK(in_child(STDOUT_FILENO, [] {
              catch_interrupts();
              raise(SIGTERM);
              raise(SIGINT);
              return 5;
          }).exit_code == to_int(ExitCode::interrupted));
}

TEST_CASE("standard input is read as it comes, to its end or to an interrupt") {
    CHECK(in_child(STDOUT_FILENO, [] {
              int ends[2];
              if (pipe(ends) != 0) return 9;
              dup2(ends[0], STDIN_FILENO);
              std::string bytes;
              if (read_standard_input(bytes, false) != InputState::open || !bytes.empty()) return 1;
              if (write(ends[1], "abc", 3) != 3) return 9;
              if (read_standard_input(bytes, true) != InputState::open || bytes != "abc") return 2;
              close(ends[1]);
              return read_standard_input(bytes, true) == InputState::ended && bytes == "abc" ? 0 : 3;
          }).exit_code == 0);
    CHECK(in_child(STDOUT_FILENO, [] {
              int ends[2];
              if (pipe(ends) != 0) return 9;
              dup2(ends[0], STDIN_FILENO);
              catch_interrupts();
              if (fork() == 0) {
                  usleep(50'000);
                  kill(getppid(), SIGTERM);
                  _exit(0);
              }
              std::string bytes;
              if (read_standard_input(bytes, true) != InputState::interrupted) return 1;
              return read_standard_input(bytes, true) == InputState::interrupted ? 0 : 2;
          }).exit_code == 0);
}

TEST_CASE("standard output arrives whole and in order") {
    std::string expected;
    for (int i = 0; i < 50'000; ++i) {
        expected += std::to_string(i) + "\n";
    }
    const Outcome outcome = in_child(STDOUT_FILENO, [] {
        for (int i = 0; i < 50'000; ++i) {
            standard_output() << i << "\n";
        }
        return finish();
    });
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.text == expected);
}

TEST_CASE("a closed pipe is no error") {
    CHECK(in_child(STDERR_FILENO, [] {
              ignore_broken_pipes();
              int ends[2];
              if (pipe(ends) != 0) {
                  return 9;
              }
              dup2(ends[1], STDOUT_FILENO);
              close(ends[0]);
              standard_output() << std::string(1'000'000, 'x');
              return standard_output_has_reader() ? 8 : finish();
          }).exit_code == 0);
}

TEST_CASE("a full disk is one") {
    CHECK(in_child(STDERR_FILENO, [] {
              const int full = open("/dev/full", O_WRONLY);
              dup2(full, STDOUT_FILENO);
              standard_output() << "text";
              return finish();
          }).exit_code == to_int(ExitCode::input_output));
}

TEST_CASE("messages are for people") {
    const auto said = [](Verbosity verbosity, bool color) {
        return in_child(STDERR_FILENO,
                        [&] {
                            set_up_logging("indexer", verbosity, Terminal{.color = color});
                            spdlog::debug("step");
                            spdlog::info("done {}", 1);
                            spdlog::warn("careful");
                            spdlog::error("no");
                            return 0;
                        })
            .text;
    };
    CHECK(said(Verbosity::normal, false) == "done 1\nindexer: warning: careful\nindexer: error: no\n");
    CHECK(said(Verbosity::verbose, false) == "step\ndone 1\nindexer: warning: careful\nindexer: error: no\n");
    CHECK(said(Verbosity::quiet, false) == "indexer: warning: careful\nindexer: error: no\n");
    CHECK(said(Verbosity::silent, true) == "indexer: \x1b[1;31merror: \x1b[0mno\n");
}

TEST_CASE("a message lands above the status line") {
    const Outcome outcome = in_child(STDERR_FILENO, [] {
        set_up_logging("indexer", Verbosity::normal, Terminal{});
        status_line::show("10 articles");
        status_line::show("10 articles");  // no change: not drawn again
        spdlog::info("hello");
        status_line::clear();
        status_line::clear();
        return 0;
    });
    CHECK(outcome.text == "\r\x1b[K10 articles\r\x1b[Khello\n10 articles\r\x1b[K");
}

}  // namespace dateline
