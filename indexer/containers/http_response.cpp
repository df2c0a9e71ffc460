#include "indexer/containers/http_response.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/containers/coding.h"
#include "indexer/containers/decoder.h"

namespace dateline {

namespace {

/// The size a chunk begins with (RFC 9112, 7.1), and where its data stands; nothing where this is no chunk.
struct ChunkHead {
    std::size_t size_bytes = 0;
    std::size_t data_at = 0;
};

std::optional<ChunkHead> parse_chunk_head(std::string_view bytes) {
    const std::size_t end = bytes.substr(0, 4096).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = trim(bytes.substr(0, end));
    ChunkHead head{.data_at = end + 1};
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), head.size_bytes, 16);
    const std::string_view rest = trim(line.substr(static_cast<std::size_t>(stop - line.data())));
    if (error != std::errc() || (!rest.empty() && rest.front() != ';')) return std::nullopt;
    return head;
}

/// The data of all chunks. A body that does not begin as one is given as it is.
HttpPayload joined_chunks(std::string_view body) {
    if (!parse_chunk_head(body)) return {.bytes = std::string(body)};
    HttpPayload payload;
    while (const auto head = parse_chunk_head(body)) {
        if (head->size_bytes == 0) return payload;
        body.remove_prefix(head->data_at);
        payload.bytes += body.substr(0, head->size_bytes);
        if (body.size() < head->size_bytes) break;
        body.remove_prefix(head->size_bytes);
        body.remove_prefix(body.starts_with("\r\n") ? 2 : body.starts_with('\n') ? 1 : 0);
    }
    payload.warning = "the last chunks are missing";
    return payload;
}

/// A zlib header, which "deflate" should have and often has not (RFC 9110, 8.4.1.2).
bool has_zlib_header(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
}

bool looks_unpacked(std::string_view bytes) {
    const std::string_view text = trim(bytes.substr(0, 64));
    return text.starts_with('<') || text.starts_with("\xEF\xBB\xBF");
}

/// How the bytes are coded that are called `name`; nothing where they are not, whatever they are called.
std::optional<Coding> coding_named(std::string_view name, std::string_view bytes) {
    if (name == "gzip" || name == "x-gzip" || name == "zstd") {
        const auto coding = coding_of(bytes);
        return coding == (name == "zstd" ? Coding::zstd : Coding::gzip) ? coding : std::nullopt;
    }
    if (looks_unpacked(bytes)) return std::nullopt;
    if (name == "br") return Coding::brotli;
    if (name == "deflate") return has_zlib_header(bytes) ? Coding::zlib : Coding::raw_deflate;
    return std::nullopt;
}

HttpPayload decoded(std::string_view bytes, Coding coding, std::size_t most_bytes) {
    HttpPayload payload;
    const std::unique_ptr<Decoder> decoder = make_decoder(coding);
    std::vector<char> out(std::size_t{64} << 10);
    while (true) {
        const DecodeStep step = decoder->decode(bytes, out);
        bytes.remove_prefix(step.taken);
        payload.bytes.append(out.data(), step.made);
        if (payload.bytes.size() > most_bytes) return {.is_too_large = true};
        if (step.ended) return payload;
        if (!step.error.empty() || (bytes.empty() && step.made == 0)) {
            payload.warning = std::string("its ") + std::string(name_of(coding)) + " data " +
                              (step.error.empty() ? "ends early" : "is damaged (" + step.error + ")");
            return payload;
        }
    }
}

/// Names of `Content-Encoding`, the one that was put on last first.
std::vector<std::string> codings_to_undo(std::string_view field) {
    std::vector<std::string> names;
    while (!field.empty()) {
        const std::size_t comma = field.find(',');
        if (std::string name = lower_ascii(trim(field.substr(0, comma))); !name.empty()) {
            names.insert(names.begin(), std::move(name));
        }
        field.remove_prefix(comma == std::string_view::npos ? field.size() : comma + 1);
    }
    return names;
}

}  // namespace

std::optional<HttpHead> parse_http_head(std::string_view bytes) {
    if (!bytes.starts_with("HTTP/")) return std::nullopt;
    HttpHead head;
    head.length_bytes = header_length(bytes);
    if (head.length_bytes == std::string_view::npos) return std::nullopt;
    const std::string_view text = bytes.substr(0, head.length_bytes);
    const std::size_t end_of_line = text.find('\n');
    const std::size_t blank = text.find(' ');
    if (blank > end_of_line) return std::nullopt;
    const std::string_view status = trim(text.substr(blank, end_of_line - blank));
    std::from_chars(status.data(), status.data() + status.size(), head.status);
    head.fields = HeaderFields(text.substr(end_of_line + 1));
    return head;
}

HttpPayload http_payload(const HttpHead& head, std::string_view body, std::size_t most_bytes) {
    constexpr std::size_t most_codings = 4;
    const bool is_chunked = lower_ascii(head.fields.value("transfer-encoding")).find("chunked") != std::string::npos;
    HttpPayload payload = is_chunked ? joined_chunks(body) : HttpPayload{.bytes = std::string(body)};
    std::vector<std::string> names = codings_to_undo(head.fields.value("content-encoding"));
    names.resize(std::min(names.size(), most_codings));
    for (const std::string& name : names) {
        const auto coding = coding_named(name, payload.bytes);
        if (!coding) continue;
        HttpPayload inner = decoded(payload.bytes, *coding, most_bytes);
        if (inner.warning.empty()) inner.warning = std::move(payload.warning);
        payload = std::move(inner);
        if (payload.is_too_large) return payload;
    }
    if (payload.bytes.size() > most_bytes) return {.is_too_large = true};
    return payload;
}

}  // namespace dateline
