#include "indexer/timex/written_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/dates/date_tokens.h"
#include "common/dates/month_names.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/tokens.h"

namespace dateline::timex {

namespace {

constexpr int first_year_read = 1000;
constexpr int last_year_read = 2199;

class WrittenDates {
public:
    WrittenDates(std::string_view text, const TimeContext& context)
        : tokens_(date_tokens(text)),
          nothing_({}, {}),
          frame_(nothing_, context.published, context.precision),
          language_(context.language) {}

    std::vector<TimeMention> run() {
        std::vector<TimeMention> mentions;
        for (std::size_t at = 0; at < tokens_.size();) {
            auto found = date_at(at);
            if (!found) {
                ++at;
                continue;
            }
            mentions.push_back(
                {TimexType::date, std::move(found->value), tokens_[found->begin].begin, tokens_[found->end - 1].end});
            at = found->end;
        }
        return mentions;
    }

private:
    struct Found {
        std::string value;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    std::optional<Found> date_at(std::size_t at) const {
        const std::size_t begin = at;
        if (tokens_[at].kind == DateToken::Kind::word && tokens_[at].word.size() > 3 && is_weekday(tokens_[at].word)) {
            ++at;
            if (tokens_[at].is_sign(',') || tokens_[at].is_sign('.')) ++at;
            at = skip_words(at);
        }
        auto found = han(at);
        if (!found) found = numeric(at);
        if (!found) found = day_and_month(at);
        if (!found) found = first_of_range(at);
        if (!found && at == begin) found = month_and_year(at);
        if (!found && at == begin) found = year_alone(at);
        if (found) found->begin = begin;
        return found;
    }

    bool is_year(std::size_t at) const {
        const DateToken& token = tokens_[at];
        return token.is_number() && token.digits == 4 && token.number >= first_year_read &&
               token.number <= last_year_read;
    }

    /// Behind words that link the parts of a date.
    std::size_t skip_words(std::size_t at) const {
        constexpr std::array<std::string_view, 8> links{"de", "del", "den", "dem", "der", "le", "el", "di"};
        return std::ranges::find(links, tokens_[at].word) != links.end() ? at + 1 : at;
    }

    std::optional<Found> day(int year, unsigned month, int day, std::size_t at, std::size_t end) const {
        if (day < 1 || month < 1 || month > 12 || static_cast<unsigned>(day) > days_in_month(year, month))
            return std::nullopt;
        return Found{day_value({year, month, static_cast<unsigned>(day)}), at, end};
    }

    /// `29.08.2012`, `29/8/2012`, `2012-08-29`.
    std::optional<Found> numeric(std::size_t at) const {
        const DateToken& first = tokens_[at];
        const DateToken& second = tokens_[at + 2];
        const DateToken& third = tokens_[at + 4];
        if (!first.is_number() || !second.is_number() || !third.is_number()) return std::nullopt;
        const std::string& sign = tokens_[at + 1].word;
        if (sign != tokens_[at + 3].word || (sign != "." && sign != "/" && sign != "-")) return std::nullopt;
        if (is_year(at) && sign == "-")
            return day(first.number, static_cast<unsigned>(second.number), third.number, at, at + 5);
        if (!is_year(at + 4) || second.number > 12) return std::nullopt;
        return day(third.number, static_cast<unsigned>(second.number), first.number, at, at + 5);
    }

    /// `2012年8月29日`, `2012年8月`, `2012年`, `8月29日`.
    std::optional<Found> han(std::size_t at) const {
        if (!tokens_[at].is_number()) return std::nullopt;
        const bool with_year = is_year(at) && tokens_[at + 1].is_word("年");
        const std::size_t month_at = with_year ? at + 2 : at;
        const bool with_month = tokens_[month_at].is_number() && tokens_[month_at + 1].is_word("月") &&
                                tokens_[month_at].number >= 1 && tokens_[month_at].number <= 12;
        if (!with_month)
            return with_year ? std::optional(Found{year_value(tokens_[at].number), at, at + 2}) : std::nullopt;
        const int month = tokens_[month_at].number;
        const bool with_day = tokens_[month_at + 2].is_number() && tokens_[month_at + 3].is_word("日");
        if (!with_day)
            return with_year ? std::optional(Found{month_value(tokens_[at].number, month), at, at + 4}) : std::nullopt;
        const int day_number = tokens_[month_at + 2].number;
        const int year = with_year ? tokens_[at].number : frame_.year_of(month, day_number, Tense::unknown);
        auto found = day(year, static_cast<unsigned>(month), day_number, at, month_at + 4);
        if (found && !with_year && !frame_.knows(Precision::year)) found->value.replace(0, 4, "XXXX");
        return found;
    }

    std::optional<unsigned> month(std::size_t at) const {
        const DateToken& token = tokens_[at];
        if (token.kind != DateToken::Kind::word) return std::nullopt;
        // Short forms are words of other languages, too: "Ende des", "en mar".
        const bool full = token.word.size() > 3 || token.word == "mai";
        const bool marked = tokens_[at + 1].is_sign('.') || is_year(at + 1);
        return (full || marked) && token.word != "des" ? month_named(token.word) : std::nullopt;
    }

