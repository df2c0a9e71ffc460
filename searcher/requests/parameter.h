#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What may be said with a question besides its text. A parameter has one name, one meaning and one check, whether it
/// comes from a command line (`--limit 5`) or an address (`limit=5`).
namespace dateline {

enum class ParameterKind : std::uint8_t {
    flag,      ///< said or not; in an address `1`, `true`, `0` or `false`
    count,     ///< a number from 0 on
    choice,    ///< one of Parameter::choices
    duration,  ///< `500ms`, `2s`, `1m`
    text,      ///< anything
};

struct Parameter {
    std::string name;  ///< without dashes: `facet-order`
    ParameterKind kind = ParameterKind::text;
    std::string help;                  ///< a sentence without a stop
    std::string value_name{};          ///< `N`; empty: by kind
    std::vector<std::string> choices;  ///< of a choice
    std::string default_value{};       ///< as written; empty for none
    bool repeats = false;              ///< may be given more than once
    bool is_required = false;
};

/// What is wrong with a value, as a clause (`a number is wanted`); empty where nothing is.
std::string complaint(const Parameter& parameter, std::string_view value);

/// Values as they were given, by name. All of them have passed complaint().
class ParameterValues {
public:
    void add(const std::string& name, std::string value) { values_[name].push_back(std::move(value)); }

    bool has(const std::string& name) const { return values_.contains(name); }
    /// The last one given.
    std::optional<std::string> text(const std::string& name) const;
    std::string text_or(const std::string& name, const std::string& otherwise) const;
    std::optional<std::size_t> count(const std::string& name) const;
    bool flag(const std::string& name) const;
    std::optional<std::chrono::milliseconds> duration(const std::string& name) const;
    std::vector<std::string> all(const std::string& name) const;

private:
    std::map<std::string, std::vector<std::string>> values_;
};

/// Reads `500ms`, `2s`, `1m`, `1.5s`; nothing for anything else, and for a day or more.
std::optional<std::chrono::milliseconds> read_duration(std::string_view text);

}  // namespace dateline
