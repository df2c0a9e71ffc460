#pragma once

#include "searcher/query/field_names.h"

namespace dateline::query::tests {

/// The names that queries of these tests may use.
inline const FieldNames& test_fields() {
    static const FieldNames fields({
        {"title", "title", FieldKind::text},
        {"headline", "title", FieldKind::text},
        {"lead", "lead", FieldKind::text},
        {"hlead", "hlead", FieldKind::text},
        {"body", "body", FieldKind::text},
        {"caption", "caption", FieldKind::text},
        {"author", "author", FieldKind::text},
        {"byline", "author", FieldKind::text},
        {"source", "source", FieldKind::keyword},
        {"section", "section", FieldKind::keyword},
        {"lang", "language", FieldKind::keyword},
        {"language", "language", FieldKind::keyword},
        {"agency", "agency", FieldKind::keyword},
        {"id", "id", FieldKind::keyword, true},
        {"url", "url", FieldKind::keyword, true},
        {"person", "person", FieldKind::keyword, false, true},
        {"place", "place", FieldKind::keyword, false, true},
        {"mentions", "mentions", FieldKind::date, false, true},
        {"date", "date", FieldKind::date},
        {"before", "date", FieldKind::date},
        {"after", "date", FieldKind::date},
    });
    return fields;
}

}  // namespace dateline::query::tests
