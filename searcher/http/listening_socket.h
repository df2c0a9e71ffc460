#pragma once

#include <cstdint>
#include <string>

namespace dateline::http {

/// A socket that is listened on; closed with the object unless it was released.
class ListeningSocket {
public:
    /// Throws UsageError where the host is none, IoError where it cannot be listened on, with the way out.
    ListeningSocket(const std::string& host, std::uint16_t port);
    ~ListeningSocket();
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;

    int descriptor() const { return descriptor_; }
    /// With the port that was chosen where 0 was asked for: `http://127.0.0.1:8080`.
    const std::string& address() const { return address_; }

private:
    int descriptor_ = -1;
    std::string address_;
};

/// Whether a host's addresses are all of this machine alone.
bool is_loopback(const std::string& host);

/// An address as logs show it; `sockaddr` of any family.
std::string printed_address(const void* address, unsigned size);

}  // namespace dateline::http
