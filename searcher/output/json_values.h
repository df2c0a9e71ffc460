#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/results/result_page.h"

namespace dateline {

nlohmann::ordered_json to_json(const std::vector<Highlight>& highlights);

/// One result as JSON has it, in `json` and `jsonl` alike; keys in the order of docs/formats.md.
nlohmann::ordered_json to_json(const Result& result);

/// Written out on lines, indented by two blanks a level, to stand `levels` deep in something else.
std::string indented_json(const nlohmann::ordered_json& value, std::size_t levels);

/// Written out; a negative indent puts it on one line. Invalid UTF-8 becomes U+FFFD.
std::string json_text(const nlohmann::ordered_json& value, int indent);

}  // namespace dateline
