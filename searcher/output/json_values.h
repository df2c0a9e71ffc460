#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/results/result_page.h"

namespace dateline {

/// Keys stay in the order they are written.
using Json = nlohmann::ordered_json;

Json to_json(const std::vector<Highlight>& highlights);

/// One result as JSON has it, in `json` and `jsonl` alike; keys in the order of docs/formats.md.
Json to_json(const Result& result);

/// Of facets and timelines, as docs/formats.md has them.
Json to_json(const FacetRest& rest);
Json to_json(const std::vector<FacetValue>& values);
Json to_json(const Timeline& timeline);

/// Written out on lines, indented by two blanks a level, to stand `levels` deep in something else.
std::string indented_json(const Json& value, std::size_t levels);

/// Written out; a negative indent puts it on one line. Invalid UTF-8 becomes U+FFFD.
std::string json_text(const Json& value, int indent);

}  // namespace dateline
