#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is asked over HTTP and what is answered, as values: nothing here knows a socket.
namespace dateline::http {

/// Names and values in the order they came. Names of headers are compared without case.
using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;  ///< upper case
    std::string target;  ///< as it was sent: path and query
    std::string path{};  ///< decoded; begins with `/`
    Pairs parameters{};  ///< of the query, decoded, in order
    Pairs headers{};
    std::string body{};
    std::string peer{};                                ///< address of the client, for the log
    std::chrono::steady_clock::time_point received{};  ///< when all of it was there

    std::optional<std::string> header(std::string_view name) const;
    /// The first of this name.
    std::optional<std::string> parameter(std::string_view name) const;
};

/// Takes the bytes of an answer of any length.
class BodyStream {
public:
    BodyStream() = default;
    BodyStream(const BodyStream&) = delete;
    BodyStream& operator=(const BodyStream&) = delete;
    virtual ~BodyStream() = default;

    /// Waits while the client is slower. False once nobody takes the answer any more.
    virtual bool write(std::string_view bytes) = 0;
};

struct Response {
    int status = 200;
    Pairs headers{};  ///< without Content-Length
    std::string body{};
    /// Where set, the body is what it writes, on a thread of its own. What it throws breaks the answer off.
    std::function<void(BodyStream&)> stream{};

    std::optional<std::string> header(std::string_view name) const;
    void set_header(std::string name, std::string value);
};

/// An answer of one type: `text/plain; charset=utf-8` and so on.
Response make_response(int status, std::string content_type, std::string body);

/// Takes `/a%20b?c=d&e` apart: fills target, path and parameters; `+` in the query is a blank. Throws UsageError where
/// it is no path, is escaped wrongly, is not UTF-8, or has a control character in the path or a NUL anywhere.
void read_target(std::string_view target, Request& request);

/// For the query of an address: everything but letters, digits and `-._~` escaped.
std::string escape_parameter(std::string_view text);

/// `Bad Request` and so on.
std::string_view reason_phrase(int status);

bool equal_without_case(std::string_view a, std::string_view b);

}  // namespace dateline::http
