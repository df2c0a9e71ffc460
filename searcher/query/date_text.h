#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/date_tokens.h"
#include "common/dates/present.h"
#include "searcher/query/ast.h"

namespace dateline::query {

/// The text of one period as its words and numbers, each of which knows where in the query it stands. Of signs, only
/// hyphens, commas and dots between them are allowed; they, "of" and "de", and the ending of "29th" say nothing. Used
/// by date_period and what it is made of.
class DateText {
public:
    /// Keeps references to all three.
    DateText(std::string_view query, Span where, const Present& present);

    const Present& present() const { return present_; }
    std::string_view text() const { return query_.substr(where_.begin, where_.end - where_.begin); }

    /// The kinds of the items in order: "nwn", a number, a word and a number, for `29 August 2012`. Empty where there
    /// are other signs, and where the text is longer than dates are.
    const std::string& shape() const { return shape_; }
    /// Nothing but hyphens, or nothing at all, stands between the items.
    bool is_tight() const { return tight_; }
    const DateToken& operator[](std::size_t item) const { return items_[item]; }
    std::string_view written(std::size_t item) const;

    /// The year an item names. Throws where it has no four digits or is out of reach.
    int year(std::size_t item) const;
    unsigned month(std::size_t item) const;
    CivilDay day(std::size_t item, int year, unsigned month) const;

    /// Throws QueryError at one item, or at the whole.
    [[noreturn]] void fail(std::size_t item, const std::string& message, const std::string& proposal) const;
    [[noreturn]] void fail(const std::string& message, const std::string& proposal) const;

private:
    std::string_view query_;
    Span where_;
    const Present& present_;
    std::vector<DateToken> items_;
    std::string shape_;
    bool tight_ = true;
};

}  // namespace dateline::query
