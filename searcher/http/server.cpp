#include "searcher/http/server.h"

#include <fmt/format.h>
#include <microhttpd.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <optional>
#include <thread>
#include <vector>

#include "common/error.h"
#include "searcher/http/listening_socket.h"
#include "searcher/http/slow_clients.h"
#include "searcher/http/stream_buffer.h"
#include "searcher/http/work_queue.h"

// The way of a request. The library's thread, which watches all connections, gathers it (`receive`), takes the
// connection out of its watch and puts the request in a queue. A worker lets the handler answer and gives the
// connection back, whereupon the library's thread sends the answer (`send`). An answer of any length is written by
// one of a few threads for such, into a buffer that the library's thread sends from.
namespace dateline::http {
namespace {

using Clock = std::chrono::steady_clock;

/// A request on its way and its answer; lives from the request's first line until the answer has been sent.
struct Exchange {
    Request request;
    MHD_Connection* connection = nullptr;
    SlowClients::Client* client = nullptr;
    std::optional<Response> response;
    std::shared_ptr<StreamBuffer> stream;
    bool begun = false;      ///< the head has come
    bool submitted = false;  ///< to the workers
};

/// An answer that is written while it is sent.
struct StreamWork {
    std::function<void(BodyStream&)> write;
    std::shared_ptr<StreamBuffer> buffer;
};

Response busy() {
    Response response = make_response(503, "application/problem+json",
                                      R"({"type":"about:blank","title":"Service Unavailable","status":503,)"
                                      R"("detail":"too much is asked at once: try again in a second"})"
                                      "\n");
    response.set_header("Retry-After", "1");
    return response;
}

Response too_large(std::size_t most_bytes) {
    Response response = make_response(413, "application/problem+json",
                                      fmt::format(R"({{"type":"about:blank","title":"Content Too Large","status":413,)"
                                                  R"("detail":"the body may have {} bytes"}})"
                                                  "\n",
                                                  most_bytes));
    response.set_header("Connection", "close");
    return response;
}

/// As many open files as the system lets us have, and so many connections at most.
std::size_t connections_allowed(std::size_t wanted) {
    constexpr rlim_t other_files = 256;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
    return std::min<std::size_t>(wanted, limit.rlim_cur > 2 * other_files ? limit.rlim_cur - other_files : other_files);
}

extern "C" {
[[gnu::format(printf, 2, 0)]] void log_from_library(void* /*context*/, const char* format, std::va_list arguments) {
    std::array<char, 512> message{};
    std::vsnprintf(message.data(), message.size(), format, arguments);
    spdlog::debug("http: {}", message.data());
}
}

}  // namespace

class Server::Implementation {
public:
    Implementation(const ServerOptions& options, Handler& handler)
        : options_(options),
          handler_(handler),
          socket_(options.host, options.port),
          requests_(options.most_waiting),
          streams_(options.most_streams) {
        start_library();
        for (std::size_t number = 0; number < options_.workers; ++number)
            threads_.emplace_back([this, number] { work(number); });
        for (std::size_t number = 0; number < options_.most_streams; ++number)
            threads_.emplace_back([this] { write_streams(); });
    }

    ~Implementation() { stop(std::chrono::milliseconds(0)); }

    const std::string& address() const { return socket_.address(); }
    std::size_t connections() const { return clients_.size(); }

    void stop(std::chrono::milliseconds grace) {
        if (library_ == nullptr) return;
        MHD_quiesce_daemon(library_);
        wait_for_exchanges(grace);
        stopping_ = true;
        handler_.cancel();
        requests_.close();
        streams_.close();
        abandon_streams();
        for (std::thread& thread : threads_) thread.join();
        wait_for_exchanges(std::chrono::milliseconds(200));
        MHD_stop_daemon(library_);
        library_ = nullptr;
    }

private:
    void start_library() {
        library_ = MHD_start_daemon(
            MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_ERROR_LOG, 0, nullptr,
            nullptr, &on_receive, this,                                                                          //
            MHD_OPTION_EXTERNAL_LOGGER, &log_from_library, nullptr,                                              //
            MHD_OPTION_LISTEN_SOCKET, socket_.descriptor(),                                                      //
            MHD_OPTION_URI_LOG_CALLBACK, &on_target, this,                                                       //
            MHD_OPTION_NOTIFY_COMPLETED, &on_completed, this,                                                    //
            MHD_OPTION_NOTIFY_CONNECTION, &on_connection, this,                                                  //
            MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(connections_allowed(options_.most_connections)),  //
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, options_.most_head_bytes,                                        //
            MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(options_.idle_time.count()),                    //
            MHD_OPTION_STRICT_FOR_CLIENT, 1,                                                                     //
            MHD_OPTION_END);
        if (library_ == nullptr) throw IoError("cannot start to listen on " + socket_.address());
    }

