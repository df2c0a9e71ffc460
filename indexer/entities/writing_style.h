#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Sets of tagged text follow different rules, and each comes from its own kind of writing: agency reports, newspapers,
/// encyclopedias. An article is tagged by the rules of the kind it is written like. That is told by common words alone
/// (weekdays, `said`, pronouns, `U.S.` or `US`) and a headline or dateline in capitals, never by what it is about: a
/// naive Bayes classifier, with a start for the first kind so that short texts keep to it.
namespace dateline::entities {

/// Words that tell kinds of writing apart, then one for all other words, then one for capitals as agencies
/// begin their reports with, which counts where they are and says nothing where they are not.
std::size_t style_cues();
std::size_t capitals_cue();

/// Whether a sentence begins with a word in capitals, as headlines and datelines of agencies do (`LONDON, Aug 3 -`).
/// Asked of the first four of a text.
bool begins_in_capitals(std::string_view first_word);
inline constexpr std::size_t sentences_of_beginning = 4;

/// The cue a word is, case ignored but for `US`; nothing for what is not made of letters.
constexpr std::size_t no_cue = static_cast<std::size_t>(-1);
std::size_t cue_of(std::string_view word);

/// The share of cues among the words in lower case: near a half in English prose, under a tenth in other languages.
double share_of_cues(std::span<const std::string_view> words);

/// Logarithms of a cue's probability in a kind of writing, in units of 1/style_unit.
using StyleWeights = std::span<const std::int16_t>;
inline constexpr int style_unit = 1024;
/// How much of each kind a text is, in parts of whole_share that add up to about that.
inline constexpr std::size_t most_kinds = 16;
inline constexpr int whole_share = 256;
using KindShares = std::array<std::int16_t, most_kinds>;

/// The shares a text has by its words, for `kinds` rows of style_cues() weights each. Words are no independent
/// witnesses, so the odds they give are made less sharp.
KindShares kinds_of_writing(std::span<const std::string_view> words, bool in_capitals, StyleWeights weights,
                            std::size_t kinds);
/// All of one kind.
KindShares only_kind(std::size_t kind);

}  // namespace dateline::entities
