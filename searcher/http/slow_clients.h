#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

namespace dateline::http {

/// Ends connections whose clients take too long to say what they want. The HTTP library ends those that say nothing
/// at all; one that sends a byte now and then would be kept for ever.
class SlowClients {
public:
    /// One connection. Its place in memory stays.
    class Client {
    public:
        explicit Client(int descriptor) : descriptor_(descriptor) {}
        /// What is waited for must have come in so much time from now.
        void expect_within(std::chrono::seconds time) { due_ = now() + std::chrono::milliseconds(time).count(); }
        /// Nothing is waited for.
        void expect_nothing() { due_ = never; }

    private:
        friend class SlowClients;
        static constexpr std::int64_t never = INT64_MAX;
        static std::int64_t now();

        int descriptor_;
        std::list<Client>::iterator place_{};
        std::atomic<std::int64_t> due_{never};
    };

    SlowClients();
    ~SlowClients();
    SlowClients(const SlowClients&) = delete;
    SlowClients& operator=(const SlowClients&) = delete;

    Client& add(int descriptor);
    /// To be called before its socket is closed.
    void remove(const Client& client);
    std::size_t size() const { return size_; }

private:
    void watch();

    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopped_ = false;
    std::list<Client> clients_;
    std::atomic<std::size_t> size_{0};
    std::thread watcher_;
};

}  // namespace dateline::http
