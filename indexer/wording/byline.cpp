#include "indexer/wording/byline.h"

#include <algorithm>
#include <array>

#include "common/dates/month_names.h"
#include "common/dates/written_date.h"
#include "common/text/utf8.h"
#include "indexer/wording/agencies.h"
#include "indexer/wording/date_wording.h"
#include "indexer/wording/desks.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// Words a byline begins with, in lower case; a name follows after a blank or a colon.
constexpr std::array byline_words{
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "words by",
    "article by",
    "text by",
    "by staff writer",
    "by",
    "author",
    "authors",
    "reporter",
    "von",
    "autor",
    "autorin",
    "text",
    "ein artikel von",
    "par",
    "publié par",
    "auteur",
    "por",
    "publicado por",
    "redacción",
    "autores",
    "texto",
    "di",
    "a cura di",
    "door",
    "av",
    "af",
    "tekst",
    "skrevet av",
    "skriven av",
    "autor/in",
    "auteurs",
    "escrito por",
    "oleh",
    "penulis",
    "автор",
    "текст",
    "авторы",
    "от",
    "بقلم",
    "كتب",
    "كتبت",
    "โดย",
    "文",
    "記者",
    "记者",
    "作者",
    "撰文",
    "tekijä",
    "teksti",
    "szerző",
    "írta",
    "autorzy",
    "przez",
    "yazan",
    "haber",
    "text und fotos",
    "κείμενο",
};

/// After these no name needs a colon; after the others (`Author: Ann Lee`) it does, for they begin sentences as well.
constexpr std::array bare_words{"written by",
                                "posted by",
                                "published by",
                                "reported by",
                                "story by",
                                "words by",
                                "article by",
                                "text by",
                                "by staff writer",
                                "by",
                                "von",
                                "par",
                                "por",
                                "di",
                                "door",
                                "av",
                                "af",
                                "publié par",
                                "publicado por",
                                "a cura di",
                                "escrito por",
                                "oleh",
                                "skrevet av",
                                "skriven av",
                                "ein artikel von",
                                "โดย",
                                "بقلم",
                                "от"};

constexpr std::size_t longest_byline_width = 140;
constexpr std::size_t longest_name_bytes = 60;
constexpr std::size_t most_name_words = 5;

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 21> particles{"de",  "da",  "do",  "dos", "di", "del", "della",
                                                         "van", "von", "der", "den", "la", "le",  "el",
                                                         "al",  "bin", "ibn", "ter", "du", "y",   "zu"};
    return std::ranges::find(particles, word) != particles.end();
}

struct WordAtFront {
    std::size_t length = 0;  ///< bytes of the word and what parts it from the name
    bool sure = false;       ///< a colon, or a word that needs none
};

/// The byline word at the front of a line, 0 where there is none. "ByNewsroom" (two elements of a page run together)
/// counts too.
WordAtFront byline_word_at_front(std::string_view line) {
    const std::string lowered = lower_case(cut_at_code_point(line, 40));
    for (const std::string_view word : byline_words) {
        if (!lowered.starts_with(word)) {
            continue;
        }
        const std::string_view rest = line.substr(word.size());
        const bool bare = std::ranges::find(bare_words, word) != bare_words.end();
        if (rest.empty()) {
            return {word.size(), bare};
        }
        std::size_t position = 0;
        const char32_t next = next_code_point(rest, position);
        const std::size_t gap = rest.find_first_not_of(' ');
        const bool colon = gap != std::string_view::npos && (rest[gap] == ':' || rest.substr(gap).starts_with("：") ||
                                                             rest.substr(gap).starts_with("／"));
        if (colon) {
            const std::size_t colon_bytes = rest[gap] == ':' ? 1 : 3;
            return {word.size() + gap + colon_bytes, true};
        }
        if (bare && (is_space(next) || (word == "by" && is_capital(next)))) {
            return {word.size(), true};
        }
    }
    return {};
}

/// "K.D.", "Ann L.", "Ann Lee Jr.": the dot belongs to the name.
bool ends_with_initial(std::string_view name) {
    if (!name.ends_with('.') || name.size() < 2) {
        return false;
    }
    const char letter = name[name.size() - 2];
    const bool capital = letter >= 'A' && letter <= 'Z';
    const bool alone = name.size() == 2 || name[name.size() - 3] == '.' || name[name.size() - 3] == ' ';
    return (capital && alone) || name.ends_with(" Jr.") || name.ends_with(" Sr.");
}

/// "K.D."
bool is_initials(std::string_view name) {
    constexpr std::size_t longest = 8;
    return name.size() <= longest && name.find('.') != std::string_view::npos &&
           std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == ' '; });
}

