#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// The fields of a header as HTTP (RFC 9112, 5) and WARC (ISO 28500, 4) have them.
class HeaderFields {
public:
    /// `text`: lines `Name: value`, ended by CR LF or LF alone; a line that begins with a blank goes on from the one
    /// before. What is no field is left out.
    explicit HeaderFields(std::string_view text);
    HeaderFields() = default;

    /// The value of the first field of that name, in whatever case; "" where there is none.
    std::string_view value(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> fields_;  ///< names in lower case
};

/// Where the header ends that `text` begins with: behind its first empty line; npos where there is none.
std::size_t header_length(std::string_view text);

/// `text/html; charset="utf-8"` -> `text/html`, in lower case.
std::string media_type(std::string_view content_type);
/// ... -> `utf-8`; "" where there is no such parameter.
std::string parameter(std::string_view content_type, std::string_view name);

}  // namespace dateline
