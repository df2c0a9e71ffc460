#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Whether this names a news agency (`AFP`, `dpa`, `Reuters`, `Kyodo`), as agencies write themselves.
bool is_agency(std::string_view name);

/// The agencies of a list parted by commas, slashes, semicolons or "and": `AFP, dpa`. Nothing where any item is none.
std::optional<std::vector<std::string>> agency_list(std::string_view text);

/// The agencies of a dateline at the beginning of a body: `TOKYO (Reuters) - `, `(AP) --`, `BERLIN, Aug 29 (dpa/AFP)
/// -`.
std::vector<std::string> dateline_agencies(std::string_view body);

}  // namespace dateline
