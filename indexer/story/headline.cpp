#include "indexer/story/headline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "common/text/utf8.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// How far above the text a headline may stand, and how much of the run (a standfirst, captions) may stand above it.
constexpr std::size_t farthest_above = 80;
constexpr std::size_t deepest_inside_lines = 14;
constexpr std::size_t deepest_inside_width = 700;

using WordSet = std::unordered_set<std::string>;

/// Words of four letters or more in lower case; of scripts without blanks every pair of characters.
std::vector<std::string> telling_words(std::string_view text) {
    constexpr std::size_t shortest = 4;
    std::vector<std::string> words;
    const std::string lowered = lower_case(text);
    std::string word;
    std::size_t letters = 0;
    std::string last_character;
    const auto end_word = [&] {
        if (letters >= shortest) {
            words.push_back(word);
        }
        word.clear();
        letters = 0;
    };
    for (std::size_t at = 0; at < lowered.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(lowered, at);
        const std::string character = lowered.substr(begin, at - begin);
        if (has_no_case(c) && c >= 0xE00) {
            end_word();
            if (!last_character.empty()) {
                words.push_back(last_character + character);
            }
            last_character = character;
            continue;
        }
        last_character.clear();
        if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= 0xC0 && c != 0xD7 && c < 0x2000)) {
            word += character;
            ++letters;
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

WordSet words_of_run(const std::vector<PageLine>& page, LineRange run) {
    WordSet words;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (page[i].shape == LineShape::prose) {
            for (std::string& word : telling_words(page[i].text)) {
                words.insert(std::move(word));
            }
        }
    }
    return words;
}

/// Share of a title's words that the text takes up.
double taken_up(std::string_view title, const WordSet& words) {
    const auto own = telling_words(title);
    if (own.empty()) {
        return 0;
    }
    const auto known = std::ranges::count_if(own, [&words](const std::string& word) { return words.contains(word); });
    return static_cast<double>(known) / static_cast<double>(own.size());
}

/// Headlines may end with `?` or `!`, hardly with a full stop.
bool is_full_sentence(const PageLine& line) {
    return line.sentence && !line.text.ends_with('?') && !line.text.ends_with('!') && !line.text.ends_with("？") &&
           !line.text.ends_with("！") && !line.text.ends_with("…");
}

bool may_be_title(const PageLine& line) {
    constexpr std::size_t narrowest = 8;
    constexpr std::size_t widest = 220;
    const bool text = line.shape == LineShape::short_text || (line.shape == LineShape::prose && line.width <= widest);
    return text && line.width >= narrowest && line.width <= widest;
}

double score_of_length(std::size_t width, std::size_t words) {
    double score = width < 16 ? -25 : width < 25 ? -5 : width < 30 ? 5 : width <= 120 ? 15 : width <= 160 ? 5 : -15;
    if (words < 3 && width < 25) {
        score -= 10;
    }
    return score;
}

/// Dates and bylines close below show a headline.
double score_of_followers(const std::vector<PageLine>& page, std::size_t index) {
    constexpr std::size_t reach = 6;
    double score = 0;
    for (std::size_t i = index + 1; i < std::min(page.size(), index + 1 + reach); ++i) {
        const bool meta = page[i].shape == LineShape::date || page[i].shape == LineShape::byline;
        if (meta) {
            score = std::max(score, 24.0 - 3.0 * static_cast<double>(i - index));
        }
    }
    return score;
}

double score_of_line(const std::vector<PageLine>& page, std::size_t index, LineRange run, const WordSet& words) {
    const PageLine& line = page[index];
    double score = score_of_length(line.width, words_of(line.text).size());
    score += 45 * taken_up(line.text, words);
    score += score_of_followers(page, index);
    if (index < run.begin) {
        score -= std::min(30.0, 0.6 * static_cast<double>(run.begin - index));
    }
    if (is_full_sentence(line)) {
        score -= 30;
    }
    if (line.text.find(" | ") != std::string::npos) {
        score -= 12;
    }
    score += line.gap_before ? 3 : 0;
    score -= is_name_and_outlet(line.text) ? 25 : 0;
    return score;
}

/// "Home News The bridge is open" above "The bridge is open": the steps to a page end with its title.
std::size_t behind_steps(const std::vector<PageLine>& page, std::size_t found) {
    const std::size_t next = found + 1;
    const bool is_step = next < page.size() && may_be_title(page[next]) &&
                         page[found].text.size() > page[next].text.size() &&
                         page[found].text.ends_with(page[next].text);
    return is_step ? next : found;
}

/// "Home › News › World", "News / World".
bool shows_steps(std::string_view line) {
    constexpr auto signs = std::to_array<std::string_view>({" / ", " > ", "»", "›", "|"});
    const std::string lower = lower_case(line);
    return lower.starts_with("home") || lower.ends_with("home") ||
           std::ranges::any_of(signs,
                               [line](std::string_view sign) { return line.find(sign) != std::string_view::npos; });
}

/// A standfirst takes up the words of the text better than the headline does: where the best line reads like one, the
/// uppermost of the lines close above it that have a headline's shape and its words is the headline. A short standfirst
/// reads like a headline: then the line right above is it, where it is long and has most of its words from the text.
std::size_t climb(const std::vector<PageLine>& page, std::size_t found, const WordSet& words) {
    constexpr std::size_t reach = 4;
    constexpr std::size_t widest_surely_title = 80;
    constexpr double least_share = 0.4;
    constexpr double least_share_adjacent = 0.15;
    constexpr double least_share_above_title = 0.6;
    constexpr std::size_t widest_title = 150;
    const bool reads_like_title = !is_full_sentence(page[found]) && page[found].width <= widest_surely_title;
    std::size_t best = found;
    for (std::size_t i = found; i > 0 && found - i < (reads_like_title ? 1 : reach);) {
        --i;
        const PageLine& line = page[i];
        const bool long_enough =
            reads_like_title
                ? line.width >= 32 && words_of(line.text).size() >= 6 && !shows_steps(line.text)
                : line.width >= 20 && (words_of(line.text).size() >= 4 || has_no_case(first_letter(line.text)));
        if (line.text != page[found].text && may_be_title(line) && !is_full_sentence(line) && long_enough &&
            line.width <= widest_title &&
            taken_up(line.text, words) >= (reads_like_title ? least_share_above_title
                                           : i + 1 == found ? least_share_adjacent
                                                            : least_share)) {
            best = i;
        }
    }
    return best;
}

}  // namespace

std::optional<std::size_t> find_headline(const std::vector<PageLine>& page, LineRange run) {
    const WordSet words = words_of_run(page, run);
    std::optional<std::size_t> best;
    double best_score = 5;
    std::size_t prose_width = 0;
    const std::size_t last = std::min(page.size(), run.begin + deepest_inside_lines);
    for (std::size_t i = run.begin > farthest_above ? run.begin - farthest_above : 0; i < last; ++i) {
        if (may_be_title(page[i]) && (run.empty() || i + 1 < run.end)) {
            const double score = score_of_line(page, i, run, words) - static_cast<double>(prose_width) / 12;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        prose_width += i >= run.begin && page[i].shape == LineShape::prose ? page[i].width : 0;
        if (prose_width > deepest_inside_width) {
            break;
        }
    }
    return best ? std::optional(behind_steps(page, climb(page, *best, words))) : best;
}

}  // namespace dateline
