#pragma once

#include <stdexcept>
#include <string>
#include <utility>

/// The exceptions of Dateline. Each says what went wrong, where, and the way out; the programs turn the type into an
/// exit code in one place (common/cli/exit_code.h).
namespace dateline {

class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A command line, option or setting that cannot be honoured.
class UsageError : public Error {
public:
    using Error::Error;
};

/// Reading or writing a file failed: names the file.
class IoError : public Error {
public:
    using Error::Error;
};

/// An answer took longer than it may.
class TimeoutError : public Error {
public:
    using Error::Error;
};

/// Something about the index as a whole. The kind decides the exit code.
class IndexError : public Error {
public:
    enum class Kind { missing, locked, corrupt, wrong_version, wrong_settings };

    IndexError(Kind kind, const std::string& what) : Error(what), kind_(kind) {}
    Kind kind() const noexcept { return kind_; }

private:
    Kind kind_;
};

}  // namespace dateline