    // ---- on the library's thread

    static void* on_target(void* self, const char* target, MHD_Connection* connection) {
        auto* const exchange = new Exchange;
        exchange->request.target = target;
        exchange->connection = connection;
        ++static_cast<Implementation*>(self)->exchanges_;
        return exchange;
    }

    static MHD_Result on_receive(void* self, MHD_Connection* /*connection*/, const char* /*path*/, const char* method,
                                 const char* /*version*/, const char* bytes, std::size_t* size, void** exchange) {
        return static_cast<Implementation*>(self)->receive(*static_cast<Exchange*>(*exchange), method, bytes, *size);
    }

    MHD_Result receive(Exchange& exchange, const char* method, const char* bytes, std::size_t& size) {
        if (!exchange.begun) {
            exchange.begun = true;
            return receive_head(exchange, method);
        }
        if (size > 0) {
            // The library cannot answer amid a body; who sends more than he said he would is cut off.
            if (exchange.request.body.size() + size > options_.most_body_bytes) return MHD_NO;
            exchange.request.body.append(bytes, size);
            size = 0;
            return MHD_YES;
        }
        if (exchange.response) return send(exchange);
        if (exchange.submitted) return MHD_YES;
        return submit(exchange);
    }

    MHD_Result receive_head(Exchange& exchange, const char* method) {
        exchange.client = client_of(exchange.connection);
        exchange.client->expect_within(options_.body_time);
        exchange.request.method = method;
        exchange.request.peer = peer_of(exchange.connection);
        MHD_get_connection_values_n(exchange.connection, MHD_HEADER_KIND, &add_header, &exchange.request.headers);
        const auto length = exchange.request.header("Content-Length");
        // The library refuses what is no number.
        if (length && (length->size() > 18 || std::strtoull(length->c_str(), nullptr, 10) > options_.most_body_bytes)) {
            exchange.response = too_large(options_.most_body_bytes);
            return send(exchange);
        }
        return MHD_YES;
    }

    MHD_Result submit(Exchange& exchange) {
        exchange.submitted = true;
        exchange.client->expect_nothing();
        exchange.request.received = Clock::now();
        MHD_suspend_connection(exchange.connection);
        if (!requests_.push(&exchange)) {
            exchange.response = busy();
            MHD_resume_connection(exchange.connection);
        }
        return MHD_YES;
    }

    MHD_Result send(Exchange& exchange) {
        Response& response = *exchange.response;
        MHD_Response* const sent =
            exchange.stream
                ? MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 64 << 10, &on_read, &exchange, nullptr)
                : MHD_create_response_from_buffer(response.body.size(), response.body.data(), MHD_RESPMEM_PERSISTENT);
        if (sent == nullptr) return MHD_NO;
        for (const auto& [name, value] : response.headers) MHD_add_response_header(sent, name.c_str(), value.c_str());
        const MHD_Result queued = MHD_queue_response(exchange.connection, static_cast<unsigned>(response.status), sent);
        MHD_destroy_response(sent);
        return queued;
    }

    static ssize_t on_read(void* context, std::uint64_t /*position*/, char* out, std::size_t room) {
        auto& exchange = *static_cast<Exchange*>(context);
        std::size_t taken = 0;
        switch (exchange.stream->read(out, room, taken, [&] { MHD_suspend_connection(exchange.connection); })) {
        case StreamBuffer::State::bytes: return static_cast<ssize_t>(taken);
        case StreamBuffer::State::nothing_yet: return 0;
        case StreamBuffer::State::end: return MHD_CONTENT_READER_END_OF_STREAM;
        case StreamBuffer::State::broken: return MHD_CONTENT_READER_END_WITH_ERROR;
        }
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }

    static void on_completed(void* self, MHD_Connection* /*connection*/, void** context,
                             MHD_RequestTerminationCode /*why*/) {
        auto* const exchange = static_cast<Exchange*>(*context);
        if (exchange == nullptr) return;
        auto& server = *static_cast<Implementation*>(self);
        if (exchange->stream) exchange->stream->abandon();
        if (exchange->client != nullptr)
            exchange->client->expect_within(server.options_.idle_time + server.options_.head_time);
        delete exchange;
        *context = nullptr;
        --server.exchanges_;
    }

