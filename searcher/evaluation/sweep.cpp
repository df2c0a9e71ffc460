#include "searcher/evaluation/sweep.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t most_settings = 10'000;
constexpr double highest_weight = 1'000'000;
constexpr double lowest_k1 = 1e-6;

template <TextField field>
double& weight(Bm25fParameters& parameters) {
    return parameters.weight[static_cast<std::size_t>(field)];
}

template <TextField field>
double& b(Bm25fParameters& parameters) {
    return parameters.b[static_cast<std::size_t>(field)];
}

double& k1(Bm25fParameters& parameters) { return parameters.k1; }

struct Parameter {
    std::string_view name;
    double& (*in)(Bm25fParameters&);
    double lowest;
    double highest;
};

constexpr std::array parameters{
    Parameter{"k1", k1, lowest_k1, highest_weight},
    Parameter{"weight.title", weight<TextField::title>, 0, highest_weight},
    Parameter{"weight.lead", weight<TextField::lead>, 0, highest_weight},
    Parameter{"weight.body", weight<TextField::body>, 0, highest_weight},
    Parameter{"weight.caption", weight<TextField::caption>, 0, highest_weight},
    Parameter{"b.title", b<TextField::title>, 0, 1},
    Parameter{"b.lead", b<TextField::lead>, 0, 1},
    Parameter{"b.body", b<TextField::body>, 0, 1},
    Parameter{"b.caption", b<TextField::caption>, 0, 1},
};

const Parameter* find_parameter(std::string_view name) {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const Parameter& parameter) { return parameter.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

double number(std::string_view text, std::string_view sweep) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw UsageError(fmt::format("--sweep {}: \"{}\" is no number", sweep, text));
    return value;
}

std::vector<double> numbers(std::string_view text, std::string_view sweep) {
    std::vector<double> values;
    while (true) {
        const std::size_t end = text.find(':');
        values.push_back(number(text.substr(0, end), sweep));
        if (end == std::string_view::npos) return values;
        text.remove_prefix(end + 1);
    }
}

/// FROM, FROM + STEP, ... up to TO, which counts as reached in spite of rounding.
std::vector<double> steps(double from, double to, double step, std::string_view sweep) {
    constexpr double rounding = 1e-9;
    constexpr double precision = 1e9;
    if (step <= 0 || to < from) throw UsageError(fmt::format("--sweep {}: TO cannot be reached by STEP", sweep));
    const double last = std::floor((to - from) / step + rounding);
    if (last >= static_cast<double>(most_settings))
        throw UsageError(fmt::format("--sweep {}: more than {} values", sweep, most_settings));
    std::vector<double> values;
    for (double i = 0; i <= last; ++i) values.push_back(std::round((from + i * step) * precision) / precision);
    return values;
}

std::vector<double> values_of(std::string_view range, std::string_view sweep) {
    const std::vector<double> given = numbers(range, sweep);
    if (given.size() == 1) return given;
    if (given.size() == 3) return steps(given[0], given[1], given[2], sweep);
    throw UsageError(fmt::format("--sweep {}: NAME=FROM:TO:STEP or NAME=VALUE is wanted", sweep));
}

void check_names(std::span<const Sweep> sweeps) {
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (sweeps[i].name == sweeps[j].name)
                throw UsageError(fmt::format("--sweep: {} is given twice", sweeps[i].name));
        }
    }
}

std::size_t count_settings(std::span<const Sweep> sweeps) {
    std::size_t count = 1;
    for (const Sweep& sweep : sweeps) {
        count *= sweep.values.size();
        if (count > most_settings) throw UsageError(fmt::format("--sweep: more than {} settings", most_settings));
    }
    return count;
}

/// The setting of this number, whose digits, to the bases of the sweeps' lengths, are the values.
Setting setting(std::span<const Sweep> sweeps, std::size_t number) {
    Setting setting;
    setting.values.resize(sweeps.size());
    for (std::size_t i = sweeps.size(); i-- > 0;) {
        const Sweep& sweep = sweeps[i];
        setting.values[i] = sweep.values[number % sweep.values.size()];
        number /= sweep.values.size();
        find_parameter(sweep.name)->in(setting.parameters) = setting.values[i];
    }
    return setting;
}

}  // namespace

std::vector<std::string_view> sweep_names() {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : parameters) names.push_back(parameter.name);
    return names;
}

Sweep parse_sweep(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        throw UsageError(fmt::format("--sweep {}: NAME=FROM:TO:STEP or NAME=VALUE is wanted", text));
    const Parameter* parameter = find_parameter(text.substr(0, equals));
    if (parameter == nullptr)
        throw UsageError(
            fmt::format("--sweep {}: no such parameter; there are {}", text, fmt::join(sweep_names(), ", ")));
    Sweep sweep{std::string(parameter->name), values_of(text.substr(equals + 1), text)};
    for (const double value : sweep.values) {
        if (value < parameter->lowest || value > parameter->highest)
            throw UsageError(fmt::format("--sweep {}: {} is from {} to {}", text, parameter->name, parameter->lowest,
                                         parameter->highest));
    }
    return sweep;
}

std::vector<Setting> settings_of(std::span<const Sweep> sweeps) {
    check_names(sweeps);
    std::vector<Setting> settings;
    const std::size_t count = count_settings(sweeps);
    for (std::size_t i = 0; i < count; ++i) settings.push_back(setting(sweeps, i));
    return settings;
}

}  // namespace dateline
