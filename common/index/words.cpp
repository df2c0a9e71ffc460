#include "common/index/words.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "common/error.h"

namespace dateline {
namespace {

enum WordsSection : std::size_t {
    folded_offsets,
    folded_bytes,
    rank_of_position,
    first_id_of_rank,
    form_offsets,
    form_bytes,
    stemmed_languages,
    stem_ends,
    stem_hashes,
    stem_words,
    words_sections
};

constexpr std::string_view words_file = "words";

/// The forms of one folded word: indexes [begin, end) into the sorted order.
struct Group {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t count = 0;
};

std::vector<std::uint32_t> sorted_order(std::span<const WordForm> forms) {
    std::vector<std::uint32_t> order(forms.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int by_folded = forms[a].folded.compare(forms[b].folded);
        return by_folded != 0 ? by_folded < 0 : forms[a].literal < forms[b].literal;
    });
    return order;
}

std::vector<Group> group_by_folded(std::span<const WordForm> forms, std::span<const std::uint32_t> order,
                                   std::span<const std::uint64_t> counts) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || forms[order[i]].folded != forms[order[i - 1]].folded) groups.push_back({i, i, 0});
        groups.back().end = i + 1;
        groups.back().count += counts[order[i]];
    }
    return groups;
}

std::vector<std::uint32_t> ranks_by_count(std::span<const Group> groups) {
    std::vector<std::uint32_t> by_count(groups.size());
    std::iota(by_count.begin(), by_count.end(), 0U);
    std::stable_sort(by_count.begin(), by_count.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return groups[a].count > groups[b].count; });
    return by_count;
}

std::uint32_t hash_of(std::string_view stem) {
    return static_cast<std::uint32_t>(XXH3_64bits(stem.data(), stem.size()));
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
    }
    return lines;
}

/// The tables of stems, as they stand in the file.
struct StemTables {
    std::string languages;
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint32_t> words;
};

StemTables stem_tables(std::span<const LanguageStems> stems, std::span<const std::uint32_t> position_of_form) {
    StemTables tables;
    for (const LanguageStems& of_language : stems) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
        entries.reserve(of_language.stems.size());
        for (const StemOfForm& stem : of_language.stems)
            entries.emplace_back(hash_of(stem.stem), position_of_form[stem.form]);
        std::sort(entries.begin(), entries.end());
        entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
        for (const auto& [hash, word] : entries) {
            tables.hashes.push_back(hash);
            tables.words.push_back(word);
        }
        tables.languages += of_language.language + '\n';
        tables.ends.push_back(static_cast<std::uint32_t>(tables.hashes.size()));
    }
    return tables;
}

}  // namespace

Words::Words(const std::filesystem::path& path) : file_(path, words_file) {
    folded_offsets_ = file_.array<std::uint32_t>(WordsSection::folded_offsets);
    folded_bytes_ = file_.text(WordsSection::folded_bytes);
    rank_of_position_ = file_.array<std::uint32_t>(WordsSection::rank_of_position);
    first_id_of_rank_ = file_.array<std::uint32_t>(WordsSection::first_id_of_rank);
    form_offsets_ = file_.array<std::uint32_t>(WordsSection::form_offsets);
    form_bytes_ = file_.text(WordsSection::form_bytes);
    stemmed_languages_ = lines_of(file_.text(WordsSection::stemmed_languages));
    stem_ends_ = file_.array<std::uint32_t>(WordsSection::stem_ends);
    stem_hashes_ = file_.array<std::uint32_t>(WordsSection::stem_hashes);
    stem_words_ = file_.array<std::uint32_t>(WordsSection::stem_words);
    const std::size_t words = rank_of_position_.size();
    if (folded_offsets_.size() != words + 1 || first_id_of_rank_.size() != words + 1 || form_offsets_.empty() ||
        folded_offsets_.back() != folded_bytes_.size() || form_offsets_.back() != form_bytes_.size()) {
        file_.throw_corrupt("tables of words do not fit each other");
    }
    if (stem_ends_.size() != stemmed_languages_.size() || stem_hashes_.size() != stem_words_.size() ||
        !std::is_sorted(stem_ends_.begin(), stem_ends_.end()) ||
        stem_hashes_.size() != (stem_ends_.empty() ? 0 : stem_ends_.back())) {
        file_.throw_corrupt("tables of stems do not fit each other");
    }
}

std::string_view Words::folded(std::size_t position) const {
    const std::uint32_t begin = folded_offsets_[position];
    return folded_bytes_.substr(begin, folded_offsets_[position + 1] - begin);
}