    static void on_connection(void* self, MHD_Connection* connection, void** client,
                              MHD_ConnectionNotificationCode what) {
        auto& server = *static_cast<Implementation*>(self);
        if (what == MHD_CONNECTION_NOTIFY_STARTED) {
            const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
            SlowClients::Client& added = server.clients_.add(info == nullptr ? -1 : info->connect_fd);
            added.expect_within(server.options_.head_time);
            *client = &added;
        } else {
            server.clients_.remove(*static_cast<SlowClients::Client*>(*client));
            *client = nullptr;
        }
    }

    static SlowClients::Client* client_of(MHD_Connection* connection) {
        const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        return static_cast<SlowClients::Client*>(info->socket_context);
    }

    static std::string peer_of(MHD_Connection* connection) {
        const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
        return info == nullptr ? "-" : printed_address(info->client_addr, sizeof(sockaddr_storage));
    }

    static MHD_Result add_header(void* headers, MHD_ValueKind /*kind*/, const char* name, std::size_t name_size,
                                 const char* value, std::size_t value_size) {
        static_cast<Pairs*>(headers)->emplace_back(std::string(name, name_size),
                                                   value == nullptr ? std::string() : std::string(value, value_size));
        return MHD_YES;
    }

    // ---- on a worker's thread

    void work(std::size_t number) {
        constexpr std::chrono::milliseconds turn{100};
        while (!requests_.closed()) {
            if (const auto waiting = requests_.pop(turn)) {
                answer(**waiting, number);
            } else {
                handler_.idle(number);
            }
        }
    }

    void answer(Exchange& exchange, std::size_t number) {
        const bool too_late = stopping_ || Clock::now() - exchange.request.received > options_.queue_time;
        Response response = too_late ? busy() : handler_.answer(exchange.request, number);
        if (response.stream) {
            auto buffer = std::make_shared<StreamBuffer>(options_.idle_time);
            buffer->set_wake([connection = exchange.connection] { MHD_resume_connection(connection); });
            if (remember(buffer) && streams_.push({std::move(response.stream), buffer})) {
                exchange.stream = std::move(buffer);
            } else {
                response = busy();
            }
        }
        exchange.response = std::move(response);
        MHD_resume_connection(exchange.connection);
    }

    // ---- on the threads of streams

    void write_streams() {
        constexpr std::chrono::milliseconds turn{500};
        while (!streams_.closed()) {
            const auto work = streams_.pop(turn);
            if (!work) continue;
            bool whole = false;
            try {
                work->write(*work->buffer);
                whole = !work->buffer->abandoned();
            } catch (const std::exception& error) {
                spdlog::warn("an answer broke off: {}", error.what());
            }
            work->buffer->finish(whole);
            forget(work->buffer);
        }
    }

    /// False where there are as many as may be, or the server stops.
    bool remember(const std::shared_ptr<StreamBuffer>& buffer) {
        const std::lock_guard lock(running_mutex_);
        if (stopping_ || running_.size() >= options_.most_streams) return false;
        running_.push_back(buffer);
        return true;
    }

    void forget(const std::shared_ptr<StreamBuffer>& buffer) {
        const std::lock_guard lock(running_mutex_);
        std::erase(running_, buffer);
    }

    void abandon_streams() {
        const std::lock_guard lock(running_mutex_);
        for (const auto& buffer : running_) buffer->abandon();
    }

    void wait_for_exchanges(std::chrono::milliseconds patience) const {
        const auto end = Clock::now() + patience;
        while (exchanges_ > 0 && Clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    ServerOptions options_;
    Handler& handler_;
    ListeningSocket socket_;
    SlowClients clients_;
    WorkQueue<Exchange*> requests_;
    WorkQueue<StreamWork> streams_;
    std::mutex running_mutex_;
    std::vector<std::shared_ptr<StreamBuffer>> running_;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> exchanges_{0};
    std::vector<std::thread> threads_;
    MHD_Daemon* library_ = nullptr;
};

Server::Server(const ServerOptions& options, Handler& handler)
    : implementation_(std::make_unique<Implementation>(options, handler)) {}

Server::~Server() = default;

const std::string& Server::address() const { return implementation_->address(); }

std::size_t Server::connections() const { return implementation_->connections(); }

void Server::stop(std::chrono::milliseconds grace) { implementation_->stop(grace); }

}  // namespace dateline::http
