#include "common/cli/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "common/cli/exit_code.h"

namespace dateline {
namespace {

// The one thing a signal handler may touch.
std::atomic<bool> interrupt_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void handle_interrupt(int) {
    if (interrupt_flag.exchange(true)) {
        _exit(to_int(ExitCode::interrupted));
    }
}

}  // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = handle_interrupt;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

/// Signals are held back between the question and the wait, which alone lets them in: none is missed.
bool wait_for_input(int file_descriptor) {
    sigset_t ours;
    sigset_t before;
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ours, &before);
    pollfd waited{.fd = file_descriptor, .events = POLLIN, .revents = 0};
    int ready = 0;
    int error = 0;
    while (!interrupted() && ready == 0) {
        ready = ppoll(&waited, 1, nullptr, &before);
        error = ready < 0 ? errno : 0;
        if (error == EINTR) ready = 0;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (ready < 0) throw std::system_error(error, std::generic_category(), "cannot wait for input");
    return ready > 0;
}

void ignore_broken_pipes() { std::signal(SIGPIPE, SIG_IGN); }

bool interrupted() noexcept { return interrupt_flag.load(std::memory_order_relaxed); }

}  // namespace dateline
