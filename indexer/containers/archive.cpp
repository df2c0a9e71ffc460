#include "indexer/containers/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <exception>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text/charset.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr std::size_t longest_name_bytes = 4096;

/// libarchive turns names into the encoding of the thread's locale: into UTF-8, for as long as this lives.
class Utf8Locale {
public:
    Utf8Locale() : before_(uselocale(utf8())) {}
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() { uselocale(before_); }

private:
    static locale_t utf8() {
        static const std::unique_ptr<std::remove_pointer_t<locale_t>, void (*)(locale_t)> locale(
            newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr), [](locale_t made) {
                if (made != nullptr) freelocale(made);
            });
        return locale.get();  // where there is none, uselocale changes nothing
    }

    locale_t before_;
};

/// Of names that do not say they are UTF-8 (APPNOTE.TXT, appendix D).
constexpr std::string_view zip_charset = "IBM437";

std::string name_of_entry(archive_entry* entry, ArchiveKind kind) {
    const char* stated = archive_entry_pathname(entry);
    std::string name = stated != nullptr ? stated : "";
    if (kind == ArchiveKind::zip && valid_utf8_prefix(name) < name.size()) {
        if (std::string decoded = decode(name, zip_charset); !decoded.empty()) name = std::move(decoded);
    }
    repair_utf8(name);
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    if (name.size() > longest_name_bytes) name = std::string(cut_at_code_point(name, longest_name_bytes)) + "…";
    return name;
}

}  // namespace

/// libarchive at work on one source, and how far it has come.
class Archive::Reading {
public:
    Reading(std::streambuf& source, ArchiveKind kind, std::optional<std::uint64_t> size_bytes, ExpansionBudget& budget,
            bool is_outermost)
        : source_(source),
          kind_(kind),
          size_bytes_(size_bytes),
          budget_(budget),
          is_outermost_(is_outermost),
          block_(block_bytes),
          archive_(archive_read_new(), &archive_read_free) {
        archive* reader = archive_.get();
        if (reader == nullptr) throw std::bad_alloc();
        switch (kind) {
        case ArchiveKind::zip:
            size_bytes ? archive_read_support_format_zip_seekable(reader)
                       : archive_read_support_format_zip_streamable(reader);
            break;
        case ArchiveKind::tar:
            archive_read_support_format_tar(reader);
            // Else all behind the end of the first of several in a row would be lost without a word.
            archive_read_set_options(reader, "tar:read_concatenated_archives");
            break;
        case ArchiveKind::seven_zip: archive_read_support_format_7zip(reader); break;
        }
        archive_read_set_read_callback(reader, &Reading::read);
        if (size_bytes) {
            archive_read_set_skip_callback(reader, &Reading::skip);
            archive_read_set_seek_callback(reader, &Reading::seek);
        }
        archive_read_set_callback_data(reader, this);
    }

    archive* get() { return archive_.get(); }

    std::optional<ArchiveMember> next() {
        const Utf8Locale locale;
        if (!is_open_ && archive_read_open1(archive_.get()) != ARCHIVE_OK) throw_error();
        is_open_ = true;
        const int status = archive_read_next_header(archive_.get(), &entry_);
        if (status == ARCHIVE_EOF) {
            has_ended_ = true;
            return std::nullopt;
        }
        if (status < ARCHIVE_WARN) throw_error();
        has_begun_ = true;
        begin_member();
        return ArchiveMember{name_of_entry(entry_, kind_), archive_entry_filetype(entry_) == AE_IFREG && !is_link(),
                             archive_entry_is_data_encrypted(entry_) != 0};
    }

    /// What went wrong below libarchive, else what libarchive says. Nothing can be read afterwards.
    [[noreturn]] void throw_error() {
        has_ended_ = true;
        rethrow_failure();
        if (is_open_ && archive_read_has_encrypted_entries(archive_.get()) > 0) {
            throw BrokenArchive({"encrypted", "even the names in the archive are encrypted"});
        }
        throw BrokenArchive({"malformed", "the archive is damaged (" + message() + "); what stands before was read"});
    }

    void rethrow_failure() {
        if (failure_) std::rethrow_exception(failure_);
    }

    std::string message() {
        const char* text = archive_error_string(archive_.get());
        return text != nullptr ? text : "no more is known";
    }

    /// Counts what came out of the member at hand. True where it is absurdly much.
    bool count_made(std::uint64_t bytes) {
        made_ += bytes;
        const auto position = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(get(), -1)));
        const std::uint64_t taken = position > begin_position_ ? position - begin_position_ : 0;
        if (grows_absurdly(taken, made_)) return true;
        budget_.count_made(bytes);
        return false;
    }

    /// Whether passing over the rest of the member may mean to decode it.
    bool is_decoded_when_skipped() const {
        return kind_ == ArchiveKind::seven_zip || (kind_ == ArchiveKind::zip && !size_bytes_);
    }

    /// A zip whose list of contents is missing or damaged: its members can still be read one after the other.
    bool can_do_without_list() const { return kind_ == ArchiveKind::zip && size_bytes_ && !has_begun_ && !failure_; }

    /// The same from the beginning, without winding.
    std::unique_ptr<Reading> without_list() {
        source_.pubseekoff(0, std::ios::beg, std::ios::in);
        return std::make_unique<Reading>(source_, kind_, std::nullopt, budget_, is_outermost_);
    }

    bool is_at_member() const { return entry_ != nullptr; }
    void end() { has_ended_ = true; }
    bool has_ended() const { return has_ended_; }

