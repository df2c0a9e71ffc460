#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/route.h"

namespace dateline {

/// Finds the route of a request. Where several patterns fit, the first in the table counts.
class Router {
public:
    struct Found {
        const Route* route = nullptr;               ///< null: there is none
        std::map<std::string, std::string> path{};  ///< what stands for the names in braces
        std::vector<std::string> allowed{};         ///< methods that the path knows; empty: there is no such path
    };

    explicit Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

    /// `path` is decoded. A part of the pattern in braces takes what stands between two slashes, at least a byte; one
    /// that ends in dots takes slashes too.
    Found find(std::string_view method, std::string_view path) const;
    std::span<const Route> routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

}  // namespace dateline
