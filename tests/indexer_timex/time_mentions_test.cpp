// What is found in a text about time: the expressions in square brackets, in their order, with type and value.

#include "indexer/timex/time_mentions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/time_interval.h"
#include "common/text/utf8.h"
#include "indexer/timex/words.h"

namespace dateline {

namespace {

struct Row {
    std::string_view text;    ///< expressions in brackets
    std::string_view values;  ///< "DATE 2012-08-29; DURATION P2W"
};

/// A Wednesday.
constexpr CivilDay published{2012, 8, 29};

std::string without_brackets(std::string_view text) {
    std::string plain(text);
    std::erase_if(plain, [](char c) { return c == '[' || c == ']'; });
    return plain;
}

std::string with_brackets(const std::string& text, const std::vector<TimeMention>& mentions) {
    std::string out;
    std::size_t at = 0;
    for (const TimeMention& mention : mentions) {
        out +=
            text.substr(at, mention.begin - at) + '[' + text.substr(mention.begin, mention.end - mention.begin) + ']';
        at = mention.end;
    }
    return out + text.substr(at);
}

std::string values_of(const std::vector<TimeMention>& mentions) {
    std::string out;
    for (const TimeMention& mention : mentions) {
        if (!out.empty()) out += "; ";
        out += std::string(name_of(mention.type)) + ' ' + mention.value;
    }
    return out;
}

void check(std::span<const Row> rows, const TimeContext& context) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::string text = without_brackets(row.text);
        const std::vector<TimeMention> mentions = find_time_mentions(text, context);
        CHECK(with_brackets(text, mentions) == row.text);
        CHECK(values_of(mentions) == row.values);
        for (const TimeMention& mention : mentions) CHECK(is_timex_value(mention.value));
    }
}

constexpr TimeContext english{.published = published};

}  // namespace

TEST_CASE("days as they are written") {
    constexpr std::array rows{
        Row{"It began on [August 29, 2012], at sea.", "DATE 2012-08-29"},
        Row{"It began on [29 August 2012].", "DATE 2012-08-29"},
        Row{"It began on [Wednesday, August 29, 2012].", "DATE 2012-08-29"},
        Row{"It began on [Wednesday 29 August 2012].", "DATE 2012-08-29"},
        Row{"It began on [Aug. 29, 2012].", "DATE 2012-08-29"},
        Row{"It began on [Aug 29 2012].", "DATE 2012-08-29"},
        Row{"It began on [the 29th of August 2012].", "DATE 2012-08-29"},
        Row{"It began on [August 29th, 2012].", "DATE 2012-08-29"},
        Row{"It began on [2012-08-29].", "DATE 2012-08-29"},
        Row{"It began on [29.08.2012].", "DATE 2012-08-29"},
        Row{"It began on [8/29/2012].", "DATE 2012-08-29"},
        Row{"It began on [29/8/2012].", "DATE 2012-08-29"},
        Row{"From [May 3] to [May 5, 1998].", "DATE 1998-05-03; DATE 1998-05-05"},
        Row{"It was open [May 3]-[5, 1998].", "DATE 1998-05-03; DATE 1998-05-05"},
        Row{"It was open from [3] to [5 May 1998].", "DATE 1998-05-03; DATE 1998-05-05"},
        Row{"It was cold on [Feb. 29, 2012].", "DATE 2012-02-29"},
        Row{"No such day: [Feb.] 30, [2012].", "DATE 2012-02; DATE 2012"},
    };
    check(rows, english);
}

