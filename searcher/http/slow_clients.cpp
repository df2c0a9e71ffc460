#include "searcher/http/slow_clients.h"

#include <sys/socket.h>

namespace dateline::http {

std::int64_t SlowClients::Client::now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

SlowClients::SlowClients() : watcher_([this] { watch(); }) {}

SlowClients::~SlowClients() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    stop_.notify_all();
    watcher_.join();
}

SlowClients::Client& SlowClients::add(int descriptor) {
    const std::lock_guard lock(mutex_);
    ++size_;
    Client& client = clients_.emplace_front(descriptor);
    client.place_ = clients_.begin();
    return client;
}

void SlowClients::remove(const Client& client) {
    const std::lock_guard lock(mutex_);
    clients_.erase(client.place_);
    --size_;
}

void SlowClients::watch() {
    std::unique_lock lock(mutex_);
    while (!stop_.wait_for(lock, std::chrono::seconds(1), [this] { return stopped_; })) {
        const std::int64_t now = Client::now();
        for (Client& client : clients_) {
            if (client.due_ > now) continue;
            shutdown(client.descriptor_, SHUT_RDWR);
            client.expect_nothing();
        }
    }
}

}  // namespace dateline::http
