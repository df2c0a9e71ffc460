#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <array>

#include "common/error.h"

namespace dateline {

namespace {

struct KnownName {
    std::string_view name;  ///< lower case, without `_` and `-`
    FieldKind kind;
};

/// In order of preference within a kind. Dates of change (`updated`, `modified`) are no dates of publication and so
/// are not here.
constexpr std::array known_names{
    KnownName{"id", FieldKind::id},
    KnownName{"docno", FieldKind::id},
    KnownName{"docid", FieldKind::id},
    KnownName{"guid", FieldKind::id},
    KnownName{"uid", FieldKind::id},
    KnownName{"articleid", FieldKind::id},
    KnownName{"uri", FieldKind::id},

    KnownName{"title", FieldKind::title},
    KnownName{"headline", FieldKind::title},
    KnownName{"webtitle", FieldKind::title},
    KnownName{"heading", FieldKind::title},
    KnownName{"head", FieldKind::title},

    KnownName{"lead", FieldKind::lead},
    KnownName{"standfirst", FieldKind::lead},
    KnownName{"trailtext", FieldKind::lead},
    KnownName{"description", FieldKind::lead},
    KnownName{"summary", FieldKind::lead},
    KnownName{"abstract", FieldKind::lead},
    KnownName{"excerpt", FieldKind::lead},
    KnownName{"leadparagraph", FieldKind::lead},

    KnownName{"body", FieldKind::body},
    KnownName{"bodytext", FieldKind::body},
    KnownName{"articlebody", FieldKind::body},
    KnownName{"text", FieldKind::body},
    KnownName{"maintext", FieldKind::body},
    KnownName{"fulltext", FieldKind::body},
    KnownName{"content", FieldKind::body},
    KnownName{"paragraphs", FieldKind::body},

    KnownName{"url", FieldKind::url},
    KnownName{"weburl", FieldKind::url},
    KnownName{"link", FieldKind::url},
    KnownName{"canonicalurl", FieldKind::url},
    KnownName{"permalink", FieldKind::url},

    KnownName{"authors", FieldKind::author},
    KnownName{"author", FieldKind::author},
    KnownName{"byline", FieldKind::author},
    KnownName{"creator", FieldKind::author},

    KnownName{"agencies", FieldKind::agency},
    KnownName{"agency", FieldKind::agency},

    KnownName{"source", FieldKind::source},
    KnownName{"publisher", FieldKind::source},
    KnownName{"newspaper", FieldKind::source},
    KnownName{"publication", FieldKind::source},
    KnownName{"outlet", FieldKind::source},
    KnownName{"sitename", FieldKind::source},
    KnownName{"provider", FieldKind::source},

    KnownName{"section", FieldKind::section},
    KnownName{"sectionname", FieldKind::section},
    KnownName{"articlesection", FieldKind::section},
    KnownName{"category", FieldKind::section},
    KnownName{"categories", FieldKind::section},
    KnownName{"desk", FieldKind::section},
    KnownName{"newsdesk", FieldKind::section},

    KnownName{"language", FieldKind::language},
    KnownName{"lang", FieldKind::language},
    KnownName{"inlanguage", FieldKind::language},

    KnownName{"published", FieldKind::published},
    KnownName{"publishedat", FieldKind::published},
    KnownName{"datepublished", FieldKind::published},
    KnownName{"webpublicationdate", FieldKind::published},
    KnownName{"publicationdate", FieldKind::published},
    KnownName{"publishdate", FieldKind::published},
    KnownName{"pubdate", FieldKind::published},
    KnownName{"firstpublished", FieldKind::published},
    KnownName{"date", FieldKind::published},
    KnownName{"datetime", FieldKind::published},
    KnownName{"timestamp", FieldKind::published},
    KnownName{"time", FieldKind::published},

    KnownName{"captions", FieldKind::caption},
    KnownName{"caption", FieldKind::caption},
};

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

/// `pub_date`, `pubDate` and `PubDate` are one name.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            plain.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if (c != '_' && c != '-') {
            plain.push_back(c);
        }
    }
    return plain;
}

std::uint32_t bit_of(FieldKind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }

}  // namespace

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
    const std::string plain = plain_name(path.substr(path.rfind('.') + 1));
    const auto* const known = std::ranges::find(known_names, std::string_view(plain), &KnownName::name);
    if (known == known_names.end() || (chosen_kinds_ & bit_of(known->kind)) != 0) {
        return std::nullopt;
    }
    const auto rank = static_cast<unsigned>(known - known_names.begin());
    return FieldMatch{known->kind, nested ? rank + nested_rank : rank};
}

bool FieldNames::reaches_into(std::string_view path) const {
    return std::ranges::any_of(chosen_, [path](const auto& chosen) {
        const std::string_view name = chosen.first;
        return name.size() > path.size() && name.substr(0, path.size()) == path && name[path.size()] == '.';
    });
}

}  // namespace dateline
