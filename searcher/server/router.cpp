#include "searcher/server/router.h"

#include <algorithm>

namespace dateline {
namespace {

/// Matches pattern and path part by part; false where they differ.
bool fits(std::string_view pattern, std::string_view path, std::map<std::string, std::string>& values) {
    while (!pattern.empty() && !path.empty()) {
        if (pattern.front() != '{') {
            if (pattern.front() != path.front()) return false;
            pattern.remove_prefix(1);
            path.remove_prefix(1);
            continue;
        }
        std::string_view name = pattern.substr(1, pattern.find('}') - 1);
        pattern.remove_prefix(name.size() + 2);
        const bool is_rest = name.ends_with("...");
        if (is_rest) name.remove_suffix(3);
        const std::string_view value = is_rest ? path : path.substr(0, path.find('/'));
        if (value.empty()) return false;
        values[std::string(name)] = value;
        path.remove_prefix(value.size());
    }
    return pattern.empty() && path.empty();
}

}  // namespace

Router::Found Router::find(std::string_view method, std::string_view path) const {
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    Found found;
    for (const Route& route : routes_) {
        std::map<std::string, std::string> values;
        if (!fits(route.pattern, path, values)) continue;
        if (route.method == wanted) {
            found.route = &route;
            found.path = std::move(values);
            return found;
        }
        found.allowed.push_back(route.method);
        if (route.method == "GET") found.allowed.emplace_back("HEAD");
    }
    return found;
}

}  // namespace dateline