    std::optional<Found> day_and_month(std::size_t at) const {
        const DateToken& number = tokens_[at];
        if (!number.is_number() || number.digits > 2 || number.number < 1 || number.number > 31) return std::nullopt;
        std::size_t next = at + 1;
        constexpr std::array<std::string_view, 5> marks{".", "er", "º", "°", "ª"};
        if (std::ranges::find(marks, tokens_[next].word) != marks.end()) ++next;
        next = skip_words(next);
        const auto month_number = month(next);
        if (!month_number || !tokens_[next].space_before) return std::nullopt;
        std::size_t end = next + 1;
        next = end;
        if (tokens_[next].is_sign('.') || tokens_[next].is_sign(',')) ++next;
        next = skip_words(next);
        if (is_year(next)) return day(tokens_[next].number, *month_number, number.number, at, next + 1);
        const int year = frame_.year_of(static_cast<int>(*month_number), number.number, Tense::unknown);
        auto found = day(year, *month_number, number.number, at, end);
        if (found && !frame_.knows(Precision::year)) found->value.replace(0, 4, "XXXX");
        return found;
    }

    /// The first day of "3. bis 5. Mai", "del 3 al 5 de mayo", "du 3 au 5 mai".
    std::optional<Found> first_of_range(std::size_t at) const {
        const DateToken& number = tokens_[at];
        if (!number.is_number() || number.digits > 2 || number.number < 1) return std::nullopt;
        const std::size_t end = tokens_[at + 1].is_sign('.') ? at + 2 : at + 1;
        constexpr std::array<std::string_view, 9> links{"-", "bis", "und", "al", "hasta", "y", "au", "et", "до"};
        if (std::ranges::find(links, tokens_[end].word) == links.end()) return std::nullopt;
        const auto last = day_and_month(skip_words(end + 1));
        // A day is written with two digits at the end of a value.
        if (!last || number.number >= std::stoi(last->value.substr(8))) return std::nullopt;
        const std::string day = (number.number < 10 ? "0" : "") + std::to_string(number.number);
        return Found{last->value.substr(0, 8) + day, at, end};
    }

    std::optional<Found> month_and_year(std::size_t at) const {
        const auto number = month(at);
        if (!number) return std::nullopt;
        std::size_t next = at + 1;
        if (tokens_[next].is_sign('.')) ++next;
        next = skip_words(next);
        if (is_year(next)) return Found{month_value(tokens_[next].number, static_cast<int>(*number)), at, next + 1};
        if (!says(at, "month")) return std::nullopt;
        const int year = frame_.year_of(static_cast<int>(*number), 0, Tense::unknown);
        return Found{frame_.month(year, static_cast<int>(*number)), at, at + 1};
    }

    /// A word before a date that only a date follows.
    struct Lead {
        std::string_view language;
        std::string_view word;
        std::string_view what;
    };

    bool says(std::size_t at, std::string_view what) const {
        if (at == 0) return false;
        constexpr std::array leads{
            Lead{"de", "im", "month"},      Lead{"de", "seit", "month"},   Lead{"de", "bis", "month"},
            Lead{"de", "ende", "month"},    Lead{"de", "anfang", "month"}, Lead{"de", "mitte", "month"},
            Lead{"de", "jahr", "year"},     Lead{"de", "jahre", "year"},   Lead{"de", "jahren", "year"},
            Lead{"de", "seit", "year"},     Lead{"de", "ende", "year"},    Lead{"de", "anfang", "year"},
            Lead{"de", "mitte", "year"},    Lead{"de", "herbst", "year"},  Lead{"de", "sommer", "year"},
            Lead{"de", "frühjahr", "year"}, Lead{"de", "winter", "year"},  Lead{"fr", "en", "month"},
            Lead{"fr", "depuis", "month"},  Lead{"fr", "fin", "month"},    Lead{"fr", "début", "month"},
            Lead{"fr", "en", "year"},       Lead{"fr", "depuis", "year"},  Lead{"fr", "fin", "year"},
            Lead{"fr", "début", "year"},    Lead{"fr", "année", "year"},   Lead{"fr", "années", "decade"},
            Lead{"es", "en", "month"},      Lead{"es", "desde", "month"},  Lead{"es", "hasta", "month"},
            Lead{"es", "en", "year"},       Lead{"es", "desde", "year"},   Lead{"es", "hasta", "year"},
            Lead{"es", "año", "year"},      Lead{"es", "años", "decade"},
        };
        const std::string& word = tokens_[at - 1].word;
        return std::ranges::any_of(leads, [&](const Lead& lead) {
            return lead.language == language_ && lead.word == word && lead.what == what;
        });
    }

    std::optional<Found> year_alone(std::size_t at) const {
        if (!is_year(at)) return std::nullopt;
        const std::string value = year_value(tokens_[at].number);
        const bool round = tokens_[at].number % 10 == 0;
        if (language_ == "de" && tokens_[at + 1].is_word("er") && !tokens_[at + 1].space_before && round) {
            const bool years = tokens_[at + 2].word.starts_with("jahr");
            return Found{value.substr(0, 3), at, at + (years ? 3 : 2)};
        }
        if (says(at, "decade") && round) return Found{value.substr(0, 3), at, at + 1};
        if (says(at, "year")) return Found{value, at, at + 1};
        return std::nullopt;
    }

    DateTokens tokens_;
    Tokens nothing_;
    Frame frame_;
    std::string_view language_;
};

}  // namespace

std::vector<TimeMention> find_written_dates(std::string_view text, const TimeContext& context) {
    return WrittenDates(text, context).run();
}

}  // namespace dateline::timex
