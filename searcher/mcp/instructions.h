#pragma once

#include <string>

namespace dateline::mcp {

/// What a client's model is told once: what this is, how to ask, how to quote.
std::string instructions();

}  // namespace dateline::mcp
