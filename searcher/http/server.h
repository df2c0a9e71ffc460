#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "searcher/http/message.h"

namespace dateline::http {

/// What a server may be made to hold, and how long. Times are for the client: how long an answer may take is for the
/// handler to know.
struct ServerOptions {
    std::string host = "127.0.0.1";          ///< a name or an address, IPv6 without brackets
    std::uint16_t port = 8080;               ///< 0: any that is free
    std::size_t workers = 2;                 ///< threads that answer
    std::size_t most_connections = 4096;     ///< more wait until one ends
    std::size_t most_head_bytes = 16 << 10;  ///< of a request's first line and headers together
    std::size_t most_body_bytes = 1 << 20;
    std::size_t most_waiting = 1024;     ///< requests in the queue; more are told to come back
    std::size_t most_streams = 4;        ///< answers of any length at once
    std::chrono::seconds head_time{10};  ///< until all of a request's head has come
    std::chrono::seconds body_time{30};  ///< until all of its body has
    std::chrono::seconds idle_time{30};  ///< in which nothing moves on a connection
    std::chrono::seconds queue_time{5};  ///< a request that has waited longer is told to come back
};

/// Answers requests. Several threads call it at once, each with its own number below ServerOptions::workers.
class Handler {
public:
    Handler() = default;
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
    virtual ~Handler() = default;

    /// `request` has all but what read_target() fills. Throws nothing.
    virtual Response answer(Request& request, std::size_t worker) = 0;
    /// Called now and then by a worker with nothing to do.
    virtual void idle(std::size_t worker) = 0;
    /// What is under way is to end soon.
    virtual void cancel() = 0;
};

/// The one place that knows the HTTP library (GNU libmicrohttpd): one thread watches all connections by epoll, so
/// that a slow client costs memory and no thread; workers answer.
class Server {
public:
    /// Listens from now on. Throws UsageError for a host that is none, IoError where it cannot be listened on, with
    /// the way out. `handler` must outlive the server.
    Server(const ServerOptions& options, Handler& handler);
    /// Stops without grace.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// `http://127.0.0.1:8080`, with the port that is listened on.
    const std::string& address() const;
    std::size_t connections() const;
    /// Takes no new connections, lets requests under way finish for so long, then cancels them.
    void stop(std::chrono::milliseconds grace);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dateline::http
