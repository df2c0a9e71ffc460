#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/http/message.h"

namespace dateline {

/// An answer with this status and a problem document is due.
class ProblemError : public Error {
public:
    ProblemError(int status, const std::string& detail) : Error(detail), status_(status) {}
    int status() const noexcept { return status_; }

private:
    int status_;
};

/// A problem document (RFC 9457): what is wrong and the way out, as `detail`.
http::Response problem(int status, std::string_view detail);

/// The problem that an exception of the engine is. A query that cannot be read has besides `detail` the members
/// `column` (code points of the query, from 1), `context` (two lines: the query and a caret under the place) and, where
/// there is one, `proposal`. What is not the client's business is told on the log, not to him.
http::Response problem_of(const std::exception& error);

}  // namespace dateline