IdRange Words::ids(std::size_t position) const {
    const std::uint32_t rank = rank_of_position_[position];
    return {first_id_of_rank_[rank], first_id_of_rank_[rank + 1]};
}

std::size_t Words::lower_bound(std::string_view word) const {
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (folded(middle) < word) low = middle + 1;
        else high = middle;
    }
    return low;
}

IdRange Words::find(std::string_view word) const {
    const std::size_t position = lower_bound(word);
    if (position == size() || folded(position) != word) return {};
    return ids(position);
}

std::string_view Words::literal(std::uint32_t id, std::string_view folded) const {
    const std::uint32_t begin = form_offsets_[id - first_word_id];
    const std::uint32_t end = form_offsets_[id - first_word_id + 1];
    return begin == end ? folded : form_bytes_.substr(begin, end - begin);
}

std::optional<std::uint32_t> Words::find_literal(std::string_view word, std::string_view form) const {
    const IdRange range = find(word);
    for (std::uint32_t id = range.begin; id < range.end; ++id) {
        if (literal(id, word) == form) return id;
    }
    return std::nullopt;
}

std::span<const std::uint32_t> Words::words_of_stem(std::size_t language, std::string_view stem) const {
    const std::size_t first = language == 0 ? 0 : stem_ends_[language - 1];
    const auto hashes = stem_hashes_.subspan(first, stem_ends_[language] - first);
    const auto [begin, end] = std::equal_range(hashes.begin(), hashes.end(), hash_of(stem));
    return stem_words_.subspan(first + static_cast<std::size_t>(begin - hashes.begin()),
                               static_cast<std::size_t>(end - begin));
}

std::vector<WordForm> Words::forms() const {
    std::vector<WordForm> all(form_count());
    for (std::size_t position = 0; position < size(); ++position) {
        const std::string_view word = folded(position);
        const IdRange range = ids(position);
        for (std::uint32_t id = range.begin; id < range.end; ++id) all[id - first_word_id] = {word, literal(id, word)};
    }
    return all;
}

std::vector<std::uint32_t> write_words(const std::filesystem::path& path, std::span<const WordForm> forms,
                                       std::span<const std::uint64_t> counts, std::span<const LanguageStems> stems,
                                       bool sync) {
    if (forms.size() >= std::numeric_limits<std::uint32_t>::max() - first_word_id) {
        throw Error("more than four thousand million word forms in one segment");
    }
    const auto order = sorted_order(forms);
    const auto groups = group_by_folded(forms, order, counts);
    const auto by_count = ranks_by_count(groups);

    std::vector<std::uint32_t> ids(forms.size());
    std::vector<std::uint32_t> rank_of_position_values(groups.size());
    std::vector<std::uint32_t> first_ids;
    std::vector<std::uint32_t> form_ends{0};
    std::string form_text;
    std::uint32_t next_id = first_word_id;
    for (std::uint32_t rank = 0; rank < by_count.size(); ++rank) {
        const Group& group = groups[by_count[rank]];
        rank_of_position_values[by_count[rank]] = rank;
        first_ids.push_back(next_id);
        for (std::size_t i = group.begin; i < group.end; ++i) {
            const WordForm& form = forms[order[i]];
            const bool repeated = i > group.begin && form.literal == forms[order[i - 1]].literal;
            if (!repeated) {
                if (form.literal != form.folded) form_text += form.literal;
                form_ends.push_back(static_cast<std::uint32_t>(form_text.size()));
                ++next_id;
            }
            ids[order[i]] = next_id - 1;
        }
    }
    first_ids.push_back(next_id);

    std::vector<std::uint32_t> folded_ends{0};
    std::string folded_text;
    std::vector<std::uint32_t> position_of_form(forms.size());
    for (std::uint32_t position = 0; position < groups.size(); ++position) {
        const Group& group = groups[position];
        folded_text += forms[order[group.begin]].folded;
        folded_ends.push_back(static_cast<std::uint32_t>(folded_text.size()));
        for (std::size_t i = group.begin; i < group.end; ++i) position_of_form[order[i]] = position;
    }
    const StemTables tables = stem_tables(stems, position_of_form);

    SectionFileWriter file(path, words_file, WordsSection::words_sections);
    file.section(folded_ends);
    file.section(folded_text);
    file.section(rank_of_position_values);
    file.section(first_ids);
    file.section(form_ends);
    file.section(form_text);
    file.section(tables.languages);
    file.section(tables.ends);
    file.section(tables.hashes);
    file.section(tables.words);
    file.finish(sync);
    return ids;
}

}  // namespace dateline
