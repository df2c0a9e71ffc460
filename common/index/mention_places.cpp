#include "common/index/mention_places.h"

namespace dateline {
namespace {

void put_signed(std::string& out, std::int32_t value) {
    put_varint(out, static_cast<std::uint64_t>(value < 0 ? -2 * std::int64_t{value} - 1 : 2 * std::int64_t{value}));
}

}  // namespace

void MentionPlaceWriter::add(const MentionPlace& place) {
    const bool has_rests = place.begin_bytes != 0 || place.end_bytes != 0;
    put_varint(out_, place.first_word - last_first_word_);
    put_varint(out_, std::uint64_t{place.words} << 4U | (has_rests ? 8U : 0U) | static_cast<std::uint64_t>(place.kind));
    put_varint(out_, place.value);
    if (has_rests) {
        put_signed(out_, place.begin_bytes);
        put_signed(out_, place.end_bytes);
    }
    last_first_word_ = place.first_word;
}

MentionPlaces::MentionPlaces(const std::filesystem::path& path) : file_(path, mention_places_kind) {
    bytes_ = file_.text(0);
    offsets_ = file_.array<std::uint64_t>(1);
    if (offsets_.empty() || offsets_.back() != bytes_.size()) file_.throw_corrupt("offsets do not fit the places");
}

}  // namespace dateline
