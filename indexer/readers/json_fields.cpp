#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/folding.h"
#include "indexer/readers/known_names.h"

namespace dateline {

namespace {

/// A known name with its place in the order of preference.
struct RankedName {
    std::string_view name;
    FieldKind kind = FieldKind::id;
    unsigned rank = 0;
};

/// By name, for a binary search.
constexpr auto sorted_names = [] {
    std::array<RankedName, known_names.size()> sorted;
    for (unsigned rank = 0; rank < known_names.size(); ++rank) {
        sorted[rank] = {known_names[rank].name, known_names[rank].kind, rank};
    }
    std::ranges::sort(sorted, {}, &RankedName::name);
    return sorted;
}();

struct OwnName {
    std::string_view name;
    FieldKind kind;
};

/// The left side of a field map.
constexpr std::array<OwnName, field_kind_count> own_names{{
    {"id", FieldKind::id},
    {"title", FieldKind::title},
    {"lead", FieldKind::lead},
    {"body", FieldKind::body},
    {"url", FieldKind::url},
    {"author", FieldKind::author},
    {"agency", FieldKind::agency},
    {"source", FieldKind::source},
    {"section", FieldKind::section},
    {"language", FieldKind::language},
    {"published", FieldKind::published},
    {"caption", FieldKind::caption},
}};

/// A field of a nested object counts only where none stands at the top.
constexpr unsigned nested_rank = 1000;

FieldKind own_kind(std::string_view name) {
    const auto* const found = std::ranges::find(own_names, name, &OwnName::name);
    if (found != own_names.end()) {
        return found->kind;
    }
    std::string known;
    for (const OwnName& own : own_names) {
        known += (known.empty() ? "" : ", ") + std::string(own.name);
    }
    throw UsageError("there is no field `" + std::string(name) + "`; fields are " + known);
}

std::uint32_t bit_of(FieldKind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }

}  // namespace

std::string plain_field_name(std::string_view name) {
    std::string plain;
    bool ascii = true;
    for (const char c : name) {
        if (c != '_' && c != '-' && c != ' ') {
            plain.push_back(lower_ascii(c));
        }
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    }
    return ascii ? plain : fold(plain);
}

FieldNames::FieldNames(const std::map<std::string, std::string>& field_map) {
    for (const auto& [own, theirs] : field_map) {
        const FieldKind kind = own_kind(own);
        chosen_.emplace(theirs, kind);
        chosen_kinds_ |= bit_of(kind);
    }
}

std::optional<FieldMatch> FieldNames::find(std::string_view path, bool nested) const {
    if (const auto chosen = chosen_.find(path); chosen != chosen_.end()) {
        return FieldMatch{chosen->second, 0};
    }
    const std::string plain = plain_field_name(path.substr(path.rfind('.') + 1));
    const auto* const known = std::ranges::lower_bound(sorted_names, std::string_view(plain), {}, &RankedName::name);
    if (known == sorted_names.end() || known->name != plain || (chosen_kinds_ & bit_of(known->kind)) != 0) {
        return std::nullopt;
    }
    return FieldMatch{known->kind, nested ? known->rank + nested_rank : known->rank};
}

bool FieldNames::reaches_into(std::string_view path) const {
    return std::ranges::any_of(chosen_, [path](const auto& chosen) {
        const std::string_view name = chosen.first;
        return name.size() > path.size() && name.substr(0, path.size()) == path && name[path.size()] == '.';
    });
}

}  // namespace dateline
