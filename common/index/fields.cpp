#include "common/index/fields.h"

#include <algorithm>
#include <utility>

#include "common/dates/time_interval.h"
#include "common/gazetteer/countries.h"

namespace dateline {
namespace {

using enum FieldKind;

using Values = std::vector<std::string>;

/// A member that holds one value, empty for none.
template <std::string Article::*member>
Values get_one(const Article& article) {
    return (article.*member).empty() ? Values{} : Values{article.*member};
}

template <std::string Article::*member>
void set_one(Article& article, Values values) {
    article.*member = values.empty() ? std::string() : std::move(values.front());
}

template <Values Article::*member>
Values get_all(const Article& article) {
    return article.*member;
}

template <Values Article::*member>
void set_all(Article& article, Values values) {
    article.*member = std::move(values);
}

/// `2012` for what lies in one year and is a year at most. Of a week or winter that reaches into the next it is the
/// year that names it.
std::string year_of_timex(std::string_view value) {
    const auto interval = interval_of_timex(value);
    const bool in_a_year = interval && interval->precision >= TimePrecision::year;
    return std::string(in_a_year ? value.substr(0, 4) : std::string_view());
}

/// The country of a place or a nationality.
std::optional<std::string_view> country_told_by(std::string_view part, std::string_view name) {
    return part == "place" ? country_of_place(name) : country_of_nationality(name);
}

const std::vector<Field>& table() {
    static const std::vector<Field> rows{
        {.name = "title",
         .aliases = {"headline"},
         .kind = text,
         .text_field = TextField::title,
         .help = "words of the headline"},
        {.name = "lead",
         .kind = text,
         .text_field = TextField::lead,
         .help = "words of the standfirst, or of the first paragraph"},
        {.name = "hlead",
         .kind = text,
         .text_field = TextField::title,
         .more_texts = mask_of(TextField::lead),
         .help = "words of the headline or the lead"},
        {.name = "body", .kind = text, .text_field = TextField::body, .help = "words of the text after the lead"},
        {.name = "caption",
         .kind = text,
         .text_field = TextField::caption,
         .help = "words of captions and picture credits"},
        {.name = "date", .aliases = {"on", "before", "after"}, .kind = date, .help = "publication date"},
        {.name = "author",
         .aliases = {"byline"},
         .kind = keyword,
         .prefix = "A",
         .column = 0,
         .one_valued = false,
         .facet = true,
         .help = "a name in the byline, or initials of the signature",
         .values = get_all<&Article::authors>,
         .assign = set_all<&Article::authors>},
        {.name = "source",
         .kind = keyword,
         .prefix = "XSRC",
         .column = 1,
         .facet = true,
         .help = "newspaper, site or agency",
         .values = get_one<&Article::source>,
         .assign = set_one<&Article::source>},
        {.name = "section",
         .kind = keyword,
         .prefix = "XSEC",
         .column = 2,
         .facet = true,
         .help = "section or category",
         .values = get_one<&Article::section>,
         .assign = set_one<&Article::section>},
        {.name = "language",
         .aliases = {"lang"},
         .kind = keyword,
         .prefix = "L",
         .column = 3,
         .facet = true,
         .help = "ISO 639-1 code of the language",
         .values = get_one<&Article::language>,
         .assign = set_one<&Article::language>},
        {.name = "agency",
         .kind = keyword,
         .prefix = "XAGY",
         .column = 4,
         .one_valued = false,
         .facet = true,
         .help = "news agency named in signature or dateline",
         .values = get_all<&Article::agencies>,
         .assign = set_all<&Article::agencies>},
        {.name = "person",
         .aliases = {"people", "persons"},
         .kind = keyword,
         .column = 5,
         .one_valued = false,
         .placed = true,
         .facet = true,
         .help = "somebody the text names, by the usual name"},
        {.name = "org",
         .aliases = {"organization", "organisation", "company"},
         .kind = keyword,
         .column = 6,
         .one_valued = false,
         .placed = true,
         .facet = true,
         .help = "an organization the text names"},
        {.name = "place",
         .aliases = {"location", "city"},
         .kind = keyword,
         .column = 7,
         .one_valued = false,
         .placed = true,
         .facet = true,
         .help = "a place the text names"},
        {.name = "misc",
         .aliases = {"topic"},
         .kind = keyword,
         .column = 8,
         .one_valued = false,
         .placed = true,
         .facet = true,
         .help = "another name in the text: a nationality, event, work or product"},
        {.name = "country",
         .kind = keyword,
         .one_valued = false,
         .placed = true,
         .parts = {"place", "misc"},
         .told_by = country_told_by,
         .facet = true,
         .help = "a country that a place or nationality in the text tells: Tokyo and Japanese tell Japan"},
        {.name = "entity",
         .aliases = {"name"},
         .kind = keyword,
         .one_valued = false,
         .placed = true,
         .parts = {"person", "org", "place", "misc"},
         .help = "any name in the text: of a person, an organization, a place or another thing"},
        {.name = "mentions",
         .aliases = {"mentioned"},
         .kind = mentioned,
         .column = 9,
         .one_valued = false,
         .placed = true,
         .facet = true,
         .facet_name = "mentioned-year",
         .counted_as = year_of_timex,
         .help = "a time the text speaks of, whenever it was published: 2002, 1970s, 2012-08..2012-09"},
        {.name = "id", .kind = stored, .prefix = "Q", .help = "the article's id"},
        {.name = "site", .kind = site, .help = "host of the web address, or a domain it lies in"},
        {.name = "url", .kind = address, .help = "the web address, or a part of it"},
        {.name = "datefrom", .kind = date_source, .help = "where the date was found, or a part of it: url, json-ld"},
    };
    return rows;
}

}  // namespace

std::span<const Field> fields() { return table(); }

const Field* find_field(std::string_view name) {
    const auto has_name = [&](const Field& field) {
        return field.name == name || std::find(field.aliases.begin(), field.aliases.end(), name) != field.aliases.end();
    };
    const auto found = std::find_if(table().begin(), table().end(), has_name);
    return found == table().end() ? nullptr : &*found;
}

std::span<const Field* const> keyword_columns() {
    static const std::vector<const Field*> columns = [] {
        std::vector<const Field*> found;
        for (const Field& field : table()) {
            if (field.column >= 0) found.push_back(&field);
        }
        std::sort(found.begin(), found.end(), [](const Field* a, const Field* b) { return a->column < b->column; });
        return found;
    }();
    return columns;
}

}  // namespace dateline
