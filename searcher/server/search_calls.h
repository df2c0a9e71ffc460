#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/route.h"

/// What the handlers of searches have in common.
namespace dateline {

/// The parameter `q`, and others.
std::vector<Parameter> with_query(std::span<const Parameter> shared);

/// Throws UsageError where a parameter asks for more than comes at once.
void check_count(std::string_view parameter, std::size_t count);

/// The parameters of a search over HTTP: `q`, those of `searcher search`, `revision`, `format`.
std::vector<Parameter> http_search_parameters();

/// The same without some.
std::vector<Parameter> http_search_parameters_without(std::initializer_list<std::string_view> names);

/// The request of a call, within this server's limits. Throws UsageError; ProblemError 410 where the page asked for is
/// one of a revision that is not the index's any more.
Request search_request_of(const Call& call);

/// The media type of an output format.
std::string media_type_of(std::string_view format);

/// A page in one of the output formats, `json` where the call says nothing else; with the `Link` to the next page.
http::Response page_response(const Call& call, const Request& request, const ResultPage& page);
http::Response page_response(const Call& call, const Request& request, const ResultPage& page,
                             const std::string& format);

}  // namespace dateline