private:
    bool is_link() const { return archive_entry_hardlink(entry_) != nullptr; }

    /// Members of a 7z share a stream, so that there all are measured together.
    void begin_member() {
        if (kind_ == ArchiveKind::seven_zip) return;
        made_ = 0;
        begin_position_ = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(get(), -1)));
    }

    /// Exceptions must not pass through C: `work` keeps them, and libarchive is told that reading failed.
    template <typename Work>
    static la_int64_t guarded(archive* reader, void* self, Work work) {
        Reading& reading = *static_cast<Reading*>(self);
        try {
            if (!reading.failure_) return work(reading);
        } catch (...) {
            reading.failure_ = std::current_exception();
        }
        archive_set_error(reader, EIO, "reading failed");
        return ARCHIVE_FATAL;
    }

    static la_ssize_t read(archive* reader, void* self, const void** out) {
        return guarded(reader, self, [out](Reading& reading) {
            const std::streamsize count =
                reading.source_.sgetn(reading.block_.data(), static_cast<std::streamsize>(reading.block_.size()));
            *out = reading.block_.data();
            if (reading.is_outermost_) reading.budget_.count_read(static_cast<std::uint64_t>(count));
            return static_cast<la_int64_t>(count);
        });
    }

    static la_int64_t skip(archive* reader, void* self, la_int64_t wanted) {
        return guarded(reader, self, [wanted](Reading& reading) {
            const auto here = static_cast<la_int64_t>(reading.source_.pubseekoff(0, std::ios::cur, std::ios::in));
            const auto end = static_cast<la_int64_t>(*reading.size_bytes_);
            const la_int64_t count = std::clamp<la_int64_t>(wanted, 0, std::max<la_int64_t>(0, end - here));
            reading.source_.pubseekoff(count, std::ios::cur, std::ios::in);
            return count;
        });
    }

    static la_int64_t seek(archive* reader, void* self, la_int64_t offset, int whence) {
        return guarded(reader, self, [offset, whence](Reading& reading) {
            const std::ios::seekdir from = whence == SEEK_SET   ? std::ios::beg
                                           : whence == SEEK_CUR ? std::ios::cur
                                                                : std::ios::end;
            const auto reached = static_cast<la_int64_t>(reading.source_.pubseekoff(offset, from, std::ios::in));
            return reached < 0 ? la_int64_t{ARCHIVE_FATAL} : reached;
        });
    }

    std::streambuf& source_;
    ArchiveKind kind_;
    std::optional<std::uint64_t> size_bytes_;
    ExpansionBudget& budget_;
    bool is_outermost_;
    std::vector<char> block_;
    std::exception_ptr failure_;
    std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
    archive_entry* entry_ = nullptr;
    std::uint64_t begin_position_ = 0;
    std::uint64_t made_ = 0;
    bool is_open_ = false;
    bool has_begun_ = false;
    bool has_ended_ = false;
};

/// The bytes of one member.
class Archive::Content : public BlockBuffer {
public:
    explicit Content(Reading& reading) : reading_(reading) {}

private:
    std::string_view next_block() override {
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        int status = ARCHIVE_RETRY;
        while (status == ARCHIVE_RETRY || (status == ARCHIVE_OK && size == 0)) {
            status = archive_read_data_block(reading_.get(), &data, &size, &offset);
        }
        if (status == ARCHIVE_EOF) return {};
        if (status != ARCHIVE_OK) fail(status);
        if (offset != given_) break_off("unsupported", "a file with holes in it");
        given_ += static_cast<la_int64_t>(size);
        if (reading_.count_made(size)) refuse_as_bomb();
        return {static_cast<const char*>(data), size};
    }

    [[noreturn]] void fail(int status) {
        reading_.rethrow_failure();
        const std::string message = reading_.message();
        if (status == ARCHIVE_FATAL) {
            reading_.end();
            break_off("malformed",
                      "the archive is damaged here (" + message + "); what stands before was read, nothing behind it");
        }
        if (message.find("nsupported") != std::string::npos) break_off("unsupported", message);
        break_off("malformed", "damaged in the archive (" + message + "); what stands before was read");
    }

    [[noreturn]] void refuse_as_bomb() {
        const bool ends = reading_.is_decoded_when_skipped();
        if (ends) reading_.end();
        break_off("too large", fmt::format("taken for an archive bomb: it grows to more than {} times its size{}",
                                           most_growth, ends ? "; nothing behind it is read" : ""));
    }

    Reading& reading_;
    la_int64_t given_ = 0;
};

Archive::Archive(std::streambuf& source, ArchiveKind kind, std::optional<std::uint64_t> size_bytes,
                 ExpansionBudget& budget, bool is_outermost)
    : reading_(std::make_unique<Reading>(source, kind, size_bytes, budget, is_outermost)) {}

Archive::~Archive() = default;

std::optional<ArchiveMember> Archive::next() {
    pass_over();
    content_.reset();
    if (has_ended()) return std::nullopt;
    try {
        return reading_->next();
    } catch (const BrokenArchive&) {
        if (!reading_->can_do_without_list()) throw;
    }
    reading_ = reading_->without_list();
    return reading_->next();
}

void Archive::pass_over() {
    if (!reading_->is_at_member() || has_ended() || !reading_->is_decoded_when_skipped()) return;
    BlockBuffer& rest = content();
    const bool was_broken = rest.breakage().has_value();
    try {
        std::array<char, 16384> passed{};
        while (rest.sgetn(passed.data(), passed.size()) > 0) {
        }
    } catch (const BrokenInput&) {
        if (!rest.breakage()) throw;
        if (!was_broken && has_ended()) throw BrokenArchive(*rest.breakage());
    }
}

BlockBuffer& Archive::content() {
    if (content_ == nullptr) content_ = std::make_unique<Content>(*reading_);
    return *content_;
}

bool Archive::has_ended() const { return reading_->has_ended(); }

}  // namespace dateline
