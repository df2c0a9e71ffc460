#include "searcher/requests/parameter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dateline {
namespace {

std::optional<std::size_t> read_count(std::string_view text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

std::optional<bool> read_flag(std::string_view text) {
    if (text == "1" || text == "true" || text.empty()) return true;
    if (text == "0" || text == "false") return false;
    return std::nullopt;
}

}  // namespace

std::optional<std::chrono::milliseconds> read_duration(std::string_view text) {
    constexpr double longest_ms = 86'400'000;
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    const std::string_view unit(stopped, static_cast<std::size_t>(end - stopped));
    const double factor = unit == "ms" ? 1 : unit == "s" ? 1000 : unit == "m" ? 60'000 : 0;
    const double milliseconds = number * factor;
    if (error != std::errc{} || !(milliseconds >= 1) || !(milliseconds < longest_ms)) return std::nullopt;
    return std::chrono::milliseconds(std::llround(milliseconds));
}

std::string complaint(const Parameter& parameter, std::string_view value) {
    switch (parameter.kind) {
    case ParameterKind::flag: return read_flag(value) ? "" : "1 or 0 is wanted";
    case ParameterKind::count: return read_count(value) ? "" : "a number from 0 on is wanted";
    case ParameterKind::duration: return read_duration(value) ? "" : "a time is wanted, such as 500ms, 2s or 1m";
    case ParameterKind::choice:
        return std::find(parameter.choices.begin(), parameter.choices.end(), value) != parameter.choices.end()
                   ? ""
                   : fmt::format("one of {} is wanted", fmt::join(parameter.choices, ", "));
    case ParameterKind::text: return "";
    }
    return "";
}

std::optional<std::string> ParameterValues::text(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second.back());
}

std::string ParameterValues::text_or(const std::string& name, const std::string& otherwise) const {
    return text(name).value_or(otherwise);
}

std::optional<std::size_t> ParameterValues::count(const std::string& name) const {
    const auto value = text(name);
    return value ? read_count(*value) : std::nullopt;
}

bool ParameterValues::flag(const std::string& name) const {
    const auto value = text(name);
    return value && read_flag(*value).value_or(false);
}

std::optional<std::chrono::milliseconds> ParameterValues::duration(const std::string& name) const {
    const auto value = text(name);
    return value ? read_duration(*value) : std::nullopt;
}

std::vector<std::string> ParameterValues::all(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace dateline
