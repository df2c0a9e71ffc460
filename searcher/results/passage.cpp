#include "searcher/results/passage.h"

#include <algorithm>

#include "common/text/graphemes.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Punctuation taken along at either end of a passage.
constexpr std::size_t max_punctuation = 6;
/// Tokens looked at on either side for the words of a run without blanks.
constexpr std::size_t max_run = 40;

bool closes(char32_t point) {
    constexpr std::u32string_view marks = U".,;:!?)]}”’»…%。、，．！？；：」』）】》〉";
    return marks.find(point) != std::u32string_view::npos;
}

bool opens(char32_t point) {
    constexpr std::u32string_view marks = U"([{“„‘‚«¿¡「『（【《〈";
    return marks.find(point) != std::u32string_view::npos;
}

bool has_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(next_code_point(text, at))) {
            return true;
        }
    }
    return false;
}

bool starts_sentence(const Token& token) { return token.place.break_before != Break::none; }

}  // namespace

PassageCutter::PassageCutter(const Analyzer& analyzer, std::string_view text, std::span<const Token> tokens)
    : analyzer_(analyzer), text_(text), tokens_(tokens) {
    begins_.reserve(tokens.size());
    ends_.reserve(tokens.size());
    std::size_t at = 0;
    std::size_t points = 0;
    const auto count_until = [&](std::size_t end) {
        points += count_code_points(text.substr(at, end - at));
        at = end;
        return static_cast<std::uint32_t>(points);
    };
    for (const Token& token : tokens) {
        begins_.push_back(count_until(token.place.begin));
        ends_.push_back(count_until(token.place.end));
    }
}

Extent PassageCutter::around(std::size_t first, std::size_t last, std::size_t max_chars) {
    std::size_t from = choose_first(first, last, max_chars);
    const std::size_t until = choose_last(from, last, max_chars);
    // At the end of the text there may be room left: sentences before are worth more than none.
    if (until + 1 == tokens_.size()) {
        while (from > 0) {
            const std::size_t sentence = sentence_start(from - 1);
            if (length(sentence, until) > max_chars) {
                break;
            }
            from = sentence;
        }
    }
    return {with_opening(from), with_closing(until)};
}

/// The sentence's beginning if it is near enough, else a few words of context.
std::size_t PassageCutter::choose_first(std::size_t first, std::size_t last, std::size_t max_chars) {
    const std::size_t sentence = sentence_start(first);
    if (length(sentence, last) <= max_chars) {
        return sentence;
    }
    const std::size_t wanted = length(first, last);
    const std::size_t context = wanted < max_chars ? (max_chars - wanted) / 3 : 0;
    std::size_t best = first;
    for (std::size_t token = first; token > sentence && begins_[first] - begins_[token] <= context; --token) {
        if (may_cut_before(token)) {
            best = token;
        }
    }
    for (std::size_t token = best; begins_[best] - begins_[token] <= max_chars / 2; --token) {
        if (may_cut_before(token)) {
            return token;
        }
    }
    return best;
}

std::size_t PassageCutter::choose_last(std::size_t first, std::size_t last, std::size_t max_chars) {
    std::size_t farthest = last;
    while (farthest + 1 < tokens_.size() && length(first, farthest + 1) <= max_chars) {
        ++farthest;
    }
    for (std::size_t token = farthest; token > last; --token) {
        if (token + 1 == tokens_.size() || may_cut_before(token + 1)) {
            return without_sentence_stub(last, token, max_chars);
        }
    }
    while (last + 1 < tokens_.size() && !may_cut_before(last + 1) &&
           length(first, last + 1) <= max_chars + max_chars / 2) {
        ++last;
    }
    return last;
}

/// A passage does not end with the first words of a sentence where it can end with the one before.
std::size_t PassageCutter::without_sentence_stub(std::size_t last, std::size_t chosen, std::size_t max_chars) const {
    if (chosen + 1 == tokens_.size() || starts_sentence(tokens_[chosen + 1])) {
        return chosen;
    }
    const std::size_t sentence = sentence_start(chosen);
    return sentence > last + 1 && length(sentence, chosen) <= max_chars / 6 ? sentence - 1 : chosen;
}

std::size_t PassageCutter::sentence_start(std::size_t token) const {
    while (token > 0 && !starts_sentence(tokens_[token])) {
        --token;
    }
    return token;
}

bool PassageCutter::may_cut_before(std::size_t token) {
    if (token == 0 || starts_sentence(tokens_[token])) {
        return true;
    }
    const Segment& before = tokens_[token - 1].place;
    const Segment& after = tokens_[token].place;
    if (!before.character && !after.character) {
        return has_space(text_.substr(before.end, after.begin - before.end));
    }
    if (!is_grapheme_boundary(text_, after.begin)) {
        return false;
    }
    return !before.character || !after.character || !after.glued || is_dictionary_boundary(token);
}

bool PassageCutter::is_dictionary_boundary(std::size_t token) {
    const auto in_run = [this](std::size_t at) { return tokens_[at].place.character && tokens_[at].place.glued; };
    if (token < run_first_ || token >= run_end_) {
        run_first_ = token;
        while (run_first_ > 0 && in_run(run_first_) && token - run_first_ < max_run) {
            --run_first_;
        }
        run_end_ = token + 1;
        while (run_end_ < tokens_.size() && in_run(run_end_) && run_end_ - token < max_run) {
            ++run_end_;
        }
        std::size_t at = tokens_[run_first_].place.begin;
        run_words_.clear();
        for (const std::uint32_t bytes :
             analyzer_.dictionary_word_lengths(text_.substr(at, tokens_[run_end_ - 1].place.end - at))) {
            run_words_.push_back(at);
            at += bytes;
        }
    }
    return std::binary_search(run_words_.begin(), run_words_.end(), tokens_[token].place.begin);
}

/// Where the token begins with the quotes and brackets opened before it.
std::size_t PassageCutter::with_opening(std::size_t token) const {
    const std::size_t end = tokens_[token].place.begin;
    if (token == 0 && begins_[0] <= max_punctuation) {
        return 0;
    }
    std::size_t at = token == 0 ? 0 : tokens_[token - 1].place.end;
    std::size_t begin = at;
    while (at < end) {
        const char32_t point = next_code_point(text_, at);
        if (is_space(point) || closes(point)) {
            begin = at;
        }
    }
    return count_code_points(text_.substr(begin, end - begin)) <= max_punctuation ? begin : end;
}

/// Where the token ends with the punctuation closed behind it.
std::size_t PassageCutter::with_closing(std::size_t token) const {
    const std::size_t end = token + 1 == tokens_.size() ? text_.size() : tokens_[token + 1].place.begin;
    std::size_t at = tokens_[token].place.end;
    for (std::size_t taken = 0; at < end && taken < max_punctuation; ++taken) {
        std::size_t next = at;
        const char32_t point = next_code_point(text_, next);
        if (is_space(point) || opens(point)) {
            break;
        }
        at = next;
    }
    return at;
}

}  // namespace dateline
