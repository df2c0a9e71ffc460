#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/query/ast.h"

namespace dateline::query {

/// A query that cannot be understood. what() is the whole of it, ready to be shown, without a line
/// feed at the end:
///
///     query, column 1: there is no field `titel`
///       titel:summit
///       ^~~~~
///       did you mean `title:summit`?
///
/// Safe for a terminal: control characters and invalid UTF-8 of the query appear as U+FFFD.
class QueryError : public Error {
public:
    QueryError(const std::string& message, std::string_view query, Span where, const std::string& proposal);

    /// What is wrong, without the place.
    const std::string& message() const noexcept { return message_; }
    /// Where, in code points of the query, counted from 1; one behind the last for a query that
    /// ends too early.
    std::size_t column() const noexcept { return column_; }
    /// Two lines: the query around that place, and the caret under it.
    const std::string& context() const noexcept { return context_; }
    /// The way out; may be empty.
    const std::string& proposal() const noexcept { return proposal_; }

private:
    struct Parts;
    explicit QueryError(Parts parts);
    static Parts make_parts(const std::string& message, std::string_view query, Span where,
                            const std::string& proposal);

    std::string message_;
    std::size_t column_ = 1;
    std::string context_;
    std::string proposal_;
};

/// The beginning of a valid UTF-8 text, short enough to be repeated in a message.
std::string shortened(std::string_view text);

}  // namespace dateline::query
