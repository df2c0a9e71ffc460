#include "common/cli/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

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

void ignore_broken_pipes() { std::signal(SIGPIPE, SIG_IGN); }

bool interrupted() noexcept { return interrupt_flag.load(std::memory_order_relaxed); }

}  // namespace dateline