/// Cuts a name at what follows it: a role, an address, a time.
std::string_view without_tail(std::string_view name) {
    constexpr std::array<std::string_view, 24> tails{"|",       "•",      "·",     "@",         " - ",       " – ",
                                                     " — ",     "(",      "/ ",    "  ",        "\t",        ";",
                                                     " for ",   " For ",  " FOR ", "Published", "PUBLISHED", "Updated",
                                                     "UPDATED", "Posted", " on ",  " ON ",      " at ",      " in "};
    for (const std::string_view tail : tails) {
        if (const std::size_t at = name.find(tail); at != std::string_view::npos && at > 0) {
            name = name.substr(0, at);
        }
    }
    name = trim(name);
    while (!name.empty() && (name.back() == ',' || name.back() == '.' || name.back() == ':' || name.back() == '/' ||
                             name.back() == '-')) {
        if (ends_with_initial(name)) {
            break;
        }
        name.remove_suffix(1);
    }
    return trim(name);
}

/// Cuts a list of names at commas, `&` and "and" in a few languages.
std::vector<std::string_view> names_of(std::string_view list) {
    constexpr std::array<std::string_view, 14> separators{",",   " and ", " AND ", " & ",  " und ", " et ", " y ",
                                                          " e ", " en ",  " och ", " og ", " i ",   " и ",  "、"};
    std::vector<std::string_view> names{list};
    for (const std::string_view separator : separators) {
        std::vector<std::string_view> finer;
        for (std::string_view name : names) {
            for (std::size_t at = name.find(separator); at != std::string_view::npos; at = name.find(separator)) {
                finer.push_back(name.substr(0, at));
                name.remove_prefix(at + separator.size());
            }
            finer.push_back(name);
        }
        names = std::move(finer);
    }
    return names;
}

/// What stands behind a comma after a name more often than a second name.
bool is_role(std::string_view text) {
    constexpr std::array<std::string_view, 34> words{
        "editor", "reporter",   "correspondent", "writer",  "staff",    "columnist", "contributor",
        "news",   "journalist", "producer",      "the",     "for",      "in",        "special",
        "senior", "chief",      "times",         "post",    "network",  "political", "business",
        "daily",  "press",      "tribune",       "media",   "bureau",   "redakteur", "today",
        "of",     "fellow",     "professor",     "analyst", "director", "university"};
    const std::string lowered = lower_case(text);
    return std::ranges::any_of(
        words_of(lowered), [&words](std::string_view word) { return std::ranges::find(words, word) != words.end(); });
}

/// "with AFP", "avec AFP", "mit dpa": the agency behind the names.
std::string_view take_with(std::string_view& names) {
    constexpr std::array<std::string_view, 7> withs{
        " with ", " avec ", " mit ", " con ", " com ", " with information from ", " via "};
    for (const std::string_view with : withs) {
        if (const std::size_t at = names.find(with); at != std::string_view::npos) {
            const std::string_view rest = names.substr(at + with.size());
            names = names.substr(0, at);
            return rest;
        }
    }
    return {};
}

/// Words of share bars and menus, which come with capitals as names do.
bool is_interface_word(std::string_view word) {
    constexpr auto interface = std::to_array<std::string_view>(
        {"share",         "tweet",    "save",       "print",     "email",    "facebook", "twitter",
         "follow",        "comments", "comment",    "published", "updated",  "posted",   "read",
         "listen",        "links",    "social",     "copy",      "link",     "menu",     "search",
         "advertisement", "by",       "commentary", "video",     "photo",    "photos",   "subscribe",
         "sign",          "log",      "news",       "home",      "live",     "more",     "latest",
         "top",           "opinion",  "sports",     "world",     "business", "all",      "our",
         "your",          "how",      "what",       "why",       "best",     "top",      "guide",
         "add",           "gift",     "article",    "app",       "store",    "today",    "week",
         "money",         "is",       "are",        "to",        "with",     "on",       "at",
         "former",        "lead",     "founder",    "deputy"});
    return std::ranges::find(interface, lower_case(word)) != interface.end();
}

/// Elements of a page run together: "Emma MackenzieLifestyle Writer" ends behind "Mackenzie"; "McGregor" does not.
std::string_view before_joint(std::string_view name) {
    constexpr std::size_t longest_prefix = 3;  // Mac, Mc, De, Le, Di
    std::size_t small = 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool capital = name[i] >= 'A' && name[i] <= 'Z';
        if (capital && small >= longest_prefix) {
            return name.substr(0, i);
        }
        small = name[i] >= 'a' && name[i] <= 'z' ? small + 1 : 0;
    }
    return name;
}

/// "Will Judd Former Deputy Tech Editor", "Starre Vartan on": a name ends where a role or a small word begins.
std::string_view before_role(std::string_view name) {
    const auto words = words_of(name);
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (is_role(words[i]) || is_interface_word(words[i])) {
            return trim(name.substr(0, static_cast<std::size_t>(words[i].data() - name.data())));
        }
    }
    return name;
}

