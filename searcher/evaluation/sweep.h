#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/bm25f.h"

/// Grids over the parameters of ranking.
namespace dateline {

/// The values to try for one parameter.
struct Sweep {
    std::string name;
    std::vector<double> values;
};

/// One point of the grid.
struct Setting {
    std::vector<double> values;  ///< one a sweep, in their order
    Bm25fParameters parameters;  ///< with these; what is not swept is as built
};

/// `k1`, `weight.title`, ... `b.caption`.
std::vector<std::string_view> sweep_names();

/// Reads `NAME=FROM:TO:STEP`, both ends included, or `NAME=VALUE`. Throws UsageError: unknown names, a step that never
/// gets there, values that a parameter cannot have (k1 is above 0, weights are 0 or more, b is from 0 to 1).
Sweep parse_sweep(std::string_view text);

/// All combinations, the last sweep changing fastest. Throws UsageError where a parameter is swept twice or there are
/// more than 10,000.
std::vector<Setting> settings_of(std::span<const Sweep> sweeps);

}  // namespace dateline