TEST_CASE("months, years, decades, centuries") {
    constexpr std::array rows{
        Row{"It came down on [the first of March 1999].", "DATE 1999-03-01"},
        Row{"Since [9/11] and the [2011]/[12] season.", "DATE 2001-09-11; DATE 2011; DATE 2012"},
        Row{"Built in the 5th century BC, or 1000 B.C., it fell.", ""},
        Row{"In [the mid-'90s] and [the late 1980s].", "DATE 199; DATE 198"},
        Row{"They met in [August 1998].", "DATE 1998-08"},
        Row{"They met in [Sept. 1998].", "DATE 1998-09"},
        Row{"They met in [May of 1998].", "DATE 1998-05"},
        Row{"It rained from [May] to [July 2011].", "DATE 2011-05; DATE 2011-07"},
        Row{"It fell in [1998] and [1999].", "DATE 1998; DATE 1999"},
        Row{"The head of the [2000] Olympics left.", "DATE 2000"},
        Row{"A house built in [1789].", "DATE 1789"},
        Row{"It ran from [1990]-[91].", "DATE 1990; DATE 1991"},
        Row{"The Class of ['68] met in ['98].", "DATE 1968; DATE 1998"},
        Row{"By [the year 2020] it will end.", "DATE 2020"},
        Row{"In [nineteen ninety-six] he left, in [two thousand and four] he came back.", "DATE 1996; DATE 2004"},
        Row{"It was fashion in [the 1970s] and ['80s].", "DATE 197; DATE 198"},
        Row{"Since [the early 1990s] it has grown.", "DATE 199"},
        Row{"It was [the nineties].", "DATE 199"},
        Row{"In [the late 19th century] and [the 20th century].", "DATE 18; DATE 19"},
        Row{"In [mid-1996] and [mid-November].", "DATE 1996; DATE 2011-11"},
        Row{"It opened in [the summer of 1978].", "DATE 1978-SU"},
        Row{"[The end of 1990] was near.", "DATE 1990"},
        Row{"It opened in [the first half of 2012].", "DATE 2012-H1"},
        Row{"He died on [Christmas Eve 1989].", "DATE 1989-12-24"},
        Row{"He was found [last Thanksgiving].", "DATE 2011-11-24"},
        Row{"On [Labor Day], [Veterans Day 2009], [Memorial Day 2012] and [Election Day 2008].",
            "DATE 2012-09-03; DATE 2009-11-11; DATE 2012-05-28; DATE 2008-11-04"},
        Row{"They met at [Easter 2012].", "DATE 2012-04-08"},
    };
    check(rows, english);
}

TEST_CASE("a weekday goes by the tense, and back where there is none") {
    constexpr std::array rows{
        Row{"The court said [Wednesday] that it had been open [Thursday].", "DATE 2012-08-29; DATE 2012-08-23"},
        Row{"The court will meet on [Thursday].", "DATE 2012-08-30"},
        Row{"The court is scheduled to meet [Monday].", "DATE 2012-09-03"},
        Row{"The offer was due to expire [Monday].", "DATE 2012-08-27"},
        Row{"He was not expected to rule until [Thursday].", "DATE 2012-08-30"},
        Row{"The first mass is on [Sunday].", "DATE 2012-09-02"},
        Row{"The court won't meet on [Thursday], and it didn't on [Friday].", "DATE 2012-08-30; DATE 2012-08-24"},
        Row{"Talks were set to last [a few days], continuing on [Thursday].", "DURATION PXD; DATE 2012-08-30"},
        Row{"On [Tuesday], the court ruled.", "DATE 2012-08-28"},
        Row{"The [Tuesday] ruling.", "DATE 2012-08-28"},
        Row{"He left [last Wednesday] and is back [next Friday].", "DATE 2012-08-22; DATE 2012-08-31"},
        Row{"It was [Friday last week].", "DATE 2012-08-24"},
    };
    check(rows, english);
}

TEST_CASE("a month or day without a year is the nearest that fits") {
    constexpr std::array rows{
        Row{"Prices fell in [June].", "DATE 2012-06"},
        Row{"Prices fell in [November].", "DATE 2011-11"},
        Row{"It will open in [January].", "DATE 2013-01"},
        Row{"It was signed on [Nov. 25].", "DATE 2011-11-25"},
        Row{"It will be paid on [Jan. 3].", "DATE 2013-01-03"},
        Row{"He left [last December].", "DATE 2011-12"},
        Row{"He left [last February] and [January this year].", "DATE 2012-02; DATE 2012-01"},
    };
    check(rows, english);
}

