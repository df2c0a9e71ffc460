#include "indexer/readers/archive.h"

#include <fmt/format.h>

#include <functional>
#include <ios>
#include <istream>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/containers/archive.h"
#include "indexer/containers/coding.h"
#include "indexer/containers/decoding_buffer.h"
#include "indexer/containers/peeked_bytes.h"
#include "indexer/readers/file_names.h"
#include "indexer/readers/nesting.h"
#include "indexer/readers/sniff.h"

namespace dateline {

namespace {

/// Whether a member is left out without a word: hidden, or what file managers add.
bool is_left_out(std::string_view name) {
    while (!name.empty()) {
        const std::size_t slash = name.find('/');
        const std::string_view step = name.substr(0, slash);
        const bool is_way = step == "." || step == "..";
        if (!is_way && (is_hidden_name(step) || step == "__MACOSX")) return true;
        name.remove_prefix(slash == std::string_view::npos ? name.size() : slash + 1);
    }
    return false;
}

/// Reads until there are more than `most` bytes or the end comes.
std::string read_at_most(std::streambuf& source, std::uint64_t most) {
    std::string bytes;
    std::string chunk(std::size_t{64} << 10, '\0');
    while (bytes.size() <= most) {
        const std::streamsize count = source.sgetn(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        if (count <= 0) break;
        bytes.append(chunk, 0, static_cast<std::size_t>(count));
    }
    return bytes;
}

/// Memory of the budget, for as long as this lives.
class ReservedMemory {
public:
    ReservedMemory(ExpansionBudget& budget, std::uint64_t bytes)
        : budget_(budget), bytes_(budget.reserve_memory(bytes) ? bytes : 0) {}
    ReservedMemory(const ReservedMemory&) = delete;
    ReservedMemory& operator=(const ReservedMemory&) = delete;
    ~ReservedMemory() { budget_.release_memory(bytes_); }

private:
    ExpansionBudget& budget_;
    std::uint64_t bytes_;
};

/// Reads one archive or compressed stream; lives as long as that.
class ArchiveRun {
public:
    ArchiveRun(Input& input, const ReaderOptions& options, const ReaderSink& sink)
        : input_(input),
          options_(options),
          peeked_(*input.bytes.rdbuf(), sniff_bytes),
          own_budget_(input.nesting == nullptr && peeked_.is_seekable()
                          ? ExpansionBudget(peeked_.size_bytes().value_or(0))
                          : ExpansionBudget()),
          inner_{input.nesting == nullptr ? 1 : input.nesting->depth + 1,
                 input.nesting == nullptr ? own_budget_ : input.nesting->budget},
          sink_{[this, &sink](RawArticle raw) { return more_ = more_ && sink.article(std::move(raw)); },
                [this, &sink](Skipped skipped) { return more_ = more_ && sink.skipped(std::move(skipped)); },
                sink.passed_over} {}

    void run() {
        if (inner_.depth > deepest_nesting) {
            return skip({"unsupported", fmt::format("archives inside archives are read {} deep", deepest_nesting)});
        }
        try {
            read_any();
        } catch (const std::ios_base::failure&) {
            throw IoError(input_.path + ": reading failed");
        } catch (const BrokenInput& broken) {
            // Nothing stands around this one, so that what nobody answered for is answered for here.
            if (!is_outermost()) throw;
            skip(broken);
        }
    }

private:
    bool is_outermost() const { return input_.nesting == nullptr; }

    void read_any() {
        if (const auto coding = coding_of(peeked_.beginning())) {
            DecodingBuffer decoded(peeked_.whole(), *coding, inner_.budget, is_outermost());
            return read_member(decoded, input_.member, input_.origin, [&decoded] { return decoded.resume(); });
        }
        const auto kind = archive_kind_of(peeked_.beginning());
        if (!kind) return skip({"malformed", "this is no archive that can be read"});
        if (*kind == ArchiveKind::seven_zip && !peeked_.is_seekable()) return read_held_archive(*kind);
        read_archive(peeked_.whole(), *kind, peeked_.size_bytes());
    }

    /// The list of contents of a 7z stands at its end: in a stream it is held in memory, up to a bound.
    void read_held_archive(ArchiveKind kind) {
        const std::uint64_t most = inner_.budget.memory_left();
        std::string bytes = read_at_most(peeked_.whole(), most);
        if (bytes.size() > most) {
            return skip({"too large", fmt::format("a 7z that is no file of its own may have {} MiB, for it is held in "
                                                  "memory; unpack it, or the archive around it, first",
                                                  most >> 20U)});
        }
        const ReservedMemory reserved(inner_.budget, bytes.size());
        const std::uint64_t size = bytes.size();
        std::stringbuf held(std::move(bytes), std::ios::in);
        read_archive(held, kind, size);
    }

    void read_archive(std::streambuf& bytes, ArchiveKind kind, std::optional<std::uint64_t> size_bytes) {
        try {
            Archive archive(bytes, kind, size_bytes, inner_.budget, is_outermost());
            while (more_) {
                const auto member = archive.next();
                if (!member) return;
                read_entry(archive, *member);
            }
        } catch (const BrokenArchive& broken) {
            skip(broken);
        }
    }

    void read_entry(Archive& archive, const ArchiveMember& entry) {
        if (!entry.is_file || is_left_out(entry.name)) return;
        const std::string member = input_.member.empty() ? entry.name : input_.member + "/" + entry.name;
        if (entry.is_encrypted) {
            sink_.skipped({input_.path, member, "", "encrypted", "only who knows the password can read this"});
            return;
        }
        read_member(archive.content(), member, Origin::folder);
    }

    void read_member(BlockBuffer& bytes, const std::string& member, Origin origin,
                     const std::function<bool()>& resume = {}) {
        try {
            read_content(bytes, member, origin, resume);
        } catch (BrokenInput& broken) {
            if (broken.member.empty()) broken.member = member;
            if (!bytes.breakage()) throw;
            return skip(broken);
        } catch (const IoError&) {
            if (!bytes.breakage()) throw;
        }
        if (const auto& breakage = bytes.breakage()) {
            sink_.skipped({input_.path, member, "", breakage->reason, breakage->detail});
        }
    }

    void read_content(BlockBuffer& bytes, const std::string& member, Origin origin,
                      const std::function<bool()>& resume) {
        PeekedBytes peeked(bytes, sniff_bytes);
        const std::string name(without_coding_ending(member.empty() ? input_.path : member));
        const Sniffed sniffed = sniff(peeked.beginning(), name, origin);
        const ReaderEntry* reader = reader_for(sniffed, options_.format);
        if (reader == nullptr) {
            if (!bytes.breakage()) sink_.skipped({input_.path, member, "", sniffed.reason, sniffed.detail});
            return;
        }
        std::istream stream(&peeked.whole());
        Input inner{input_.path, member, stream, "", origin, &inner_};
        if (resume) {
            inner.go_on = [&] {
                if (!resume()) return false;
                peeked.go_on();
                return true;
            };
        }
        reader->reader().read(inner, options_, sink_);
    }

    void skip(const BrokenInput& broken) {
        sink_.skipped({input_.path, broken.member.empty() ? input_.member : broken.member, broken.place,
                       broken.breakage.reason, broken.breakage.detail});
    }

    void skip(Breakage why) {
        sink_.skipped({input_.path, input_.member, "", std::move(why.reason), std::move(why.detail)});
    }

    Input& input_;
    const ReaderOptions& options_;
    PeekedBytes peeked_;
    ExpansionBudget own_budget_;
    Nesting inner_;
    bool more_ = true;
    ReaderSink sink_;
};

}  // namespace

void ArchiveReader::read(Input& input, const ReaderOptions& options, const ReaderSink& sink) const {
    ArchiveRun(input, options, sink).run();
}

}  // namespace dateline
