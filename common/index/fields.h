#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/field_frequency.h"

/// THE table of fields: what an article can be searched, filtered, counted and sorted by. A new field is one row in
/// fields.cpp.
namespace dateline {

enum class FieldKind : std::uint8_t {
    text,         ///< words in the token stream; `text_field` says which
    keyword,      ///< values as a whole and by word; a term list and a column
    date,         ///< the publication date column
    stored,       ///< an exact value with a term of its own (id)
    site,         ///< the host of the stored web address
    address,      ///< the stored web address
    date_source,  ///< where the date of publication was found
    mentioned,    ///< times the texts speak of: a column of TIMEX3 values
};

/// Whether articles are found by what stands in their stored cards, without lists.
constexpr bool is_read_from_cards(FieldKind kind) {
    return kind == FieldKind::site || kind == FieldKind::address || kind == FieldKind::date_source;
}

struct Field {
    std::string_view name;
    std::vector<std::string_view> aliases{};
    FieldKind kind = FieldKind::text;
    TextField text_field = TextField::body;  ///< for text
    FieldMask more_texts = 0;                ///< for text: further fields it stands for
    std::string_view prefix{};               ///< of its terms in Xapian; on disk, never reused; empty where it has none
    int column = -1;                         ///< its place among the columns of values; on disk, never reused
    bool one_valued = true;                  ///< an article has at most one value
    bool placed = false;  ///< its values stand at places of the texts (mention.h) and not in the Article
    std::vector<std::string_view> parts{};  ///< for keyword: the fields it stands for, and has no column of its own
    /// Of a field with parts that has names of its own: what a name of one of them tells, if it does.
    std::optional<std::string_view> (*told_by)(std::string_view part, std::string_view name) = nullptr;
    bool facet = false;
    /// Of a facet that counts something made of the values: its name, and what it counts a value as; empty for nothing.
    std::string_view facet_name{};
    std::string (*counted_as)(std::string_view value) = nullptr;
    std::string_view help{};

    /// For text: all the fields whose words it finds.
    FieldMask texts() const { return static_cast<FieldMask>(mask_of(text_field) | more_texts); }

    /// Keyword fields that are not placed: the values an article has, as written, and how they are put back when it
    /// is read.
    std::vector<std::string> (*values)(const Article&) = nullptr;
    void (*assign)(Article&, std::vector<std::string>) = nullptr;
};

std::span<const Field> fields();
/// By name or alias; nullptr where there is none.
const Field* find_field(std::string_view name);
/// The fields with a column of values, in the order of their `column`.
std::span<const Field* const> keyword_columns();

}  // namespace dateline
