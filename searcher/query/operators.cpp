#include "searcher/query/operators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "common/text/ascii.h"

namespace dateline::query {

namespace {

struct DistanceOperator {
    std::string_view before_stroke;  ///< `W` of `W/5`
    bool ordered = false;
    bool without_stroke = false;  ///< `NEAR5` is written too
};

constexpr std::array distance_operators{
    DistanceOperator{"w", false, false},  DistanceOperator{"near", false, true}, DistanceOperator{"n", false, false},
    DistanceOperator{"pre", true, false}, DistanceOperator{"p", true, false},    DistanceOperator{"adj", true, true},
};

struct FieldBeforeEquals {
    std::string_view name;
    std::string_view field;
};

constexpr std::array fields_before_equals{
    FieldBeforeEquals{"hd", "title"},    FieldBeforeEquals{"hlp", "hlead"},  FieldBeforeEquals{"lp", "lead"},
    FieldBeforeEquals{"by", "author"},   FieldBeforeEquals{"se", "section"}, FieldBeforeEquals{"sn", "source"},
    FieldBeforeEquals{"la", "language"},
};

constexpr unsigned most_distance = 10'000;

/// The whole number that the text is; nothing where it is none, or beyond what anybody means.
std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of("0123456789", at);
    return (end == std::string_view::npos ? text.size() : end) - at;
}

Near within_words(unsigned distance, bool ordered) {
    Near near;
    near.distance = distance;
    near.ordered = ordered;
    return near;
}

Near within(Reach reach) {
    Near near;
    near.reach = reach;
    return near;
}

}  // namespace

std::optional<Near> read_proximity(std::string_view word) {
    if (word == "SAME") return within(Reach::paragraph);
    if (word == "ADJ") return within_words(1, true);
    const std::string text = lower_ascii(word);
    if (text == "w/s") return within(Reach::sentence);
    if (text == "w/p") return within(Reach::paragraph);
    for (const DistanceOperator& row : distance_operators) {
        if (!text.starts_with(row.before_stroke)) continue;
        std::string_view rest = std::string_view(text).substr(row.before_stroke.size());
        if (rest.starts_with('/')) rest.remove_prefix(1);
        else if (!row.without_stroke) continue;
        const auto distance = number(rest);
        if (distance && *distance > 0 && *distance <= most_distance) return within_words(*distance, row.ordered);
    }
    return std::nullopt;
}

std::string_view proximity_complaint(std::string_view word) {
    if (word == "NEAR") return "NEAR has no distance";
    const std::string text = lower_ascii(word);
    for (const DistanceOperator& row : distance_operators) {
        if (!text.starts_with(row.before_stroke)) continue;
        std::string_view rest = std::string_view(text).substr(row.before_stroke.size());
        const bool has_stroke = rest.starts_with('/');
        if (has_stroke) rest.remove_prefix(1);
        if ((has_stroke || row.without_stroke) && !rest.empty() && digits_at(rest, 0) == rest.size())
            return "a distance is a number from 1 to 10000";
        // `N/A` and `p/` are written in texts.
        if (!has_stroke || row.before_stroke == "n" || row.before_stroke == "p") continue;
        if (rest.empty()) return "this operator has no distance";
        if (rest == "seg" || rest == "doc" || rest == "para" || rest == "sent" || rest == "s" || rest == "p")
            return "this reach is not known here";
    }
    return {};
}

std::optional<ReadModifier> read_function(std::string_view name) {
    const std::string text = lower_ascii(name);
    if (text == "caps") return ReadModifier{Modified::Kind::caps, 0, name.size()};
    if (text == "allcaps") return ReadModifier{Modified::Kind::all_caps, 0, name.size()};
    if (text == "nocaps") return ReadModifier{Modified::Kind::no_caps, 0, name.size()};
    constexpr std::string_view at_least = "atleast";
    if (!text.starts_with(at_least)) return std::nullopt;
    const auto times = number(std::string_view(text).substr(at_least.size()));
    if (!times || *times == 0) return std::nullopt;
    return ReadModifier{Modified::Kind::at_least, static_cast<double>(*times), name.size()};
}

std::optional<ReadModifier> read_suffix(std::string_view text) {
    if (text.starts_with('^')) {
        std::size_t end = 1 + digits_at(text, 1);
        if (end == 1) return std::nullopt;
        if (end + 1 < text.size() && text[end] == '.' && digits_at(text, end + 1) > 0)
            end += 1 + digits_at(text, end + 1);
        double factor = 0;
        std::from_chars(text.data() + 1, text.data() + end, factor);
        if (factor <= 0 || factor > 1e6) return std::nullopt;
        return ReadModifier{Modified::Kind::boost, factor, end};
    }
    if (!text.starts_with("/F") && !text.starts_with("/f")) return std::nullopt;
    const std::size_t digits = digits_at(text, 2);
    const auto words = number(text.substr(2, digits));
    if (!words || *words == 0 || 2 + digits >= text.size() || text[2 + digits] != '/') return std::nullopt;
    return ReadModifier{Modified::Kind::first_words, static_cast<double>(*words), 3 + digits};
}

std::optional<ReadTilde> read_tilde(std::string_view text) {
    if (!text.starts_with('~')) return std::nullopt;
    const std::size_t digits = digits_at(text, 1);
    const auto value = number(text.substr(1, digits));
    if (!value || *value == 0 || *value > most_distance) return std::nullopt;
    return ReadTilde{*value, 1 + digits};
}

std::string_view function_complaint(std::string_view name) {
    constexpr std::string_view at_least = "atleast";
    const std::string text = lower_ascii(name);
    const bool is_count =
        text.starts_with(at_least) && digits_at(text, at_least.size()) == text.size() - at_least.size();
    return is_count && !read_function(name) ? "ATLEAST has no number of times" : std::string_view();
}

std::string_view suffix_complaint(std::string_view text) {
    if (text.size() < 2 || read_suffix(text) || read_tilde(text)) return {};
    const bool is_number = text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    if (text[0] == '^' && is_number) return "a weight is a number above 0, such as ^2";
    if (text[0] == '~' && is_number) return "behind ~ stands a whole number from 1 to 10000";
    const bool is_early = text[0] == '/' && (text[1] == 'F' || text[1] == 'f') && text.back() == '/' &&
                          text.size() == digits_at(text, 2) + 3;
    return is_early ? "the number of first words is at least 1" : std::string_view();
}

std::optional<LengthRange> read_length(std::string_view word) {
    if (!word.starts_with("wc") && !word.starts_with("WC")) return std::nullopt;
    std::string_view rest = word.substr(2);
    const std::string_view sign = rest.substr(0, rest.find_first_of("0123456789"));
    rest.remove_prefix(sign.size());
    const auto words = number(rest);
    if (!words) return std::nullopt;
    const std::uint64_t count = *words;
    if (sign == ">") return LengthRange{count + 1, any_length, {}};
    if (sign == ">=") return LengthRange{count, any_length, {}};
    if (sign == "<") return count == 0 ? std::nullopt : std::optional(LengthRange{0, count - 1, {}});
    if (sign == "<=") return LengthRange{0, count, {}};
    if (sign == "=" || sign == "==") return LengthRange{count, count, {}};
    return std::nullopt;
}

std::string_view field_before_equals(std::string_view name) {
    const std::string wanted = lower_ascii(name);
    const auto found = std::find_if(fields_before_equals.begin(), fields_before_equals.end(),
                                    [&](const FieldBeforeEquals& row) { return row.name == wanted; });
    return found == fields_before_equals.end() ? std::string_view() : found->field;
}

}  // namespace dateline::query
