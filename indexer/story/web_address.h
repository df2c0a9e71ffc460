#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// An address as people would write it: scheme and host in lower case, without default port, fragment and the
/// parameters that only follow readers around (`utm_source`, `fbclid`). What is no web address stays as it is.
std::string tidy_address(std::string_view url);

/// The address that all variants of a page have in common, for ids: https, without the marks of mobile and AMP pages
/// (`m.example.org`, `/amp/`, `?outputType=amp`) and without a slash at the end.
std::string joint_address(std::string_view url);

}  // namespace dateline
