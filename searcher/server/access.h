#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "searcher/http/message.h"

namespace dateline {

/// Who may ask.
class Access {
public:
    struct Rules {
        std::vector<std::string> tokens;  ///< any of them will do; empty: none is wanted
        bool only_local_names = false;    ///< refuse requests to another host's name
        std::string cors_origin;          ///< whose pages may read the answers; `*` for all, empty for none
    };

    explicit Access(Rules rules) : rules_(std::move(rules)) {}

    /// Why a request is refused, as an answer; nothing where it is not. `is_open`: no token is wanted.
    ///
    /// Tokens come as `Authorization: Bearer TOKEN`, or as the password of Basic, which browsers ask for. A server of
    /// this machine alone is asked by this machine's names: a page from elsewhere whose name was made to lead here
    /// (DNS rebinding) is not answered.
    std::optional<http::Response> refusal(const http::Request& request, bool is_open) const;

    /// Lets the pages of the origin that was named read an answer.
    void add_cors(const http::Request& request, http::Response& response) const;
    bool has_cors() const { return !rules_.cors_origin.empty(); }

private:
    bool has_token(const http::Request& request) const;

    Rules rules_;
};

/// The tokens of a file, one a line. Throws IoError where it cannot be read, UsageError where it has none or one is
/// shorter than 16 characters.
std::vector<std::string> read_tokens(const std::filesystem::path& file);

}  // namespace dateline
