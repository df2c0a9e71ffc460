#include "searcher/suggestion/near_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

/// The first position behind `position` whose word does not begin with `prefix`, with which the one there begins.
std::size_t behind_prefix(const Words& words, std::size_t position, std::string_view prefix) {
    std::size_t step = 1;
    while (position + step < words.size() && words.folded(position + step).starts_with(prefix)) {
        position += step;
        step *= 2;
    }
    std::size_t high = std::min(position + step, words.size());
    while (position + 1 < high) {
        const std::size_t middle = position + (high - position) / 2;
        (words.folded(middle).starts_with(prefix) ? position : high) = middle;
    }
    return high;
}

/// The table of distances between one word and the words of a sorted list.
class DistanceTable {
public:
    DistanceTable(std::string_view word, unsigned most) : word_(code_points(word)), most_(most) {
        rows_.emplace_back();
        for (std::size_t i = 0; i <= word_.size(); ++i) rows_[0].push_back(static_cast<unsigned>(i));
    }

    /// The distance to the next word of the list; more than `most` where that is all that is known.
    unsigned distance_to(std::string_view other) {
        const std::u32string points = code_points(other);
        std::size_t same = 0;
        while (same < path_.size() && same < points.size() && path_[same] == points[same]) ++same;
        path_.resize(same);
        rows_.resize(same + 1);
        while (path_.size() < points.size() && nearest_ <= most_) add_row(points);
        return nearest_ > most_ ? nearest_ : rows_.back().back();
    }

    /// Whether no word that begins as far as the last one was looked at can be near; and that beginning.
    bool is_too_far() const { return nearest_ > most_; }
    std::string beginning() const {
        std::string text;
        for (const char32_t point : path_) append_code_point(text, point);
        return text;
    }
    void pass_over() {
        path_.pop_back();
        rows_.pop_back();
        nearest_ = 0;
    }

private:
    void add_row(const std::u32string& points) {
        const std::size_t depth = path_.size();
        const char32_t point = points[depth];
        std::vector<unsigned> row(word_.size() + 1);
        const std::vector<unsigned>& last = rows_.back();
        row[0] = static_cast<unsigned>(depth) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (word_[j - 1] == point ? 0U : 1U)});
            const bool swapped = depth > 0 && j > 1 && point == word_[j - 2] && path_[depth - 1] == word_[j - 1];
            if (swapped) row[j] = std::min(row[j], rows_[depth - 1][j - 2] + 1);
        }
        nearest_ = *std::min_element(row.begin(), row.end());
        rows_.push_back(std::move(row));
        path_.push_back(point);
    }

    std::u32string word_;
    unsigned most_;
    std::u32string path_;  ///< of the word looked at last, as far as it was
    std::vector<std::vector<unsigned>> rows_;
    unsigned nearest_ = 0;  ///< smallest number of the last row
};

/// A word of one segment and its place in the order of frequency.
struct Found {
    std::uint32_t first_id = 0;
    std::string_view word;

    bool operator<(const Found& other) const { return first_id < other.first_id; }
};

constexpr unsigned most_edits_of_all = 2;
using FoundByEdits = std::array<std::vector<Found>, most_edits_of_all>;

FoundByEdits walk(const Words& words, std::string_view folded, unsigned most_edits, std::size_t limit) {
    FoundByEdits found;
    DistanceTable table(folded, most_edits);
    for (std::size_t at = 0; at < words.size();) {
        const unsigned edits = table.distance_to(words.folded(at));
        if (table.is_too_far()) {
            at = behind_prefix(words, at, table.beginning());
            table.pass_over();
            continue;
        }
        if (edits > 0 && edits <= most_edits) found[edits - 1].push_back({words.ids(at).begin, words.folded(at)});
        ++at;
    }
    for (std::vector<Found>& of_distance : found) {  // numbers rise as frequency falls
        const std::size_t kept = std::min(limit, of_distance.size());
        std::partial_sort(of_distance.begin(), of_distance.begin() + static_cast<std::ptrdiff_t>(kept),
                          of_distance.end());
        of_distance.resize(kept);
    }
    return found;
}

}  // namespace

std::vector<NearWord> near_words(const Index& index, std::string_view folded, unsigned most_edits, std::size_t limit) {
    std::map<std::string, unsigned, std::less<>> edits_of;
    for (const auto& segment : index.segments()) {
        const FoundByEdits found = walk(segment->words(), folded, std::min(most_edits, most_edits_of_all), limit);
        for (unsigned i = 0; i < most_edits_of_all; ++i) {
            for (const Found& one : found[i]) edits_of.emplace(one.word, i + 1);
        }
    }
    std::vector<NearWord> near;
    for (const auto& [word, edits] : edits_of) {
        NearWord one{word, edits, 0};
        for (const auto& segment : index.segments()) one.articles += segment->document_frequency(terms::word(word));
        near.push_back(std::move(one));
    }
    std::stable_sort(near.begin(), near.end(), [](const NearWord& a, const NearWord& b) {
        return a.edits != b.edits ? a.edits < b.edits : a.articles > b.articles;
    });
    return near;
}

}  // namespace dateline
