#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "searcher/mcp/tools/tool.h"

/// What the arguments of several tools have in common.
namespace dateline::mcp {

/// The article that is spoken of.
Argument id_argument();

/// `query`, which must be given, and these parameters of `searcher search`.
std::vector<Argument> search_arguments(std::initializer_list<std::string_view> parameters);

/// The request that such values make.
Request search_request(const ToolContext& context, const ParameterValues& values);

/// Puts what holds for every query into a request.
Request with_defaults(const ToolContext& context, Request request);

}  // namespace dateline::mcp
