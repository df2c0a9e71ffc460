#include "searcher/server/access.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>

#include "common/error.h"
#include "searcher/server/problem.h"

namespace dateline {
namespace {

constexpr std::size_t shortest_token = 16;

/// As long for a wrong token as for a right one.
bool equal_in_constant_time(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned differences = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differences |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return differences == 0;
}

std::string from_base64(std::string_view text) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char character : text) {
        const std::size_t digit = digits.find(character);
        if (digit == std::string_view::npos) break;
        bits = (bits << 6U | static_cast<std::uint32_t>(digit)) & 0xffffffU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xffU);
        }
    }
    return bytes;
}

/// The token that a request brings; empty for none.
std::string token_of(const http::Request& request) {
    const std::string header = request.header("Authorization").value_or("");
    const std::string_view scheme = std::string_view(header).substr(0, header.find(' '));
    const std::string_view rest = std::string_view(header).substr(std::min(scheme.size() + 1, header.size()));
    if (http::equal_without_case(scheme, "Bearer")) return std::string(rest);
    if (!http::equal_without_case(scheme, "Basic")) return {};
    const std::string user_and_password = from_base64(rest);
    const std::size_t colon = user_and_password.find(':');
    return colon == std::string::npos ? std::string() : user_and_password.substr(colon + 1);
}

bool is_local_name(std::string_view host) {
    if (host.starts_with('[')) return host.starts_with("[::1]");
    host = host.substr(0, host.find(':'));
    if (host.ends_with('.')) host.remove_suffix(1);
    const bool is_number = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return http::equal_without_case(host, "localhost") || (is_number && host.starts_with("127.")) ||
           (host.size() > 10 && http::equal_without_case(host.substr(host.size() - 10), ".localhost"));
}

}  // namespace

bool Access::has_token(const http::Request& request) const {
    const std::string token = token_of(request);
    return std::any_of(rules_.tokens.begin(), rules_.tokens.end(),
                       [&](const std::string& known) { return equal_in_constant_time(known, token); });
}

std::optional<http::Response> Access::refusal(const http::Request& request, bool is_open) const {
    if (rules_.only_local_names && !is_local_name(request.header("Host").value_or("")))
        return problem(421,
                       "this server answers to localhost alone: start it with --public or --token-file for others");
    if (is_open || rules_.tokens.empty() || has_token(request)) return std::nullopt;
    http::Response response = problem(401, "a token is wanted: Authorization: Bearer TOKEN");
    response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"dateline\"");
    response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"dateline\", charset=\"UTF-8\"");
    return response;
}

void Access::add_cors(const http::Request& request, http::Response& response) const {
    if (!has_cors()) return;
    const auto origin = request.header("Origin");
    if (!origin || (rules_.cors_origin != "*" && *origin != rules_.cors_origin)) return;
    response.set_header("Access-Control-Allow-Origin", rules_.cors_origin);
    response.set_header("Access-Control-Expose-Headers", "ETag, Link, Dateline-Revision, Dateline-Total");
    if (rules_.cors_origin != "*") response.headers.emplace_back("Vary", "Origin");
}

std::vector<std::string> read_tokens(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw IoError(fmt::format("cannot read the tokens in {}", file.string()));
    std::vector<std::string> tokens;
    for (std::string line; std::getline(in, line);) {
        line.erase(line.find_last_not_of(" \t\r") + 1);
        if (line.empty()) continue;
        if (line.size() < shortest_token) {
            throw UsageError(
                fmt::format("{}: a token of {} characters is soon guessed; make one of {} or more, such as "
                            "by `openssl rand -hex 16`",
                            file.string(), line.size(), shortest_token));
        }
        tokens.push_back(line);
    }
    if (tokens.empty()) throw UsageError(fmt::format("{} has no token: write one a line", file.string()));
    return tokens;
}

}  // namespace dateline
