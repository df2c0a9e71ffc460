#include "common/cli/standard_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>
#include <string_view>
#include <system_error>

namespace dateline {
namespace {

class OutputBuffer final : public std::streambuf {
public:
    explicit OutputBuffer(int fd) : fd_(fd) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

    bool has_reader() const { return error_ != EPIPE; }
    int error() const { return error_; }

protected:
    int_type overflow(int_type c) override {
        sync();
        if (!traits_type::eq_int_type(c, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(c);
            pbump(1);
        }
        return traits_type::not_eof(c);
    }

    int sync() override {
        write_all({pbase(), static_cast<std::size_t>(pptr() - pbase())});
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return 0;
    }

private:
    void write_all(std::string_view bytes) {
        while (!bytes.empty() && error_ == 0) {
            const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
            if (written >= 0) {
                bytes.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
    }

    std::array<char, 1 << 16> buffer_;
    int fd_;
    int error_ = 0;  ///< of the first write that failed; nothing is written after it
};

OutputBuffer& buffer() {
    static OutputBuffer instance(STDOUT_FILENO);
    return instance;
}

}  // namespace

std::ostream& standard_output() {
    static std::ostream stream(&buffer());
    return stream;
}

void finish_standard_output() {
    standard_output().flush();
    if (buffer().error() != 0 && buffer().has_reader()) {
        throw std::system_error(buffer().error(), std::generic_category(), "cannot write to standard output");
    }
}

bool standard_output_has_reader() { return buffer().has_reader(); }

}  // namespace dateline
