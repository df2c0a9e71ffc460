#pragma once

#include <exception>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

#include "indexer/containers/broken_input.h"

namespace dateline {

/// A stream buffer over blocks of bytes. Where making a block fails, the bytes before it are given first; the failure
/// comes with the next call and with every one after it, so that nothing readable is lost.
class BlockBuffer : public std::streambuf {
public:
    /// What is wrong with these bytes themselves; a failure of the bytes below them is not told here.
    const std::optional<Breakage>& breakage() const { return breakage_; }

protected:
    /// The next bytes, valid until the next call; empty at the end.
    virtual std::string_view next_block() = 0;
    [[noreturn]] void break_off(std::string reason, std::string detail, bool spoils_last = false);

    /// Forgets a failure, so that reading goes on with the next block.
    void recover();

    int_type underflow() override;
    std::streamsize xsgetn(char* out, std::streamsize wanted) override;

private:
    bool has_bytes();

    std::optional<Breakage> breakage_;
    std::exception_ptr failure_;
    bool ended_ = false;
};

}  // namespace dateline
