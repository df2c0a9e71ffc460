#include "indexer/confinement/confined_call.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace dateline {

TEST_CASE("confined work may fail, hang, and take what memory there is, and costs nobody anything") {
    constexpr Limits limits{std::size_t{64} << 20, 1, 1000};
    CHECK(run_confined([] { return std::string("result"); }, limits).output == "result");
    CHECK(run_confined([] { return std::string(); }, limits).end == ConfinedEnd::done);
    CHECK(run_confined([] { return std::string(2000, 'x'); }, limits).end == ConfinedEnd::too_much_output);
    CHECK(run_confined([]() -> std::string { throw std::runtime_error("no"); }, limits).end == ConfinedEnd::failed);
    CHECK(run_confined([]() -> std::string { std::abort(); }, limits).end == ConfinedEnd::failed);
    const auto greedy = [] {
        std::string all;
        for (int i = 0; i < 100; ++i) all += std::string(std::size_t{4} << 20, 'x');
        return all.substr(0, 1);
    };
    // A sanitizer's allocator ends the process instead of throwing.
    const ConfinedEnd end = run_confined(greedy, limits).end;
    CHECK((end == ConfinedEnd::out_of_memory || end == ConfinedEnd::failed));
    const auto endless = []() -> std::string {
        std::string all;
        while (true) all = std::to_string(all.size());
    };
    CHECK(run_confined(endless, limits).end == ConfinedEnd::out_of_time);
}

}  // namespace dateline