/// Names keep the spelling of the byline, capitals too.
void add_name(Byline& byline, std::string_view name) {
    name = name.substr(0, name.find_last_not_of("0123456789 ,") + 1);  // marks of footnotes
    const std::string text = squeeze_space(is_desk(name) ? name : before_role(before_joint(name)));
    if (text.empty() || text.size() > longest_name_bytes ||
        std::ranges::find(byline.authors, text) != byline.authors.end()) {
        return;
    }
    if (is_agency(text)) {
        byline.agencies.push_back(text);
    } else {
        byline.authors.push_back(text);
    }
}

}  // namespace

bool looks_like_name(std::string_view text) {
    const auto words = words_of(text);
    if (words.empty() || words.size() > most_name_words || text.size() > longest_name_bytes) {
        return false;
    }
    std::size_t capitals = 0;
    for (const std::string_view word : words) {
        std::size_t position = 0;
        const char32_t first = next_code_point(word, position);
        const bool capital = is_capital(first) || has_no_case(first);
        if ((!capital && !is_particle(word)) ||
            word.find_first_of("0123456789:!?$%&#<>=[]{}\"") != std::string_view::npos) {
            return false;
        }
        if (month_named(lower_case(word)) && words.size() == 1) {
            return false;
        }
        capitals += capital ? 1U : 0U;
    }
    return capitals >= 2 && !is_role(text) && std::ranges::none_of(words, is_interface_word);
}

Byline split_byline(std::string_view text) {
    Byline byline;
    const WordAtFront word = byline_word_at_front(text);
    std::string_view names = trim(text.substr(word.sure ? word.length : 0));
    if (const std::string_view with = take_with(names); !with.empty()) {
        if (auto agencies = agency_list(without_tail(with))) {
            byline.agencies = std::move(*agencies);
        }
    }
    names = without_tail(names);
    const auto list = names_of(names);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string_view name = without_tail(trim(list[i]));
        if (i > 0 && (is_role(name) || (!looks_like_name(name) && !is_agency(name) && !is_initials(name)))) {
            continue;
        }
        add_name(byline, name);
    }
    return byline;
}

namespace {

/// "Review by Ann Lee", "September 1st, 2023 By Ann Lee", "Published By: Ann Lee": the word later in the line, a date
/// or at most two words before it, a name behind it.
WordAtFront byline_word_inside(std::string_view line) {
    constexpr std::size_t farthest = 40;
    for (const std::string_view word : {" By: ", " by: ", " By : ", " By ", " by ", " BY "}) {
        const std::size_t at = line.find(word);
        if (at == std::string_view::npos || at > farthest) {
            continue;
        }
        const std::string_view before = line.substr(0, at);
        const std::string_view name = before_role(without_tail(names_of(line.substr(at + word.size())).front()));
        const bool few = words_of(before).size() <= 2 || find_written_date(before);
        if (few && looks_like_name(name)) {
            return {at + word.size(), true};
        }
    }
    return {};
}

}  // namespace

std::optional<Byline> byline_of_line(std::string_view line) {
    WordAtFront word = byline_word_at_front(line);
    if (!word.sure) {
        word = byline_word_inside(line);
    }
    if (!word.sure || word.length == line.size() || count_code_points(line) > longest_byline_width) {
        return std::nullopt;
    }
    std::string_view rest = trim(line.substr(word.length));
    if (const auto date = find_written_date(rest)) {
        rest = date->begin == 0 ? rest.substr(date->end) : rest.substr(0, date->begin);
    }
    std::size_t position = 0;
    rest = trim(rest);
    if (rest.empty()) {
        return std::nullopt;
    }
    const char32_t first = next_code_point(rest, position);
    const std::string_view name = without_tail(names_of(rest).front());
    const bool named = (is_capital(first) || has_no_case(first)) && words_of(name).size() <= most_name_words;
    if (!named || name.size() > longest_name_bytes || rest.ends_with('?') || rest.ends_with('!')) {
        return std::nullopt;
    }
    Byline byline = split_byline(rest);
    return byline.empty() ? std::nullopt : std::optional(std::move(byline));
}

std::string_view name_before_date(std::string_view line) {
    const auto date = find_written_date(line);
    if (!date || date->begin == 0) {
        return {};
    }
    const std::string_view name = without_tail(names_of(line.substr(0, date->begin)).front());
    const std::string lowered = lower_case(name);
    if (speaks_of_publication(lowered) || speaks_of_change(lowered)) {
        return {};
    }
    return looks_like_name(name) || is_desk(name) ? name : std::string_view{};
}

bool is_byline_word(std::string_view line) {
    constexpr std::array<std::string_view, 12> lone{"by",  "author", "author:",    "authors",  "by:",   "von",
                                                    "par", "por",    "written by", "reporter", "autor", "autor:"};
    const std::string lowered = lower_case(trim(line));
    return std::ranges::find(lone, lowered) != lone.end();
}

}  // namespace dateline
