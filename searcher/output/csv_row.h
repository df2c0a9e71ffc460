#pragma once

#include <initializer_list>
#include <iosfwd>
#include <string_view>

namespace dateline {

/// A row of CSV by RFC 4180: fields quoted where need be, the line ended by CR LF.
void write_csv_row(std::initializer_list<std::string_view> values, std::ostream& out);

}  // namespace dateline
