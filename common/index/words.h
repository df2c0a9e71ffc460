#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/section_file.h"

/// The dictionary of one segment: every word form (as written) with the number it has in the token stream.
///
/// Numbers from `first_word_id` on are given by falling frequency of the folded word; the forms of one folded word
/// (`us`, `US`, `U.S.`) have consecutive numbers. So frequent words are short in the stream, the folded level is a
/// range of numbers and the literal level a single one. The stemmed level is a table: for each language the folded
/// words by a hash of their stems. So Xapian's lists need none for stems, and a stem costs its few words' lists.
namespace dateline {

/// Numbers below are breaks (token_stream.h).
inline constexpr std::uint32_t first_word_id = 3;

/// Half-open range of word numbers.
struct IdRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool contains(std::uint32_t id) const { return id - begin < end - begin; }
    bool empty() const { return begin == end; }
    bool operator==(const IdRange&) const = default;
};

struct WordForm {
    std::string_view folded;
    std::string_view literal;

    bool operator==(const WordForm&) const = default;
};

/// What one language's stemmer makes of forms that occur in its articles.
struct StemOfForm {
    std::uint32_t form = 0;  ///< place in the list of forms
    std::string stem;
};
struct LanguageStems {
    std::string language;
    std::vector<StemOfForm> stems;
};

class Words {
public:
    /// Memory-maps the file; nothing is read, opening is cheap whatever the size.
    explicit Words(const std::filesystem::path& path);

    /// Folded words, and how many forms they have together.
    std::size_t size() const { return rank_of_position_.size(); }
    std::size_t form_count() const { return form_offsets_.size() - 1; }

    /// All forms of a folded word; empty where it does not occur. Binary search.
    IdRange find(std::string_view folded) const;
    /// One form; nothing where it does not occur.
    std::optional<std::uint32_t> find_literal(std::string_view folded, std::string_view literal) const;

    /// Folded words in byte order: position 0..size()-1.
    std::string_view folded(std::size_t position) const;
    IdRange ids(std::size_t position) const;
    /// A form as written; `folded` is its folded word.
    std::string_view literal(std::uint32_t id, std::string_view folded) const;
    /// The first position whose word is not less than `folded`.
    std::size_t lower_bound(std::string_view folded) const;

    /// Languages with a table of stems, in the order of their articles' coming.
    const std::vector<std::string_view>& stemmed_languages() const { return stemmed_languages_; }
    /// Positions of the folded words with a form that has this stem in articles of the language (by its place in
    /// stemmed_languages()), rising; a word of another stem with the same hash may be among them.
    std::span<const std::uint32_t> words_of_stem(std::size_t language, std::string_view stem) const;

    /// All forms by number: element i is number first_word_id + i. Reads the whole file.
    std::vector<WordForm> forms() const;

    const SectionFile& file() const { return file_; }

private:
    SectionFile file_;
    std::span<const std::uint32_t> folded_offsets_;
    std::string_view folded_bytes_;
    std::span<const std::uint32_t> rank_of_position_;
    std::span<const std::uint32_t> first_id_of_rank_;
    std::span<const std::uint32_t> form_offsets_;
    std::string_view form_bytes_;
    std::vector<std::string_view> stemmed_languages_;
    std::span<const std::uint32_t> stem_ends_;    ///< of each language in the next two
    std::span<const std::uint32_t> stem_hashes_;  ///< rising
    std::span<const std::uint32_t> stem_words_;   ///< positions
};

/// Writes the dictionary of the given forms and gives the number of each, in the order given. Equal forms get the same
/// number. `counts[i]` is how often forms[i] occurs.
std::vector<std::uint32_t> write_words(const std::filesystem::path& path, std::span<const WordForm> forms,
                                       std::span<const std::uint64_t> counts, std::span<const LanguageStems> stems,
                                       bool sync);

}  // namespace dateline
