#include "indexer/entities/normal_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "common/gazetteer/countries.h"
#include "common/text/ascii.h"
#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "indexer/entities/known_names.h"

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

// In lower case, without full stops.
constexpr std::array titles{
    "mr"sv,         "mrs"sv,     "ms"sv,        "dr"sv,      "sir"sv,     "prof"sv,    "gen"sv,       "col"sv,
    "capt"sv,       "lt"sv,      "sen"sv,       "rep"sv,     "gov"sv,     "rev"sv,     "president"sv, "minister"sv,
    "chancellor"sv, "senator"sv, "professor"sv, "general"sv, "colonel"sv, "captain"sv, "judge"sv,     "lord"sv,
};

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.emplace_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string name;
    for (const std::string& word : words) {
        if (!name.empty()) name += ' ';
        name += word;
    }
    return name;
}

std::string without_full_stops(std::string_view word) {
    std::string kept(word);
    std::erase(kept, '.');
    return kept;
}

/// Whether a word is single letters with full stops: `U.S.`, `U.N`.
bool is_dotted(std::string_view word) {
    if (word.size() < 3) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool capital = word[i] >= 'A' && word[i] <= 'Z';
        if (i % 2 == 0 ? !capital : word[i] != '.') return false;
    }
    return true;
}

bool is_title(const std::string& word) {
    return std::ranges::find(titles, lower_ascii(without_full_stops(word))) != titles.end();
}

void drop_possessive(std::string& word) {
    for (const std::string_view ending : {"'s"sv, "'"sv}) {
        if (word.size() > ending.size() + 1 && word.ends_with(ending)) return word.resize(word.size() - ending.size());
    }
}

/// `Palestinians` are `Palestinian`, as the adjective is.
void drop_plural_of_people(std::vector<std::string>& words) {
    constexpr std::size_t least_bytes = 7;
    std::string& last = words.back();
    if (!last.ends_with('s')) return;
    const bool looks_so = last.size() >= least_bytes && last.ends_with("ans");
    if (!looks_so && !country_of_nationality(joined(words))) return;
    last.pop_back();
    if (!looks_so && !country_of_nationality(joined(words))) last += 's';
}

/// As one line, with plain apostrophes, without what is not part of the name itself.
std::vector<std::string> plain_words(const Entity& entity) {
    std::string text = squeeze_space(entity.text);
    for (std::size_t at = 0; (at = text.find("\u2019"sv, at)) != std::string::npos; ++at) text.replace(at, 3, "'");
    for (const std::string_view sign : {"("sv, ")"sv, "["sv, "]"sv, "<"sv, ">"sv, "\""sv, "\u201C"sv, "\u201D"sv}) {
        for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos;) text.erase(at, sign.size());
    }
    std::vector<std::string> words = words_of(text);
    while (words.size() > 1 && lower_ascii(words.front()) == "the") words.erase(words.begin());
    if (entity.type == EntityType::person) {
        while (words.size() > 1 && is_title(words.front())) words.erase(words.begin());
    }
    if (!words.empty() && entity.type != EntityType::organization) drop_possessive(words.back());
    if (!words.empty() && entity.type == EntityType::other) drop_plural_of_people(words);
    return words;
}

std::string with_one_capital(const std::string& word) {
    std::string made;
    bool first = true;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        append_code_point(made, first || !is_letter(c) ? c : lower_case(c));
        first = !is_letter(c);
    }
    return made;
}

/// The names of an article's mentions while they are made one.
class Mentions {
public:
    explicit Mentions(std::vector<Entity>& entities) : entities_(entities) {}

    void give_names() {
        for (const Entity& entity : entities_) words_.push_back(plain_words(entity));
        for (std::size_t i = 0; i < entities_.size(); ++i) repair_case(i);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < entities_.size(); ++i) names.push_back(name_of(i));
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            if (is_family_name(i)) {
                entities_[i].type = EntityType::person;
                names[i] = whole_person(i);
            }
            // A country that acts is taken for an organization at times.
            if (whole_country(joined(words_[i]))) entities_[i].type = EntityType::location;
            entities_[i].name = std::move(names[i]);
        }
    }

