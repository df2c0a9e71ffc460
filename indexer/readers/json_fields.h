#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// How the fields of a record (JSON, a row of a table, a front matter) are recognised by their names.
namespace dateline {

enum class FieldKind : std::uint8_t {
    id,
    title,
    lead,
    body,
    url,
    author,
    agency,
    source,
    section,
    language,
    published,
    caption,
};
inline constexpr std::size_t field_kind_count = 12;

/// Whether a field has text of the article, and not something about it.
constexpr bool holds_text(FieldKind kind) {
    return kind == FieldKind::title || kind == FieldKind::lead || kind == FieldKind::body;
}

struct FieldMatch {
    FieldKind kind;
    unsigned rank;  ///< of several fields of one kind the lowest rank wins
};

/// `pub_date`, `pubDate`, `Pub Date` and `PUBDATE` are one name, and so are `Título` and `titulo`.
std::string plain_field_name(std::string_view name);

/// Names by which fields are known without being told, plus the user's own.
class FieldNames {
public:
    /// `field_map`: our field name (`title`, `body`, `published` ...) -> the input's name, dotted where nested
    /// (`fields.bodyText`). Throws UsageError for a field of ours that does not exist.
    explicit FieldNames(const std::map<std::string, std::string>& field_map);

    /// What a field is. `path` is its dotted name, `nested` whether it stands inside another object.
    std::optional<FieldMatch> find(std::string_view path, bool nested) const;
    /// Whether the user's own names reach into the object with this dotted name.
    bool reaches_into(std::string_view path) const;

private:
    std::map<std::string, FieldKind, std::less<>> chosen_;
    std::uint32_t chosen_kinds_ = 0;
};

}  // namespace dateline
