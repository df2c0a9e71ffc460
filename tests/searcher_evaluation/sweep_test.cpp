#include "searcher/evaluation/sweep.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace dateline {

using Values = std::vector<double>;

TEST_CASE("a sweep has both its ends and no rounding between") {
    struct Row {
        const char* text;
        const char* name;
        Values values;
    };
    for (const Row& row : {
             Row{"k1=1.2:2:0.4", "k1", {1.2, 1.6, 2}},
             Row{"b.body=0:1:0.25", "b.body", {0, 0.25, 0.5, 0.75, 1}},
             Row{"b.title=0.1:0.35:0.1", "b.title", {0.1, 0.2, 0.3}},
             Row{"weight.title=3:3:1", "weight.title", {3}},
             Row{"weight.caption=0.7", "weight.caption", {0.7}},
         }) {
        CAPTURE(row.text);
        const Sweep sweep = parse_sweep(row.text);
        CHECK(sweep.name == row.name);
        CHECK(sweep.values == row.values);
    }
}

TEST_CASE("what cannot be swept is an error") {
    for (const char* text : {"", "k1", "k1=", "k1=a:2:1", "k1=1:2", "k1=1:2:1:1", "k1=1:2:0", "k1=2:1:1", "k1=1:2:-1",
                             "k1=1:2:x", "k1=0:2:1", "k2=1:2:1", "b.title=0:2:0.5", "b.body=-0.5:1:0.5",
                             "weight.lead=-1", "weight.lead=0:1:0.00001", "k1=1:inf:1", "k1=nan", "K1=1"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_sweep(text), UsageError);
    }
}

TEST_CASE("every name reaches a parameter of its own") {
    for (const std::string_view name : sweep_names()) {
        CAPTURE(name);
        const std::vector<Sweep> sweeps{parse_sweep(std::string(name) + "=0.55")};
        const Bm25fParameters changed = settings_of(sweeps).at(0).parameters;
        const Bm25fParameters usual;
        std::size_t differences = changed.k1 == usual.k1 ? 0 : 1;
        for (std::size_t i = 0; i < text_field_count; ++i) {
            differences += changed.weight[i] == usual.weight[i] ? 0 : 1;
            differences += changed.b[i] == usual.b[i] ? 0 : 1;
        }
        CHECK(differences == 1);
    }
    CHECK(sweep_names().size() == 1 + 2 * text_field_count);
}

TEST_CASE("settings are the grid, the last sweep fastest") {
    const std::vector<Sweep> sweeps{parse_sweep("k1=1:2:1"), parse_sweep("b.lead=0:0.5:0.25")};
    std::vector<Values> values;
    for (const Setting& setting : settings_of(sweeps)) {
        values.push_back(setting.values);
        CHECK(setting.parameters.k1 == setting.values[0]);
        CHECK(setting.parameters.b[static_cast<std::size_t>(TextField::lead)] == setting.values[1]);
        CHECK(setting.parameters.weight == Bm25fParameters{}.weight);
    }
    CHECK(values == std::vector<Values>{{1, 0}, {1, 0.25}, {1, 0.5}, {2, 0}, {2, 0.25}, {2, 0.5}});
    CHECK(settings_of({}).size() == 1);
}

TEST_CASE("a grid has its limits") {
    const std::vector<Sweep> twice{parse_sweep("k1=1"), parse_sweep("k1=2")};
    CHECK_THROWS_AS(settings_of(twice), UsageError);
    const std::vector<Sweep> large{parse_sweep("k1=1:1000:1"), parse_sweep("b.body=0:1:0.1")};
    CHECK_THROWS_AS(settings_of(large), UsageError);
}

}  // namespace dateline
