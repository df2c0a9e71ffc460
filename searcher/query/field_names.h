#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The names that may stand before a colon in a query. The caller makes them from the field table
/// (common/index/fields), so that table stays the one place.
namespace dateline::query {

enum class FieldKind {
    text,     ///< searched by words: `title:summit`
    keyword,  ///< compared with values: `source:Reuters`; what follows the colon is read up to the
              ///< next blank
    date,     ///< `date:`, `before:`, `after:`, `mentions:`; the written name tells which
};

struct FieldName {
    std::string written;    ///< lower-case ASCII letters
    std::string canonical;  ///< what the tree names it; also a written name of the table
    FieldKind kind = FieldKind::text;
    bool as_written =
        false;            ///< values mean what is written: ids and addresses, whose signs and wildcards are their own
    bool placed = false;  ///< values stand at places of the texts: names and, of the kind date, times spoken of

    /// Whether `=` before a value asks for the whole of it: `section:=Asia`.
    bool has_exact_values() const { return kind == FieldKind::keyword && !as_written; }
};

class FieldNames {
public:
    explicit FieldNames(std::vector<FieldName> names) : names_(std::move(names)) {}

    /// Null where no field is called so. ASCII case does not matter.
    const FieldName* find(std::string_view written) const;
    /// The name a writing error away from `written`; empty where none is near.
    std::string_view nearest(std::string_view written) const;
    std::span<const FieldName> all() const { return names_; }

private:
    std::vector<FieldName> names_;
};

}  // namespace dateline::query
