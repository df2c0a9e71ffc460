#include "common/gazetteer/countries.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "common/gazetteer/gazetteer_text.h"
#include "common/text/folding.h"

namespace dateline {
namespace {

std::string key_of(std::string_view name) {
    std::string key = fold(name);
    std::erase(key, '.');
    return key;
}

/// Calls `take` with each part of a text between separators.
template <typename Take>
void split(std::string_view text, char separator, Take&& take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The columns of a line, parted by tabs; those that are missing are empty.
template <std::size_t count>
std::array<std::string_view, count> columns_of(std::string_view line) {
    std::array<std::string_view, count> columns;
    for (std::string_view& column : columns) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        column = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return columns;
}

/// Names, folded, and the countries they tell.
class Gazetteer {
public:
    Gazetteer() {
        split(countries_text, '\n', [&](std::string_view line) {
            if (line.starts_with('#')) return;
            const auto [code, name, places, nationalities] = columns_of<4>(line);
            by_code_.emplace(code, name);
            places_.emplace(key_of(name), name);
            const std::string_view country = name;
            split(places, '|', [&](std::string_view place) { places_.emplace(key_of(place), country); });
            split(nationalities, '|', [&](std::string_view people) { people_.emplace(key_of(people), country); });
        });
        split(places_text, '\n', [&](std::string_view line) {
            const auto [name, code] = columns_of<2>(line);
            if (const auto country = by_code_.find(code); country != by_code_.end()) {
                places_.emplace(key_of(name), country->second);
            }
        });
    }

    std::optional<std::string_view> place(std::string_view name) const { return find(places_, key_of(name)); }

    /// `Japanese`, `Americans`.
    std::optional<std::string_view> nationality(std::string_view name) const {
        std::string key = key_of(name);
        auto found = find(people_, key);
        if (!found && key.ends_with('s')) {
            key.pop_back();
            found = find(people_, key);
        }
        return found;
    }

private:
    using Countries = std::unordered_map<std::string, std::string_view>;

    static std::optional<std::string_view> find(const Countries& table, const std::string& key) {
        const auto found = table.find(key);
        return found == table.end() ? std::nullopt : std::optional(found->second);
    }

    std::unordered_map<std::string_view, std::string_view> by_code_;
    Countries places_;
    Countries people_;
};

const Gazetteer& gazetteer() {
    static const Gazetteer read_once;
    return read_once;
}

}  // namespace

std::optional<std::string_view> country_of_place(std::string_view name) { return gazetteer().place(name); }

std::optional<std::string_view> country_of_nationality(std::string_view name) { return gazetteer().nationality(name); }

}  // namespace dateline