TEST_CASE("days and periods seen from the day of publication") {
    constexpr std::array rows{
        Row{"[Today], [yesterday], [tomorrow].", "DATE 2012-08-29; DATE 2012-08-28; DATE 2012-08-30"},
        Row{"It was [the day before yesterday].", "DATE 2012-08-27"},
        Row{"[Last week], [this week], [next week].", "DATE 2012-W34; DATE 2012-W35; DATE 2012-W36"},
        Row{"[Last month], [this year], [next year].", "DATE 2012-07; DATE 2012; DATE 2013"},
        Row{"[Earlier this month] and [late last year].", "DATE 2012-08; DATE 2011"},
        Row{"It closed [this summer], after [last fall] and [last winter].",
            "DATE 2012-SU; DATE 2011-FA; DATE 2011-WI"},
        Row{"He left [two weeks ago].", "DATE 2012-W33"},
        Row{"He left [three days ago].", "DATE 2012-08-26"},
        Row{"He left [five years ago].", "DATE 2007"},
        Row{"He left [almost four years ago].", "DATE 2008"},
        Row{"He left [a month ago].", "DATE 2012-07"},
        Row{"He left [several years ago].", "DATE PAST_REF"},
        Row{"Back in [two weeks' time], or in [a month's time].", "DATE 2012-W37; DATE 2012-09"},
        Row{"Seen [the other day] and [long ago].", "DATE PAST_REF; DATE PAST_REF"},
        Row{"It ended over [the weekend].", "DATE 2012-W34-WE"},
        Row{"In [March 2011] it rose; [the following month] it fell.", "DATE 2011-03; DATE 2011-04"},
        Row{"In [2005] it rose from [a year earlier].", "DATE 2005; DATE 2004"},
        Row{"It is [now] open, as [recently] said.", "DATE PRESENT_REF; DATE PAST_REF"},
        Row{"In [the past] he feared [the future].", "DATE PAST_REF; DATE FUTURE_REF"},
    };
    check(rows, english);
}

TEST_CASE("quarters and fiscal years, as companies report") {
    constexpr std::array rows{
        Row{"Net fell in [the second quarter], from [a year ago].", "DATE 2012-Q2; DATE 2011-Q2"},
        Row{"In [the second quarter] it lost money; for [the first six months] it earned more than [a year earlier].",
            "DATE 2012-Q2; DURATION P6M; DATE 2011"},
        Row{"In [2005] he was jailed for [six months], [a year earlier] for two.",
            "DATE 2005; DURATION P6M; DATE 2004"},
        Row{"A [third-quarter] loss will follow.", "DATE 2012-Q3"},
        Row{"Sales in [the third quarter of 2011] fell.", "DATE 2011-Q3"},
        Row{"In [Q2] and [Q3 2011] it fell, in [FY 2010] it rose.", "DATE 2012-Q2; DATE 2011-Q3; DATE 2010"},
        Row{"In [fiscal 2011] it earned more.", "DATE 2011"},
        Row{"It lost money in [the 2010 second quarter].", "DATE 2010-Q2"},
    };
    check(rows, english);
}

TEST_CASE("times and parts of a day") {
    constexpr std::array rows{
        Row{"He left [Friday night].", "TIME 2012-08-24TNI"},
        Row{"He left [this morning] or [last night].", "TIME 2012-08-29TMO; TIME 2012-08-28TNI"},
        Row{"It ends at [5 p.m. EST, Nov. 6].", "TIME 2012-11-06T17:00"},
        Row{"It ended at [8:30 a.m. Friday].", "TIME 2012-08-24T08:30"},
        Row{"It ended [Monday] at [10 p.m.] sharp.", "DATE 2012-08-27; TIME 2012-08-27T22:00"},
        Row{"It ended at [14:30 GMT].", "TIME 2012-08-29T14:30"},
        Row{"He came at [3:30 Monday afternoon].", "TIME 2012-08-27T15:30"},
        Row{"It ended at [noon].", "TIME 2012-08-29T12:00"},
        Row{"He rose at [4 in the morning].", "TIME 2012-08-29T04:00"},
    };
    check(rows, english);
}

