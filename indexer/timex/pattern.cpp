#include "indexer/timex/pattern.h"

#include <algorithm>
#include <stdexcept>

#include "common/text/ascii.h"

namespace dateline::timex {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

const Token* Match::find(std::uint32_t classes) const {
    for (std::size_t index = begin; index < end; ++index) {
        if (tokens[index].is(classes)) return &tokens[index];
    }
    return nullptr;
}

const Token* Match::find_last(std::uint32_t classes) const {
    for (std::size_t index = end; index-- > begin;) {
        if (tokens[index].is(classes)) return &tokens[index];
    }
    return nullptr;
}

bool Match::has(std::string_view word) const {
    for (std::size_t index = begin; index < end; ++index) {
        if (timex::word(tokens[index].word).text == word) return true;
    }
    return false;
}

RuleBook::RuleBook(std::span<const std::span<const Rule>> tables) : by_first_word_(word_count()) {
    for (const std::span<const Rule> table : tables) {
        for (const Rule& rule : table) add(rule);
    }
    for (std::size_t number = 0; number < sequences_.size(); ++number) {
        const WordSet& first = sets_[sequences_[number].words.front().set];
        for (std::size_t id = 0; id < by_first_word_.size(); ++id) {
            if (first.test(id)) by_first_word_[id].push_back(static_cast<std::uint16_t>(number));
        }
    }
    for (auto& numbers : by_first_word_) {
        std::ranges::stable_sort(numbers, std::greater{},
                                 [this](std::uint16_t n) { return sequences_[n].words.size(); });
    }
}

void RuleBook::add(const Rule& rule) { add_readings(split(rule.pattern, ' '), {}, rule.meaning); }

void RuleBook::add_readings(std::span<const std::string_view> elements, std::vector<std::string_view> chosen,
                            Meaning meaning) {
    while (!elements.empty()) {
        const std::string_view element = elements.front();
        elements = elements.subspan(1);
        if (element == "]") continue;
        if (element == "[") {
            const auto close = std::ranges::find(elements, "]");
            add_readings(elements.subspan(static_cast<std::size_t>(close - elements.begin())), chosen, meaning);
        } else if (element.size() > 1 && element.ends_with('?')) {
            add_readings(elements, chosen, meaning);
            chosen.push_back(element.substr(0, element.size() - 1));
        } else {
            chosen.push_back(element);
        }
    }
    add_reading(chosen, meaning);
}

void RuleBook::add_reading(std::span<const std::string_view> elements, Meaning meaning) {
    Sequence sequence;
    sequence.meaning = meaning;
    std::vector<Element>* part = &sequence.words;
    for (const std::string_view text : elements) {
        if (text == "<") {
            sequence.before.assign(sequence.words.rbegin(), sequence.words.rend());
            sequence.words.clear();
        } else if (text == ">") {
            part = &sequence.after;
        } else {
            part->push_back(element(text));
        }
    }
    if (!sequence.words.empty()) sequences_.push_back(std::move(sequence));
}

RuleBook::Element RuleBook::element(std::string_view text) {
    WordSet set;
    const bool others = text.size() > 1 && text.front() == '!';
    for (const std::string_view name : split(others ? text.substr(1) : text, '|')) {
        if (name == "*") {
            set.set();
        } else if (const auto classes = word_class_named(name)) {
            for (std::size_t id = 0; id < word_count(); ++id) {
                if ((word(static_cast<WordId>(id)).classes & *classes) != 0) set.set(id);
            }
        } else if (const WordId id = find_word(name); id != no_word) {
            set.set(id);
        } else {
            throw std::logic_error("no word of a pattern: " + std::string(name));
        }
    }
    if (others) set.flip();
    const auto found = std::ranges::find(sets_, set);
    const auto index = static_cast<std::uint16_t>(found - sets_.begin());
    if (found == sets_.end()) sets_.push_back(set);
    return {index, text == "-"};
}

bool RuleBook::fits(const Tokens& tokens, std::size_t index, Element element) const {
    const Token& token = tokens[index];
    if (!sets_[element.set].test(token.word)) return false;
    return !element.glued || (!token.space_before && !tokens[index + 1].space_before);
}

bool RuleBook::fits(const Tokens& tokens, std::size_t index, const Sequence& sequence) const {
    for (std::size_t i = 0; i < sequence.words.size(); ++i) {
        if (i > 0 && tokens[index + i].break_before) return false;
        if (!fits(tokens, index + i, sequence.words[i])) return false;
    }
    for (std::size_t i = 0; i < sequence.before.size(); ++i) {
        const bool apart = tokens[index - i].break_before;
        if (apart ? !sets_[sequence.before[i].set].test(no_word) : !fits(tokens, index - i - 1, sequence.before[i]))
            return false;
        if (apart) break;
    }
    for (std::size_t i = 0; i < sequence.after.size(); ++i) {
        const std::size_t at = index + sequence.words.size() + i;
        const bool apart = tokens[at].break_before;
        if (apart ? !sets_[sequence.after[i].set].test(no_word) : !fits(tokens, at, sequence.after[i])) return false;
        if (apart) break;
    }
    return true;
}

std::optional<RuleBook::Found> RuleBook::match_at(const Tokens& tokens, std::size_t index, const Frame& frame) const {
    for (const std::uint16_t number : by_first_word_[tokens[index].word]) {
        const Sequence& sequence = sequences_[number];
        if (!fits(tokens, index, sequence)) continue;
        const std::size_t end = index + sequence.words.size();
        if (auto finding = sequence.meaning({tokens, index, end}, frame)) return Found{std::move(*finding), end};
    }
    return std::nullopt;
}

}  // namespace dateline::timex
