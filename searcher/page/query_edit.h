#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/field_names.h"

/// Changes the text of a query as a reader would who types: what a click does can be seen in the box, and learned.
namespace dateline::page {

/// A value, a date or an exclusion of one that the whole query is restricted by.
struct Restriction {
    std::string text;   ///< as it stands in the query: `-section:"Asia"`
    std::string field;  ///< its canonical name
    bool excludes = false;
    std::string without;  ///< the query without it
};

/// In the order of the query. Restrictions of one alternative or inside parentheses are not the whole query's.
/// Empty for a query that cannot be understood.
std::vector<Restriction> restrictions_of(std::string_view query, const query::FieldNames& fields);

/// `section:=Asia`, `-source:="The Example Courier"`: finds what a facet counts as this value. Only a value with a NUL,
/// or with every kind of closing quote in it, cannot be written so; it is asked for by its words. Fields without exact
/// values (`mentions`) are given the value itself.
std::string restriction(std::string_view field, std::string_view value, bool excludes = false);

/// The query, and the restriction behind it; with parentheses where the query has alternatives. The query itself where
/// it has the restriction already.
std::string with_restriction(std::string_view query, std::string_view restriction, const query::FieldNames& fields);

/// The query with this period, `2012-08` or `2012-08..2012-10`, in place of any other date that restricts all of it;
/// without any where the period is empty.
std::string with_period(std::string_view query, std::string_view period, const query::FieldNames& fields);

}  // namespace dateline::page