TEST_CASE("durations") {
    constexpr std::array rows{
        Row{"It took [two weeks].", "DURATION P2W"},
        Row{"It took [about 10 days].", "DURATION P10D"},
        Row{"It took [more than two and a half years].", "DURATION P2Y6M"},
        Row{"It took [5 1/2 hours].", "DURATION PT5H30M"},
        Row{"It took [an hour].", "DURATION PT1H"},
        Row{"It took [an hour and a half].", "DURATION PT1H30M"},
        Row{"It took [two hours and 27 minutes] or [a year and three months].", "DURATION PT2H27M; DURATION P1Y3M"},
        Row{"It took [two days, 4 hours].", "DURATION P2DT4H"},
        Row{"It is planned to last [four years].", "DURATION P4Y"},
        Row{"It took [half an hour].", "DURATION PT30M"},
        Row{"A [10-year] note and a [twenty-five-year] one.", "DURATION P10Y; DURATION P25Y"},
        Row{"For [years] it took [several months].", "DURATION PXY; DURATION PXM"},
        Row{"In [the past two decades].", "DURATION P20Y"},
        Row{"In [the first nine months] it fell.", "DURATION P9M"},
        Row{"It takes [two] to [six days].", "DURATION P2D; DURATION P6D"},
        Row{"It runs [60-70 hours].", "DURATION PT60H"},
        Row{"He spent [years] at sea; [months] later he left.", "DURATION PXY; DURATION PXM"},
        Row{"The rent rose for [four consecutive months].", "DURATION P4M"},
    };
    check(rows, english);
}

TEST_CASE("sets") {
    constexpr std::array rows{
        Row{"They meet [every week] and march [each July].", "SET P1W; SET XXXX-07"},
        Row{"A [daily] tally, a [weekly] address.", "SET P1D; SET P1W"},
        Row{"They sell 50,000 cars [a year] at $29.95 [a month].", "SET P1Y; SET P1M"},
        Row{"They meet on [Mondays].", "SET XXXX-WXX-1"},
    };
    check(rows, english);
}

TEST_CASE("what looks like a time and is none") {
    constexpr std::array rows{
        Row{"There were 1,200 of them, and 2000 people.", ""},
        Row{"He may march to the second sun, they may fall.", ""},
        Row{"Theresa May said so. May he come?", ""},
        Row{"Sun Microsystems and the Sunday Times.", ""},
        Row{"A 52-year-old man, 30 years old.", ""},
        Row{"It cost $1998 for No. 1999.", ""},
        Row{"They won 21:19 and read John 3:16.", ""},
        Row{"A screen of 1920×1080 or 1920x1080, 1080 by 1920 pixels, 1900+ servers.", ""},
        Row{"Over 1000 five-star ratings.", ""},
        Row{"The Game of the Year, player of the year, in USA TODAY and 60 Minutes.", ""},
        Row{"About 1998 shares.", ""},
        Row{"Second place, the second-largest bank.", ""},
        Row{"In his twenties he wrote the Daily News.", ""},
    };
    check(rows, english);
}

TEST_CASE("a winter goes by the year it begins in") {
    constexpr std::array rows{Row{"Snow fell [this winter].", "DATE 2012-WI"}};
    check(rows, {.published = CivilDay{2013, 1, 20}});
}

TEST_CASE("without a day of publication what hangs on it is open") {
    constexpr std::array rows{
        Row{"He left [Friday], [yesterday], [last week], in [March], [this year].",
            "DATE XXXX-WXX-5; DATE XXXX-XX-XX; DATE XXXX-WXX; DATE XXXX-03; DATE XXXX"},
        Row{"He left on [March 3]. He left on [March 3, 1998].", "DATE XXXX-03-03; DATE 1998-03-03"},
    };
    check(rows, {});
}

