#pragma once

#include <optional>
#include <string_view>

/// What country a name by itself tells, by the tables countries.tsv (written by hand) and places.tsv (made from
/// GeoNames and ISO 3166-2). Case, diacritics and full stops do not matter. Countries have their usual names; they are
/// those of today, and former states where a text names them (`Soviet`). Cities are in today's countries.
namespace dateline {

/// The country a place lies in or is: `Japan` for `Japan`, `Tokyo` and `Hokkaido`. Nothing for names that no table
/// has, and for those that several countries have alike.
std::optional<std::string_view> country_of_place(std::string_view name);

/// The country that an adjective or a name of its people tells: `Japan` for `Japanese`, `United States` for
/// `Americans`.
std::optional<std::string_view> country_of_nationality(std::string_view name);

}  // namespace dateline
