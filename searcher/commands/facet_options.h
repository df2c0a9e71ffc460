#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace CLI {
class App;
}

namespace dateline {

/// --facet, --facet-order, --facet-limit and --timeline: what is to be counted.
class FacetOptions {
public:
    /// The options must outlive the parse.
    void add_to(CLI::App& command);
    void apply_to(Request& request) const;

private:
    std::vector<std::string> facets_;
    std::string order_ = "auto";
    std::optional<std::size_t> limit_;
    std::string timeline_;
};

}  // namespace dateline
