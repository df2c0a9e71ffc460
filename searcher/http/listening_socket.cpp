#include "searcher/http/listening_socket.h"

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "common/error.h"

namespace dateline::http {
namespace {

constexpr int backlog = 1024;

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses resolve(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found); error != 0)
        throw UsageError(fmt::format("--listen: there is no host {}: {}", host, gai_strerror(error)));
    return {found, freeaddrinfo};
}

bool is_loopback(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in ipv4{};
        std::memcpy(&ipv4, &address, sizeof ipv4);
        return ntohl(ipv4.sin_addr.s_addr) >> 24 == 127;
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 ipv6{};
        std::memcpy(&ipv6, &address, sizeof ipv6);
        return IN6_IS_ADDR_LOOPBACK(&ipv6.sin6_addr) != 0;
    }
    return false;
}

std::uint16_t port_of(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    in_port_t port = 0;
    // The port stands at the same place in both families.
    std::memcpy(&port, reinterpret_cast<const char*>(&address) + offsetof(sockaddr_in, sin_port), sizeof port);
    return ntohs(port);
}

std::string way_out(int error) {
    if (error == EADDRINUSE) return "; another program has this port: choose one with --listen HOST:PORT";
    if (error == EACCES) return "; ports below 1024 are for root: choose a higher one with --listen HOST:PORT";
    if (error == EADDRNOTAVAIL) return "; this machine has no such address";
    return "";
}

}  // namespace

ListeningSocket::ListeningSocket(const std::string& host, std::uint16_t port) {
    const Addresses addresses = resolve(host, port);
    descriptor_ = socket(addresses->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    if (descriptor_ < 0 || setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(descriptor_, addresses->ai_addr, addresses->ai_addrlen) != 0 || listen(descriptor_, backlog) != 0) {
        const int error = errno;
        if (descriptor_ >= 0) close(descriptor_);
        throw IoError(fmt::format("cannot listen on {}:{}: {}{}", host, port, std::strerror(error), way_out(error)));
    }
    const bool ipv6 = host.find(':') != std::string::npos;
    address_ = fmt::format("http://{}{}{}:{}", ipv6 ? "[" : "", host, ipv6 ? "]" : "", port_of(descriptor_));
}

ListeningSocket::~ListeningSocket() { close(descriptor_); }

bool is_loopback(const std::string& host) {
    const Addresses addresses = resolve(host, 0);
    for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
        if (!is_loopback(*address->ai_addr)) return false;
    }
    return true;
}

std::string printed_address(const void* address, unsigned size) {
    std::array<char, NI_MAXHOST> host{};
    const auto* const any = static_cast<const sockaddr*>(address);
    if (address == nullptr || getnameinfo(any, size, host.data(), host.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return "-";
    return host.data();
}

}  // namespace dateline::http