private:
    /// Names shouted in headlines and datelines.
    void repair_case(std::size_t i) {
        std::vector<std::string>& words = words_[i];
        const std::string name = joined(words);
        if (!is_all_capitals(name) || is_dotted(name)) return;
        for (std::size_t other = 0; other < words_.size(); ++other) {
            const std::string known = joined(words_[other]);
            if (known.size() == name.size() && !is_all_capitals(known) && lower_ascii(known) == lower_ascii(name)) {
                words = words_[other];
                return;
            }
        }
        const bool acronym = words.size() == 1 && !is_place_in_capitals(i, name) &&
                             (name.size() < 5 || entities_[i].type == EntityType::organization ||
                              entities_[i].type == EntityType::other);
        if (acronym) return;
        for (std::string& word : words) {
            if (!is_dotted(word)) word = with_one_capital(word);
        }
    }

    /// `ROME`, but not `USA`.
    bool is_place_in_capitals(std::size_t i, const std::string& name) const {
        return entities_[i].type == EntityType::location && !usual_name(name, EntityType::location) &&
               country_of_place(name).has_value();
    }

    std::string name_of(std::size_t i) const {
        const Entity& entity = entities_[i];
        const std::vector<std::string>& words = words_[i];
        const std::string name = joined(words);
        std::string bare = name;
        if (words.size() == 1 ? is_dotted(name) : words.front().size() == 2) bare = without_full_stops(name);
        if (const auto usual = usual_name(bare, entity.type)) return std::string(*usual);
        if (const auto country = whole_country(name)) return *country;
        switch (entity.type) {
        case EntityType::person: return words.size() == 1 ? whole_person(i) : name;
        case EntityType::organization: return whole_organization(i, words.size() == 1 ? bare : name);
        default: return is_dotted(name) ? bare : name;
        }
    }

    /// The person whose name has this word: the last one before, else the first behind. Of several of one family name
    /// it is first looked for among those whom the text does not call by their first names.
    std::string whole_person(std::size_t i) const {
        const std::string& word = words_[i].front();
        const auto has_it = [&](std::size_t other) {
            const std::vector<std::string>& words = words_[other];
            return is_whole_person(other) && (words.front() == word || words.back() == word);
        };
        const auto is_of_last_names = [&](std::size_t other) {
            return has_it(other) && words_[other].back() == word && !is_on_first_name_terms(words_[other].front());
        };
        auto found = nearest(i, is_of_last_names);
        if (!found) found = nearest(i, has_it);
        return found ? joined(words_[*found]) : word;
    }

    /// Whether a name that was taken for a place or an organization is the family name of a person of this article: the
    /// article also calls him by it alone, and it is no place known otherwise and no part of another name.
    bool is_family_name(std::size_t i) const {
        const Entity& entity = entities_[i];
        const bool may_be = entity.type == EntityType::location || entity.type == EntityType::organization;
        if (!may_be || words_[i].size() != 1) return false;
        const std::string& word = words_[i].front();
        if (country_of_place(word) || usual_name(word, entity.type)) return false;
        bool whole = false;
        bool alone = false;
        for (std::size_t other = 0; other < words_.size(); ++other) {
            const std::vector<std::string>& words = words_[other];
            if (entities_[other].type == EntityType::person) {
                whole = whole || (words.size() > 1 && words.back() == word);
                alone = alone || (words.size() == 1 && words.front() == word);
            } else if (words.size() > 1 && (words.front() == word || words.back() == word)) {
                return false;
            }
        }
        return whole && alone;
    }

    bool is_whole_person(std::size_t i) const {
        return entities_[i].type == EntityType::person && words_[i].size() > 1;
    }

    /// Whether the text has this first name by itself.
    bool is_on_first_name_terms(const std::string& first_name) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool alone = entities_[i].type == EntityType::person && words_[i].size() == 1;
            if (alone && words_[i].front() == first_name) return true;
        }
        return false;
    }

    /// The last mention before `i` that is meant, else the first behind.
    template <typename IsMeant>
    std::optional<std::size_t> nearest(std::size_t i, IsMeant&& is_meant) const {
        for (std::size_t before = i; before-- > 0;) {
            if (is_meant(before)) return before;
        }
        for (std::size_t behind = i + 1; behind < words_.size(); ++behind) {
            if (is_meant(behind)) return behind;
        }
        return std::nullopt;
    }

    /// `the North` is the country whose name begins so.
    std::optional<std::string> whole_country(const std::string& name) const {
        if (name != "North" && name != "South") return std::nullopt;
        for (std::size_t other = 0; other < words_.size(); ++other) {
            const std::vector<std::string>& words = words_[other];
            if (entities_[other].type != EntityType::location || words.size() != 2) continue;
            if (words.front() == name) return joined(words);
        }
        return std::nullopt;
    }

    std::string whole_organization(std::size_t i, const std::string& name) const {
        const std::vector<std::string>& words = words_[i];
        for (std::size_t other = 0; other < words_.size(); ++other) {
            if (entities_[other].type != EntityType::organization || words_[other].size() <= words.size()) continue;
            if (std::equal(words.begin(), words.end(), words_[other].begin())) return joined(words_[other]);
            if (words.size() == 1 && is_acronym_of(name, words_[other])) return joined(words_[other]);
        }
        if (words.size() > 1) return name;
        for (std::size_t before = i; before-- > 0;) {
            const std::vector<std::string>& longer = words_[before];
            if (entities_[before].type != EntityType::organization || longer.size() < 2) continue;
            if (longer.back() == words.front() && !is_all_capitals(name)) return usual_or_same(joined(longer));
        }
        return name;
    }

    static std::string usual_or_same(const std::string& name) {
        return std::string(usual_name(name, EntityType::organization).value_or(name));
    }

    static bool is_acronym_of(std::string_view name, const std::vector<std::string>& words) {
        if (name.size() < 2 || !is_all_capitals(name)) return false;
        std::string capitals;
        for (const std::string& word : words) {
            if (word.front() >= 'A' && word.front() <= 'Z') capitals += word.front();
        }
        return capitals == name;
    }

    std::vector<Entity>& entities_;
    std::vector<std::vector<std::string>> words_;
};

}  // namespace

void give_normal_forms(std::vector<Entity>& entities) { Mentions(entities).give_names(); }

}  // namespace dateline::entities