TEST_CASE("an article of which only the month or the year is known") {
    constexpr std::array month{
        Row{"On [April 14] it rose, [last month] it fell, [yesterday] it stood, since [last year].",
            "DATE 2010-04-14; DATE 2010-03; DATE XXXX-XX-XX; DATE 2009"},
    };
    check(month, {.published = CivilDay{2010, 4, 30}, .precision = Precision::month});
    constexpr std::array year{
        Row{"On [March 1] it rose, [last month] it fell, since [last year].",
            "DATE 1999-03-01; DATE XXXX-XX; DATE 1998"},
    };
    check(year, {.published = CivilDay{1999, 12, 31}, .precision = Precision::year});
}

TEST_CASE("dates of texts in other languages") {
    constexpr std::array german{
        Row{"Am [Mittwoch, 29. August 2012], kam er.", "DATE 2012-08-29"},
        Row{"Seit [29. August] und dem [3.5.1998].", "DATE 2012-08-29; DATE 1998-05-03"},
        Row{"Im [Mai 1998] und im [März], seit [1998].", "DATE 1998-05; DATE 2012-03; DATE 1998"},
        Row{"In den [1970er Jahren].", "DATE 197"},
        Row{"Vom [3.] bis [5. Mai 1998].", "DATE 1998-05-03; DATE 1998-05-05"},
    };
    check(german, {.published = published, .language = "de"});
    constexpr std::array french{
        Row{"Le [mercredi 29 août 2012], il est venu.", "DATE 2012-08-29"},
        Row{"Le [1er mai] et en [juin 1998], en [1999].", "DATE 2012-05-01; DATE 1998-06; DATE 1999"},
    };
    check(french, {.published = published, .language = "fr"});
    constexpr std::array spanish{
        Row{"El [miércoles, 29 de agosto de 2012], vino.", "DATE 2012-08-29"},
        Row{"Del [3] al [5 de septiembre].", "DATE 2012-09-03; DATE 2012-09-05"},
        Row{"En [mayo de 1998], en [junio], en [1999].", "DATE 1998-05; DATE 2012-06; DATE 1999"},
    };
    check(spanish, {.published = published, .language = "es"});
    constexpr std::array japanese{
        Row{"[2002年9月17日]と[10月15日]、[1978年]。", "DATE 2002-09-17; DATE 2012-10-15; DATE 1978"},
    };
    check(japanese, {.published = published, .language = "ja"});
    constexpr std::array no_dates{Row{"Am Ende des Krieges, am 1. des Monats.", ""}};
    check(no_dates, {.published = published, .language = "de"});
}

TEST_CASE("any words in any order: offsets in order, on code points, values valid") {
    std::mt19937 random(20120829);
    const std::array<std::string_view, 12> others{" ",    "\n\n", "é", "“",  "’s ",   "99999999999999999999 ",
                                                  "1998", "0",    "-", "31", "12:30", "Zürich "};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            const bool known = random() % 3 != 0;
            const auto id = static_cast<timex::WordId>(random() % timex::word_count());
            std::string word(known ? timex::word(id).text : others.at(random() % others.size()));
            if (!word.empty() && word.front() >= 'a' && word.front() <= 'z' && random() % 2 == 0)
                word.front() = static_cast<char>(word.front() - 'a' + 'A');
            text += word;
            if (known && random() % 5 != 0) text += ' ';
        }
        CAPTURE(text);
        for (const std::string_view language : {"en", "de"}) {
            std::size_t end = 0;
            for (const TimeMention& mention :
                 find_time_mentions(text, {.published = published, .language = language})) {
                REQUIRE(mention.begin >= end);
                REQUIRE(mention.end > mention.begin);
                REQUIRE(mention.end <= text.size());
                REQUIRE(valid_utf8_prefix(text.substr(mention.begin, mention.end - mention.begin)) ==
                        mention.end - mention.begin);
                REQUIRE(is_timex_value(mention.value));
                end = mention.end;
            }
        }
    }
}

}  // namespace dateline
